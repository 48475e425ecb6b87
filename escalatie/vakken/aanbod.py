"""Which acts a reader is offered now, the one that is asked first (schermen 1)."""

from typing import Any

from core import clock
from escalatie import selectie
from escalatie.beeld import Stagnatiebeeld
from escalatie.beslissers import eigen_niveaus
from escalatie.models import Actiestaat, SoortTussenvraag, SoortVraag, Stap
from escalatie.permissions import Daad
from escalatie.stapsoorten import soort_van
from escalatie.stem import is_eigen_aandeel, mag_beslissen
from escalatie.vakken.antwoorden import (
    antwoord,
    bericht,
    bevestig,
    gelezen,
    kan_niet,
    opgelost,
    opgelost_ja,
    opgelost_nee,
    samen_gelezen,
    vraag,
)
from escalatie.vakken.jawoord import actie_ja, actie_kan_niet
from escalatie.vakken.stap import (
    acties_vastleggen,
    actietermijn,
    ander_spoor,
    besluit,
    buiten_macht,
    eerder_hulp,
    gesprek,
    hoger_niveau,
    termijn,
    terugkoppeling,
    terugnemen,
    uitgevoerd,
)
from escalatie.vakken.tussen import bezwaar, gedaan_klopt, gedaan_klopt_niet, niet_gedaan, te_lang
from escalatie.vakken.vak import Vak, Vakken
from escalatie.van_wie import doet, mag_opschrijven, mag_uitgevoerd_melden
from escalatie.zicht import Zicht


def vakken_voor(beeld: Stagnatiebeeld) -> Vakken:
    """Which acts this reader is offered now, the one that is asked first (schermen 1)."""
    zicht = beeld.zicht
    gevonden = Vakken()
    if not zicht.stagnatie.is_open or zicht.stap is None:
        return gevonden
    _gevraagd(gevonden, beeld)
    _tussen(gevonden, beeld, zicht.stap)
    if beeld.oplossing is None:
        _stap(gevonden, beeld, zicht.stap)
        _acties(gevonden, beeld)
    elif Daad.INSTEMMEN in zicht.daden or Daad.OPSCHRIJVEN in zicht.daden:
        # Who reported it doesn't write down the yes (E15).
        zelf = beeld.oplossing.door_id in zicht.ik_en_namens
        gevonden.eerst += [] if zelf else [opgelost_ja(zicht, beeld.oplossing)]
        gevonden.eerst.append(opgelost_nee(zicht, beeld.oplossing))
    if Daad.BERICHT in zicht.daden:
        # The managers or the gemeente wait for it: then it is asked first.
        wacht = zicht.bericht is None or zicht.gaat_over_anderen
        nodig = wacht and not soort_van(zicht.stap.modelstap).in_plan
        (gevonden.eerst if nodig else gevonden.bericht).append(bericht(zicht))
    if zicht.bericht is not None and not zicht.bericht.is_vrijgegeven:
        if zicht.is_coordinator and zicht.moet_nog_lezen:
            gevonden.bericht.insert(0, samen_gelezen(zicht))
        elif Daad.VRIJGEVEN in zicht.daden and not zicht.las_het_al:
            gevonden.bericht.append(gelezen(zicht))
    return gevonden


def _gevraagd(gevonden: Vakken, beeld: Stagnatiebeeld) -> None:
    for gesteld in beeld.aan_mij:
        gevonden.bij[gesteld.pk] = [antwoord(beeld.zicht, gesteld)]
    for rij in beeld.te_bevestigen:
        gevonden.bij[rij.pk] = [bevestig(beeld.zicht, rij), kan_niet(beeld.zicht, rij)]


def _tussen(gevonden: Vakken, beeld: Stagnatiebeeld, stap: Stap) -> None:
    """What is asked in between, of who may answer it; and the way to say that it takes too long (E7, E14)."""
    zicht = beeld.zicht
    for rij in beeld.tussenvragen:
        bevestigt = rij.soort == SoortTussenvraag.WAS_GEDAAN and Daad.BEVESTIGEN in zicht.daden
        if bevestigt and not is_eigen_aandeel(zicht.gebruiker, zicht.stagnatie):
            gevonden.eerst += [gedaan_klopt(zicht, rij), gedaan_klopt_niet(zicht, rij)]
        elif rij.soort == SoortTussenvraag.TE_LANG and mag_beslissen(zicht.gebruiker, rij, stap):
            gevonden.eerst.append(bezwaar(zicht, rij))
    al_gezegd = any(rij.soort == SoortTussenvraag.TE_LANG for rij in beeld.tussenvragen)
    if Daad.BEZWAAR in zicht.daden and not al_gezegd and beeld.oplossing is None and not beeld.gaat_verder:
        gevonden.verder.append(te_lang(zicht, stap))


