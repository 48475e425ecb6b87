"""What the gemeente decides, what each instelling answers to it, and the feedback (E6)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from core.errors import RuleError
from core.names import title_order
from escalatie.actions.beurt import (
    eis_deze_stap,
    eis_geen_oplossing,
    eis_tekst,
    is_coordinator,
    vergrendel_open_stap,
    wachtende_oplossing,
)
from escalatie.actions.resultaat import begin_resultaat
from escalatie.actions.stappen import zet_door
from escalatie.actions.toegang import geef_grond
from escalatie.actions.verslag import Verslag
from escalatie.beslissers import beslisser, mag_besluiten
from escalatie.houders import leiding_van
from escalatie.models import (
    Actie,
    Besluit,
    BetrokkenOrganisatie,
    Bevestiging,
    Bevestigingsstaat,
    Lezers,
    Modelniveau,
    SoortGebeurtenis,
    Stagnatie,
    StagnatieRecht,
    Stap,
    Stapreden,
    Terugkoppeling,
    Vraag,
)
from escalatie.ontvangers import Ontvangers
from escalatie.permissions import verleen
from escalatie.stapsoorten import soort_van
from escalatie.waarneming import is_houder
from gezinnen.models import Deelnemer
from gezinnen.selectie import beslist_over_eigen_woorden
from instanties.models import Gebruiker, Instelling, Regio
from instanties.permissions import instellingen_als_manager
from instanties.vervanging import ik_en_namens
from termijnen import actions as termijnen
from termijnen.kalender import huidige_kalender, verloopt_op
from termijnen.models import Termijn, Termijnstaat, Wijzigingsoort
from woorden.duur import Duur
from woorden.zinnen import zin


@transaction.atomic
def besluit(
    stap: Stap,
    *,
    niveau: Modelniveau,
    tekst: str,
    grond: str,
    instellingen: Sequence[Instelling],
    door: Gebruiker,
    nu: datetime,
    tot: datetime | None = None,
    waarom_zo_lang: str = "",
) -> Besluit:
    """Whoever keeps a level decides there, on a ground; each instelling is asked to confirm within the region's term (E6).

    A decision on the ground of the convenant. It counts as recording: from then on its result is awaited until `tot`, else
    as long as there was to record; above the region's maximum only with a reason (E7). Whoever keeps another level may
    record the decision of that one, at any time: the step stays where it is. Where an instelling has nobody to ask, the
    keeper records its answer. Raises RuleError at the field.
    """
    tekst = eis_tekst(tekst, "tekst", _("Schrijf wat het besluit is."), 2000)
    grond = eis_tekst(grond, "grond", _("Schrijf op welke grond u dit besluit."))
    huidig = eis_deze_stap(stap, nu, ook_voorbij=True)
    if not soort_van(huidig.modelstap).beslist:
        raise RuleError(_("Alleen de ambtenaar van de gemeente neemt een besluit."))
    if niveau.modelstap_id != huidig.modelstap_id:
        raise RuleError(_("Kies een niveau van deze stap."), field="niveau")
    if not mag_besluiten(door, huidig, niveau):
        wie = beslisser(huidig, niveau)
        melding = _("Dit besluit legt %(wie)s zelf vast. Zet het zo nodig een niveau hoger in.")
        raise RuleError(melding % {"wie": wie.naam if wie else niveau.naam}, field="niveau")
    eis_geen_oplossing(huidig.stagnatie_id)
    if not instellingen:
        raise RuleError(_("Kies voor welke instellingen dit besluit geldt."), field="instellingen")
    if tot is not None and tot <= nu:
        raise RuleError(_("Deze dag of dit tijdstip is al voorbij."), field="termijn")
    # Who was late doesn't end the round of who is above; nor a round of which the term has passed.
    if huidig.resultaat is None and niveau.nummer >= huidig.niveau and not huidig.vastleggen.is_voorbij:
        gewoon = huidig.modelstap.vastleggen(spoed=huidig.stagnatie.gaat_voor)
        klaar, duur = (tot, None) if tot else (verloopt_op(nu, gewoon, huidige_kalender()), gewoon)
        reden = _("besluit genomen")
        begin_resultaat(huidig, klaar, duur, nu=nu, door=door, reden=reden, waarom_zo_lang=waarom_zo_lang)
    genomen = Besluit.objects.create(stap=huidig, niveau=niveau, tekst=tekst, grond=grond, door=door, op=nu)
    bevestigingen = _vraag_bevestiging(genomen, huidig, instellingen, door, nu)
    verslag, ontvangers = Verslag(nu, door), Ontvangers([huidig.stagnatie], nu)
    zin = _("%(niveau)s. Geldt voor: %(wie)s.") % {
        "niveau": niveau.naam,
        "wie": ", ".join(sorted((instelling.naam for instelling in instellingen), key=title_order)),
    }
    verslag.gebeurde(huidig.stagnatie, SoortGebeurtenis.BESLOTEN, stap=huidig, tekst=zin)
    gevraagd = {bevestiging.gevraagd_aan_id: bevestiging.gevraagd_aan for bevestiging in bevestigingen}
    termijn = bevestigingen[0].termijn
    verslag.meld("stagnatie_bevestiging", gevraagd.values(), huidig.stagnatie, genomen.pk, termijn=termijn)
    anderen = [wie for wie in ontvangers.allen(huidig.stagnatie) if wie.pk not in gevraagd]
    verslag.meld("stagnatie_besluit", anderen, huidig.stagnatie, genomen.pk)
    verslag.schrijf()
    return genomen


def _vraag_bevestiging(
    genomen: Besluit, stap: Stap, instellingen: Sequence[Instelling], door: Gebruiker, nu: datetime
) -> list[Bevestiging]:
    regio, kalender = Regio.objects.huidige(), huidige_kalender()
    uniek = list({instelling.pk: instelling for instelling in instellingen}.values())
    mensen = [leiding_van(instelling) or door for instelling in uniek]
    gestart = termijnen.start(
        [
            termijnen.NieuweTermijn(
                soort="bevestiging",
                gezin_id=stap.stagnatie.gezin_id,
                houder_id=stap.houder_id,
                begint_op=nu,
                loopt_af_op=verloopt_op(nu, regio.antwoord, kalender),
                duur=regio.antwoord,
                gevraagd=(wie.pk,),
            )
            for wie in mensen
        ],
        nu=nu,
        door=door,
        reden=_("besluit genomen"),
    )
    verleen(
        (stap.stagnatie_id, wie.pk, recht)
        for wie in mensen
        for recht in (StagnatieRecht.BEKIJKEN, StagnatieRecht.ADVISEREN)
    )
    geef_grond([(stap, wie) for wie in mensen if wie.pk != door.pk], nu=nu, door=door)
    BetrokkenOrganisatie.objects.bulk_create(
        (
            BetrokkenOrganisatie(stagnatie=stap.stagnatie, instelling=instelling, vanaf_stap=stap.modelstap.nummer)
            for instelling in uniek
        ),
        ignore_conflicts=True,
    )
    return Bevestiging.objects.bulk_create(
        Bevestiging(besluit=genomen, instelling=instelling, gevraagd_aan=wie, termijn=termijn)
        for instelling, wie, termijn in zip(uniek, mensen, gestart, strict=True)
    )


@transaction.atomic
def bevestig(bevestiging: Bevestiging, *, door: Gebruiker, nu: datetime) -> Bevestiging:
    """The instelling carries the decision out (E6); may be said after the term too."""
    return _antwoord(bevestiging, Bevestigingsstaat.BEVESTIGD, "", door, nu)


@transaction.atomic
def kan_niet(bevestiging: Bevestiging, *, grond: str, door: Gebruiker, nu: datetime) -> Bevestiging:
    """The instelling can't, with the ground: whoever decided has a term to decide again (E6)."""
    grond = eis_tekst(grond, "grond", _("Schrijf waarom het niet kan."))
    huidig = _antwoord(bevestiging, Bevestigingsstaat.KAN_NIET, grond, door, nu)
    stap = vergrendel_open_stap(huidig.besluit.stap.stagnatie_id)
    # Of a round that is over a new one runs already, and who is above has a round of his own; while the family is asked,
    # nothing moves.
    van_nu = stap.pk == huidig.besluit.stap_id and huidig.besluit.niveau.nummer >= stap.niveau
    if van_nu and wachtende_oplossing(stap.stagnatie_id) is None:
        zet_door([stap], Stapreden.KAN_NIET, nu=nu, door=door)
    return huidig


