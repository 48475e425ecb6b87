"""What the clock does when terms of the ladder have passed: always a whole list at once (E4, E5, E9).

Claimed terms count as not kept already; here the consequence is drawn, in the same transaction.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from escalatie.actions import actieverzoeken, slot
from escalatie.actions.afloop import laat_wachten_op_gezin, volg_afloop
from escalatie.actions.beurt import open_stappen_bij
from escalatie.actions.bezwaar import laat_bezwaar_wachten, vraag_verder
from escalatie.actions.ongeopend import houd_wat_niemand_opende
from escalatie.actions.oplossing import verwerk_stilte
from escalatie.actions.stappen import zet_door
from escalatie.actions.tussenvragen import laat_verlopen
from escalatie.actions.verslag import Verslag
from escalatie.models import (
    Actie,
    Actiestaat,
    Bevestiging,
    Bevestigingsstaat,
    Oplossing,
    SoortGebeurtenis,
    SoortTussenvraag,
    Stagnatie,
    Stap,
    Stapreden,
    Stapstaat,
    Tussenvraag,
    Vraag,
)
from escalatie.ontvangers import Ontvangers
from instanties.models import Verzoekstaat
from termijnen.models import Termijn


def vastleggen_verstreken(termijnen: list[Termijn], nu: datetime) -> None:
    """Nothing was recorded in time: the next step, or a level higher; not while the family is asked (E4, E5)."""
    stappen = Stap.objects.filter(vastleggen__in=termijnen, staat=Stapstaat.OPEN)
    nog_aan_zet = _nog_aan_zet(stappen.values_list("stagnatie_id", "pk"), nu)
    gezin_gevraagd = laat_wachten_op_gezin(nog_aan_zet, nu=nu)
    verder = [stap for stap in nog_aan_zet if stap.stagnatie_id not in gezin_gevraagd]
    zet_door(houd_wat_niemand_opende(verder, nu=nu), Stapreden.NIET_VASTGELEGD, nu=nu)


def resultaat_verstreken(termijnen: list[Termijn], nu: datetime) -> None:
    """The term of the result has passed: what is still to be asked first, else the next step or a level higher (E4, S6)."""
    stappen = Stap.objects.filter(resultaat__in=termijnen, staat=Stapstaat.OPEN)
    volg_afloop(_nog_aan_zet(stappen.values_list("stagnatie_id", "pk"), nu), nu=nu)


def _nog_aan_zet(paren: Iterable[tuple[UUID, UUID]], nu: datetime) -> list[Stap]:
    """Lock, and give those of these steps that are still open once what nobody answered in time has had its effect.

    Has the family let its term pass in the same tick, then it is solved, and nothing goes up.
    """
    per_stagnatie = dict(paren)
    stagnaties = slot.vergrendel_voor_klok(per_stagnatie)
    verwerk_stilte(stagnaties.values(), nu=nu)
    verwerk_zwijgen(stagnaties, nu=nu)
    return [stap for stap in open_stappen_bij(stagnaties) if per_stagnatie[stap.stagnatie_id] == stap.pk]


def acties_verstreken(termijnen: list[Termijn], nu: datetime) -> None:
    """Actions whose term has passed: navraag first, then the next step (E4, S6).

    Not while the family is asked whether it is solved; its no then draws the consequence. An action of a step that has
    passed only counts as not done.
    """
    acties = list(
        Actie.objects.filter(termijn__in=termijnen, staat=Actiestaat.LOOPT).select_related("stap").order_by("pk")
    )
    stagnaties = slot.vergrendel_voor_klok({actie.stap.stagnatie_id for actie in acties})
    verwerk_stilte(stagnaties.values(), nu=nu)
    verwerk_zwijgen(stagnaties, nu=nu)
    stappen = {stap.pk: stap for stap in open_stappen_bij(stagnaties)}
    _van_een_eerdere_stap([actie for actie in acties if actie.stap_id not in stappen], stagnaties, nu)
    geraakt = {actie.stap_id for actie in acties}
    voorbij = {termijn.pk: termijn.loopt_af_op for termijn in termijnen}
    sinds = {actie.stap.stagnatie_id: voorbij[actie.termijn_id] for actie in acties}
    volg_afloop([stap for stap in stappen.values() if stap.pk in geraakt], nu=nu, sinds=sinds)


def _van_een_eerdere_stap(acties: list[Actie], stagnaties: dict[UUID, Stagnatie], nu: datetime) -> None:
    nog_lopend = Actie.objects.filter(pk__in=[actie.pk for actie in acties], staat=Actiestaat.LOOPT)
    Actie.overgangen.move_all(Actiestaat.NIET_UITGEVOERD, nog_lopend)
    actieverzoeken.rond_af(acties, nu=nu)
    verslag, ontvangers = Verslag(nu), Ontvangers(stagnaties.values(), nu)
    for actie in acties:
        stagnatie = stagnaties[actie.stap.stagnatie_id]
        if stagnatie.is_open:
            verslag.gebeurde(stagnatie, SoortGebeurtenis.ACTIE_NIET_UITGEVOERD, stap=actie.stap)
            wie = {lid.pk: lid for lid in [*ontvangers.coordinator(stagnatie), *ontvangers.buiten(stagnatie)]}
            verslag.meld("stagnatie_actie_te_laat", wie.values(), stagnatie, actie.pk)
    verslag.schrijf()


def tussenvragen_verstreken(termijnen: list[Termijn], nu: datetime) -> None:
    """Nobody answered in time what was asked in between: it goes on (S1, S6)."""
    vragen = Tussenvraag.objects.filter(termijn__in=termijnen, staat=Verzoekstaat.WACHT)
    sinds = dict(vragen.values_list("stagnatie_id", "termijn__loopt_af_op"))
    stagnaties = slot.vergrendel_voor_klok(sinds)
    verwerk_stilte(stagnaties.values(), nu=nu)
    verwerk_zwijgen(stagnaties, nu=nu)
    volg_afloop(open_stappen_bij(stagnaties), nu=nu, sinds=sinds)


def verwerk_zwijgen(stagnaties: dict[UUID, Stagnatie], *, nu: datetime) -> None:
    """What it means that these questions got no answer: not done, not confirmed; an objection goes a level further."""
    verslag = Verslag(nu)
    nog_open = [pk for pk, rij in stagnaties.items() if rij.is_open]
    laat_bezwaar_wachten(nog_open, nu=nu)
    for vraag in laat_verlopen(nog_open, nu=nu):
        stagnatie = stagnaties[vraag.stagnatie_id]
        if vraag.actie is not None and vraag.soort == SoortTussenvraag.ACTIE_GEDAAN:
            Actie.overgangen.move_and_save(Actiestaat.NIET_UITGEVOERD, [vraag.actie])
            verslag.gebeurde(stagnatie, SoortGebeurtenis.ACTIE_NIET_UITGEVOERD, stap=vraag.stap)
        elif vraag.soort == SoortTussenvraag.WAS_GEDAAN:
            verslag.gebeurde(stagnatie, SoortGebeurtenis.NIET_BEVESTIGD, stap=vraag.stap)
        elif vraag.soort == SoortTussenvraag.TE_LANG:
            vraag.stap.stagnatie = stagnatie
            vraag_verder(vraag, nu=nu, verslag=verslag)
    verslag.schrijf()


def vragen_verstreken(termijnen: list[Termijn], nu: datetime) -> None:
    """No answer came in time: asker and keeper are told. The step term goes on by itself (E9)."""
    vragen = list(
        Vraag.objects.filter(termijn__in=termijnen, beantwoord_op__isnull=True)
        .select_related("stap", "van", "aan", "aan_instelling")
        .order_by("pk")
    )
    stagnaties = slot.vergrendel_voor_klok({vraag.stagnatie_id for vraag in vragen})
    stappen = {stap.stagnatie_id: stap for stap in open_stappen_bij(stagnaties)}
    verslag = Verslag(nu)
    for vraag in vragen:
        stap = stappen.get(vraag.stagnatie_id)
        if stap is None:
            continue
        tekst = _("%(wie)s heeft niet op tijd geantwoord.") % {"wie": str(vraag.aan_instelling or vraag.aan)}
        stagnatie = stagnaties[vraag.stagnatie_id]
        verslag.gebeurde(stagnatie, SoortGebeurtenis.GEEN_ANTWOORD, stap=vraag.stap, tekst=tekst)
        wie = {lid.pk: lid for lid in [*([vraag.van] if vraag.van else []), stap.houder]}
        verslag.meld("stagnatie_geen_antwoord", wie.values(), stagnatie, vraag.pk)
    verslag.schrijf()


def bevestigingen_verstreken(termijnen: list[Termijn], nu: datetime) -> None:
    """An instelling has not answered to a decision in time, or not reported back on it: the official hears it (E6)."""
    bevestigingen = list(
        Bevestiging.objects.filter(termijn__in=termijnen)
        .filter(Q(staat=Bevestigingsstaat.GEVRAAGD) | Bevestiging.NOG_TERUG_TE_KOPPELEN)
        .select_related("besluit__stap", "instelling")
        .order_by("pk")
    )
    stagnaties = slot.vergrendel_voor_klok({rij.besluit.stap.stagnatie_id for rij in bevestigingen})
    onbeantwoord = [rij for rij in bevestigingen if rij.staat == Bevestigingsstaat.GEVRAAGD]
    Bevestiging.overgangen.move_and_save(Bevestigingsstaat.GEEN_ANTWOORD, onbeantwoord, op=nu)
    stappen = {stap.stagnatie_id: stap for stap in open_stappen_bij(stagnaties)}
    verslag = Verslag(nu)
    for bevestiging in bevestigingen:
        stap = stappen.get(bevestiging.besluit.stap.stagnatie_id)
        if stap is None:
            continue
        tekst, feit = _("%(wie)s heeft niet op tijd geantwoord."), str(bevestiging.pk)
        if bevestiging.staat == Bevestigingsstaat.BEVESTIGD:
            tekst, feit = _("%(wie)s heeft niet op tijd teruggekoppeld."), f"{bevestiging.pk}:terug"
        tekst %= {"wie": str(bevestiging.instelling)}
        verslag.gebeurde(stap.stagnatie, SoortGebeurtenis.GEEN_ANTWOORD, stap=bevestiging.besluit.stap, tekst=tekst)
        verslag.meld("stagnatie_geen_antwoord", [stap.houder], stap.stagnatie, feit)
    verslag.schrijf()


def oplossingen_verstreken(termijnen: list[Termijn], nu: datetime) -> None:
    """Nobody answered in its term whether it is solved: a yes, or it goes to the level above (E11, S1)."""
    ids = Oplossing.objects.filter(termijn__in=termijnen, staat=Verzoekstaat.WACHT).values_list(
        "stagnatie_id", flat=True
    )
    verwerk_stilte(slot.vergrendel_voor_klok(ids).values(), nu=nu)