def _stap(gevonden: Vakken, beeld: Stagnatiebeeld, stap: Stap) -> None:
    zicht = beeld.zicht
    soort = soort_van(stap.modelstap)
    vraagt = Daad.VRAGEN in zicht.daden
    mensen = selectie.mensen(zicht) if zicht.is_houder else None
    # Its term has passed: what is left is what may be said at any time (S2).
    voorbij = bool(beeld.gaat_verder)
    bewaakt = zicht.is_houder or (vraagt and zicht.is_coordinator)
    instellingen = selectie.te_noemen(zicht) if bewaakt else None
    if zicht.is_houder and not voorbij:
        if stap.wacht_op_gesprek:
            gevonden.eerst.append(gesprek(zicht, stap))
        else:
            vastleggen = acties_vastleggen(zicht, stap, mensen=mensen, instellingen=instellingen)
            (gevonden.eerst if beeld.na_nee or beeld.geweigerd or not stap.resultaat_id else gevonden.verder).append(
                vastleggen
            )
        if stap.gesprek_kan_anders:
            gevonden.verder.append(gesprek(zicht, stap))
    if soort.beslist and Daad.HANDELEN in zicht.daden:
        niveaus = eigen_niveaus(zicht.gebruiker, stap, beeld.niveaus[stap.modelstap_id])
        if niveaus:
            (gevonden.eerst if zicht.is_houder and beeld.opnieuw_beslissen else gevonden.verder).append(
                besluit(zicht, stap, niveaus=niveaus, instellingen=instellingen)
            )
    if zicht.mag_opgelost_melden and stap.resultaat_id and not voorbij:
        eerst = beeld.alles_uitgevoerd and not beeld.na_nee
        (gevonden.eerst if eerst else gevonden.verder).append(opgelost(zicht))
    if vraagt:
        keuzes = selectie.wie_kan_ik_vragen(zicht, beeld.genomen, mensen, instellingen)
        for vraagsoort in (SoortVraag.AANSPREKEN, SoortVraag.ADVIES):
            mogelijk = [keuze for keuze in keuzes if vraagsoort in keuze.soort]
            if mogelijk and (vraagsoort == SoortVraag.AANSPREKEN or zicht.is_houder or zicht.is_coordinator):
                gevonden.verder.append(vraag(zicht, vraagsoort, keuzes=mogelijk))
    if Daad.TERUGKOPPELEN in zicht.daden:
        (gevonden.anders if beeld.voor_gezin else gevonden.verder).append(terugkoppeling(zicht, stap))
    if voorbij:
        return
    if zicht.is_houder or (Daad.VERLENGEN in zicht.daden and zicht.is_niveau_erboven):
        gevonden.verder.append(termijn(zicht, stap))
    if zicht.mag_opgelost_melden and not stap.resultaat_id:
        gevonden.verder.append(opgelost(zicht))
    if zicht.is_coordinator and soort.in_plan and stap.modelstap.volgende_id:
        gevonden.verder.append(eerder_hulp(zicht, stap))
    if zicht.is_houder:
        gevonden.verder += [ander_spoor(zicht, stap, spoor) for spoor in beeld.sporen]
        if soort.beslist:
            gevonden.verder.append(hoger_niveau(zicht, stap))
        elif stap.modelstap.volgende_id:
            gevonden.verder.append(buiten_macht(zicht, stap))


def _jawoord(zicht: Zicht, actie: Any) -> list[Vak]:
    """`actie`: with the last `verzoek` about it (beeld). Of the doer, or who asks after him; or written down by another."""
    verzoek = actie.verzoek
    if actie.staat != Actiestaat.LOOPT or verzoek is None or not verzoek.is_onbeantwoord:
        return []
    verzoek.actie = actie
    zelf = doet(zicht, actie)
    vakken = [actie_ja(zicht, actie)] if zelf or mag_opschrijven(zicht, verzoek, True) else []
    # Once its term has passed, 'kan niet' doesn't undo that it wasn't done.
    if actie.termijn.loopt_af_op > clock.now() and (zelf or mag_opschrijven(zicht, verzoek, False)):
        vakken.append(actie_kan_niet(zicht, actie))
    return vakken


def _acties(gevonden: Vakken, beeld: Stagnatiebeeld) -> None:
    zicht = beeld.zicht
    for stapbeeld in beeld.stappen:
        for actie in stapbeeld.acties:
            vakken = _jawoord(zicht, actie)
            if actie.staat == Actiestaat.GEVRAAGD and mag_uitgevoerd_melden(zicht, actie):
                vakken += [uitgevoerd(zicht, actie), niet_gedaan(zicht, actie)]
            if actie.staat in (Actiestaat.LOOPT, Actiestaat.NIET_UITGEVOERD) and mag_uitgevoerd_melden(zicht, actie):
                vakken.append(uitgevoerd(zicht, actie))
            if actie.staat == Actiestaat.UITGEVOERD and mag_uitgevoerd_melden(zicht, actie):
                vakken.append(terugnemen(zicht, actie))
            if actie.staat == Actiestaat.LOOPT and zicht.is_houder and stapbeeld.fase == "nu":
                vakken.append(actietermijn(zicht, actie))
            if vakken:
                gevonden.bij[actie.pk] = vakken