def _antwoord(
    bevestiging: Bevestiging, staat: Bevestigingsstaat, grond: str, door: Gebruiker, nu: datetime
) -> Bevestiging:
    stap = vergrendel_open_stap(bevestiging.besluit.stap.stagnatie_id)
    huidig = Bevestiging.objects.select_related(
        "termijn", "instelling", "besluit__stap__resultaat", "besluit__niveau"
    ).get(pk=bevestiging.pk)
    mag = huidig.gevraagd_aan_id in ik_en_namens(door, stap.stagnatie.gezin_id) or (
        instellingen_als_manager(door).filter(pk=huidig.instelling_id).exists()
    )
    if not mag:
        raise RuleError(
            _("Dit antwoord geeft %(instelling)s zelf.") % {"instelling": huidig.instelling.voorzichtige_naam}
        )
    if huidig.staat in (Bevestigingsstaat.BEVESTIGD, Bevestigingsstaat.KAN_NIET):
        raise RuleError(_("Op dit besluit is al geantwoord."))
    if staat == Bevestigingsstaat.BEVESTIGD:
        _vraag_terugkoppeling(huidig, nu=nu, door=door)
    else:
        termijnen.beeindig([huidig.termijn], Termijnstaat.GEHAALD, nu=nu, door=door, reden=str(staat.label))
    Bevestiging.overgangen.move(staat, huidig)
    huidig.grond, huidig.op, huidig.door = grond, nu, door
    huidig.save(update_fields=["staat", "grond", "op", "door"])
    verslag, ontvangers = Verslag(nu, door), Ontvangers([stap.stagnatie], nu)
    bevestigd = staat == Bevestigingsstaat.BEVESTIGD
    verslag.gebeurde(
        stap.stagnatie,
        SoortGebeurtenis.BEVESTIGD if bevestigd else SoortGebeurtenis.KAN_NIET,
        stap=huidig.besluit.stap,
        tekst=str(huidig.instelling),
    )
    if bevestigd:
        verslag.meld("stagnatie_bevestigd", ontvangers.allen(stap.stagnatie), stap.stagnatie, huidig.pk)
    else:
        verslag.meld("stagnatie_kan_niet", [stap.houder], stap.stagnatie, huidig.pk)
        anderen = [wie for wie in ontvangers.allen(stap.stagnatie) if wie.pk != stap.houder_id]
        verslag.meld("stagnatie_bevestigd", anderen, stap.stagnatie, huidig.pk)
    verslag.schrijf()
    return huidig


def _vraag_terugkoppeling(bevestiging: Bevestiging, *, nu: datetime, door: Gebruiker) -> None:
    """Who confirms also reports back, by the day on which the result is awaited; else in the term of an answer (E6).

    The same term goes on for it, so that it stays in the list of who owes it, with its day.
    """
    regio, resultaat = Regio.objects.huidige(), bevestiging.besluit.stap.resultaat
    duur: Duur | None = regio.antwoord
    tot = verloopt_op(nu, regio.antwoord, huidige_kalender())
    if resultaat is not None and resultaat.loopt and resultaat.loopt_af_op > nu:
        tot, duur = resultaat.loopt_af_op, None
    hoe: dict[str, Any] = {"nu": nu, "door": door, "duur": duur, "soort": Wijzigingsoort.FASE}
    reden = _("bevestigd: nu de terugkoppeling")
    if bevestiging.termijn.loopt:
        termijnen.verzet(bevestiging.termijn, tot, reden=reden, **hoe)
    else:
        termijnen.heropen(bevestiging.termijn, tot, van=Termijnstaat.NIET_GEHAALD, reden=reden, **hoe)


@transaction.atomic
def koppel_terug(
    stap: Stap, *, tekst: str, door: Gebruiker, nu: datetime, lezers: str = Lezers.COORDINATOR
) -> Terugkoppeling:
    """Report back on actions and decisions of this step: who keeps it, coordinates, or was asked to do something (E6).

    The family says so how it sees it, at every step (E10). Somebody under sixteen chooses who reads it (`lezers`; of others
    all do): of what the coordinator alone reads, nobody else hears that it was said (G18). Raises RuleError at the field:
    nothing is said to a coordinator who isn't there.
    """
    tekst = eis_tekst(tekst, "tekst", _("Schrijf hoe het gaat."))
    huidig = eis_deze_stap(stap, nu, ook_voorbij=True)
    verslag, ontvangers = Verslag(nu, door), Ontvangers([huidig.stagnatie], nu)
    if not _mag_terugkoppelen(door, huidig, ontvangers):
        raise RuleError(_("Alleen wie hier iets doet of bewaakt, kan terugkoppelen."))
    apart = lezers == Lezers.COORDINATOR and kiest_lezers(door, huidig.stagnatie, nu)
    lezers = Lezers.COORDINATOR if apart else Lezers.ALLEN
    coordinator = ontvangers.coordinator(huidig.stagnatie)
    if apart and not coordinator:
        raise RuleError(
            zin(
                _(
                    "Er is nu geen [zorgcoördinator]: niemand zou dit lezen. Mag iedereen het lezen? Of bel wie jou helpt."
                )
            ),
            "lezers",
        )
    terugkoppeling = Terugkoppeling.objects.create(stap=huidig, van=door, tekst=tekst, op=nu, lezers=lezers)
    if apart:
        verslag.meld("stagnatie_terugkoppeling", coordinator, huidig.stagnatie, terugkoppeling.pk)
        verslag.schrijf()
        return terugkoppeling
    # Each who is bound reports back; the first time is noted with what it confirmed.
    bevestigd = Bevestiging.objects.filter(
        Q(instelling__in=instellingen_als_manager(door))
        | Q(gevraagd_aan__in=ik_en_namens(door, stap.stagnatie.gezin_id)),
        besluit__stap__stagnatie=huidig.stagnatie_id,
        staat=Bevestigingsstaat.BEVESTIGD,
        teruggekoppeld_op__isnull=True,
    )
    lopend = list(Termijn.objects.lopend().filter(bevestiging__in=bevestigd))
    termijnen.beeindig(lopend, Termijnstaat.GEHAALD, nu=nu, door=door, reden=_("teruggekoppeld"))
    bevestigd.update(teruggekoppeld_op=nu)
    verslag.gebeurde(
        huidig.stagnatie,
        SoortGebeurtenis.TERUGGEKOPPELD,
        stap=huidig,
        tekst=_("Door %(wie)s.") % {"wie": door.naam},
    )
    wie = {gebruiker.pk: gebruiker for gebruiker in [huidig.houder, *coordinator]}
    verslag.meld("stagnatie_terugkoppeling", wie.values(), huidig.stagnatie, terugkoppeling.pk)
    verslag.schrijf()
    return terugkoppeling


def kiest_lezers(gebruiker: Gebruiker, stagnatie: Stagnatie, nu: datetime) -> bool:
    """Whether this person, being under sixteen, chooses who reads own words here (G18)."""
    leden = Deelnemer.objects.actief().gezinsleden().filter(gezin=stagnatie.gezin_id, gebruiker=gebruiker)
    return any(beslist_over_eigen_woorden(lid, nu) for lid in leden)


def _mag_terugkoppelen(door: Gebruiker, stap: Stap, ontvangers: Ontvangers) -> bool:
    stagnatie_id = stap.stagnatie_id
    if is_houder(door, stap) or is_coordinator(door, stap.stagnatie.gezin_id):
        return True
    if door.pk in {lid.pk for lid in ontvangers.namens_gezin(stap.stagnatie)}:
        return True
    if BetrokkenOrganisatie.objects.filter(
        stagnatie=stagnatie_id, instelling__in=instellingen_als_manager(door)
    ).exists():
        return True
    ik = ik_en_namens(door, stap.stagnatie.gezin_id)
    eigen = Deelnemer.objects.actief().filter(gezin=stap.stagnatie.gezin_id, gebruiker__in=ik)
    return (
        Actie.objects.filter(stap__stagnatie=stagnatie_id, deelnemer__in=eigen).exists()
        or Vraag.objects.filter(stagnatie=stagnatie_id, aan__in=ik).exists()
        or stap.stagnatie.stappen.filter(houder__in=ik).exists()
    )
