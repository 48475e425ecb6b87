"""It counts when it happened (E14): done in time and recorded late takes back what came of it, at any step.

Says the missing party so itself, above the executors' step or, of the coordinator, at any step, then the family, the coordinator or
who leads her confirms; meanwhile the step term waits, once, two werkdagen (E15). A wrong tick taken back puts it where it stood.
"""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from core.errors import RuleError
from escalatie.actions import slot, tussenvragen
from escalatie.actions.beurt import open_stappen_bij, open_stappen_van, vergrendel_open_stap
from escalatie.actions.looptijd import geef_termijn_terug, wacht_tot
from escalatie.actions.oplossing import sluit
from escalatie.actions.stappen import herbezet
from escalatie.actions.terug import gaat_weer_verder, heropen_stap, trek_stap_in
from escalatie.actions.verslag import Verslag
from escalatie.jawoord import onvervangen
from escalatie.models import (
    Actie,
    Actiestaat,
    Medepartij,
    Oorzaak,
    SoortGebeurtenis,
    SoortTussenvraag,
    Stagnatie,
    StagnatieAfspraak,
    Stagnatiestaat,
    Stap,
    Stapreden,
    Stapstaat,
    Tussenvraag,
)
from escalatie.ontvangers import Ontvangers
from escalatie.stapsoorten import soort_van
from escalatie.stem import is_eigen_aandeel, mag_opgelost_melden, moet_bevestigd, wie_meldt
from gezinnen.models import Deelnemer
from gezinnen.waarneming import namens_wie
from gezinsplan.models import Afspraak
from instanties.actions.verzoeken import beantwoord
from instanties.models import Gebruiker, Verzoekstaat


@transaction.atomic
def trek_in(stagnaties: Collection[Stagnatie], *, nu: datetime, door: Gebruiker | None) -> None:
    """Withdraw as 'was already done', at any step: everybody who was ever told is told that too (E14)."""
    vergrendeld = slot.vergrendel([stagnatie.pk for stagnatie in stagnaties])
    sluit([rij for rij in vergrendeld.values() if rij.is_open], Stagnatiestaat.INGETROKKEN, nu=nu, door=door)


@transaction.atomic
def verwerk_alsnog_gedaan(afspraak: Afspraak, *, op_tijd: bool, door: Gebruiker | None, nu: datetime) -> None:
    """An afspraak that had been missed turns out to be done (E14). `door` None: its doer, by a one-time link.

    In time: it leaves the stagnatie, which is withdrawn when it was the last one; said by whose share it is, once that is
    confirmed. Late: that is noted, and it stays open until it is solved. One that people reported for another cause isn't
    about this afspraak alone, and stays too.
    """
    betrokken = Stagnatie.objects.open().filter(stagnatieafspraak__afspraak=afspraak)
    stagnaties = slot.vergrendel(betrokken.values_list("pk", flat=True))
    stappen = open_stappen_bij(stagnaties)
    verslag, ontvangers = Verslag(nu, door), Ontvangers(stagnaties.values(), nu)
    gedaan = []
    for stap in stappen:
        stagnatie = stap.stagnatie
        if not op_tijd:
            verslag.gebeurde(stagnatie, SoortGebeurtenis.AFSPRAAK_ALSNOG, stap=stap)
            verslag.meld(
                "stagnatie_alsnog", ontvangers.allen(stagnatie), stagnatie, f"{stagnatie.pk}:{afspraak.versie}"
            )
        elif moet_bevestigd(door, stap):
            vraag_bevestiging(stap, afspraak, door=door, nu=nu, verslag=verslag, ontvangers=ontvangers)
        else:
            gedaan.append(stap)
    verslag.schrijf()
    _was_gedaan(gedaan, afspraak, door=door, nu=nu)


def _was_gedaan(stappen: Collection[Stap], afspraak: Afspraak, *, door: Gebruiker | None, nu: datetime) -> None:
    gedaan, kan_weer = [], []
    stagnaties = [stap.stagnatie for stap in stappen]
    verslag, ontvangers = Verslag(nu, door), Ontvangers(stagnaties, nu)
    # What was reported about the same, later: that doesn't go with the afspraak (E1).
    crisis = set(
        Stap.objects.filter(stagnatie__in=stagnaties, reden=Stapreden.CRISIS).values_list("stagnatie_id", flat=True)
    )
    for stap in stappen:
        stagnatie = stap.stagnatie
        alleen_dit = stagnatie.oorzaak == Oorzaak.AFSPRAAK_NIET_NAGEKOMEN and stagnatie.pk not in crisis
        overige = StagnatieAfspraak.objects.filter(stagnatie=stagnatie).exclude(afspraak=afspraak)
        if alleen_dit and not overige.exists():
            gedaan.append(stagnatie)
            continue
        StagnatieAfspraak.objects.filter(stagnatie=stagnatie, afspraak=afspraak).delete()
        # Who was in it for this afspraak only, is in it no more (E12).
        doen_nog = Deelnemer.objects.filter(afspraken__stagnatieafspraak__stagnatie=stagnatie)
        eruit, _per_model = Medepartij.objects.filter(stagnatie=stagnatie).exclude(deelnemer__in=doen_nog).delete()
        if eruit and soort_van(stap.modelstap).in_plan:
            kan_weer.append(stap)
        verslag.gebeurde(stagnatie, SoortGebeurtenis.AFSPRAAK_WAS_GEDAAN, stap=stap)
        verslag.meld(
            "stagnatie_afspraak_gedaan", ontvangers.allen(stagnatie), stagnatie, f"{stagnatie.pk}:{afspraak.pk}"
        )
    verslag.schrijf()
    # Whose own share it was too, may keep the step now.
    herbezet(kan_weer, nu=nu, door=door, reden=_("het gaat hier niet meer over wie aan zet hoort te zijn"))
    sluit(gedaan, Stagnatiestaat.INGETROKKEN, nu=nu, door=door)


def vraag_bevestiging(
    stap: Stap,
    wat: Afspraak | Actie,
    *,
    door: Gebruiker | None,
    nu: datetime,
    verslag: Verslag,
    ontvangers: Ontvangers,
) -> None:
    """Whose share it is says that it was done: the family and the coordinator, or who leads her, are asked, once (E14, E15).

    Asked before: it was said before, and the step doesn't wait a second time.
    """
    stagnatie = stap.stagnatie
    verslag.gebeurde(stagnatie, SoortGebeurtenis.ZEGT_GEDAAN, stap=stap)
    eerder = _vragen_over(wat).filter(stagnatie=stagnatie)
    aan = _wie_bevestigt(stap, ontvangers)
    if eerder.exists() or not aan:
        return
    vraag = tussenvragen.stel(
        SoortTussenvraag.WAS_GEDAAN, stap, aan, tussenvragen.BEVESTIGEN, nu=nu, door=door, over=wat
    )
    wacht_tot(stap.staptermijn, vraag.termijn.loopt_af_op, nu=nu, door=door, reden=_("wacht tot dit is bevestigd"))
    verslag.meld("stagnatie_zegt_gedaan", aan, stagnatie, vraag.pk)


def _vragen_over(wat: Afspraak | Actie) -> QuerySet[Tussenvraag]:
    over = {"afspraak": wat} if isinstance(wat, Afspraak) else {"actie": wat}
    return Tussenvraag.objects.filter(soort=SoortTussenvraag.WAS_GEDAAN, **over)


def _wie_bevestigt(stap: Stap, ontvangers: Ontvangers) -> list[Gebruiker]:
    """The family, and the coordinator or, is it about her share, who leads her: nobody about his own share, also not of two
    who were to do it together.
    """
    wie = {een.pk: een for een in [*ontvangers.namens_gezin(stap.stagnatie), *wie_meldt(stap)]}
    return [een for een in wie.values() if een.is_active and not is_eigen_aandeel(een, stap.stagnatie)]


@transaction.atomic
def bevestig_gedaan(vraag: Tussenvraag, ja: bool, *, door: Gebruiker, nu: datetime) -> Tussenvraag:
    """The family, the coordinator or who leads her says whether it was done in time, as the missing party says (E14).

    Yes: what came of it is taken back. No: the step goes on with what was left of its term. Raises RuleError.
    """
    stap = vergrendel_open_stap(vraag.stagnatie_id)
    huidig = Tussenvraag.objects.select_related("termijn", "afspraak", "actie__stap__modelstap").get(pk=vraag.pk)
    stagnatie = stap.stagnatie
    ontvangers = Ontvangers([stagnatie], nu)
    familie = {wie.pk for wie in ontvangers.namens_gezin(stagnatie)}
    hoort_erbij = door.pk in familie or mag_opgelost_melden(door, stap)
    if huidig.soort != SoortTussenvraag.WAS_GEDAAN or not hoort_erbij or is_eigen_aandeel(door, stagnatie):
        raise RuleError(_("Dit vragen wij aan het gezin, of aan wie het plan coördineert."))
    namens = namens_wie(door, stagnatie.gezin_id, als_coordinator=True)
    beantwoord(huidig, ja, nu=nu, door=door, namens=namens)
    tussenvragen.rond_af(huidig, nu=nu, door=door)
    if not ja:
        geef_termijn_terug(stap.staptermijn, sinds=huidig.op, nu=nu, door=door)
        verslag = Verslag(nu, door)
        verslag.gebeurde(stagnatie, SoortGebeurtenis.NIET_BEVESTIGD, stap=stap)
        verslag.meld("stagnatie_niet_bevestigd", ontvangers.allen(stagnatie), stagnatie, huidig.pk)
        verslag.schrijf()
    elif huidig.afspraak is not None:
        _was_gedaan([stap], huidig.afspraak, door=door, nu=nu)
    elif huidig.actie is not None and huidig.actie.stap_id != stap.pk:
        trek_stap_in(stap, huidig.actie.stap, nu=nu, door=door)
    return huidig


def neem_stap_terug(actie: Actie, stap: Stap, *, door: Gebruiker, zelf: bool, nu: datetime) -> None:
    """An action of the step before was done in time: the step that came of it (`stap`, open) is withdrawn (E14).

    `zelf`: its doer says so; then that is confirmed first. Not while another action of that step wasn't done.
    """
    tussen = stap.stagnatie.stappen.filter(volgnummer__gt=actie.stap.volgnummer, volgnummer__lt=stap.volgnummer)
    kwam_ervan = (
        stap.reden == Stapreden.NIET_BEREIKT
        and actie.stap.staat == Stapstaat.DOORGEZET
        and not tussen.exclude(staat=Stapstaat.INGETROKKEN).exists()
    )
    acties = actie.stap.acties.select_related("termijn")
    niet_gedaan = acties.exclude(staat__in=[Actiestaat.UITGEVOERD, Actiestaat.VERVALLEN, Actiestaat.KAN_NIET])
    if not kwam_ervan or niet_gedaan.exists() or onvervangen(acties):
        return
    if not zelf:
        trek_stap_in(stap, actie.stap, nu=nu, door=door)
        return
    verslag = Verslag(nu, door)
    vraag_bevestiging(stap, actie, door=door, nu=nu, verslag=verslag, ontvangers=Ontvangers([stap.stagnatie], nu))
    verslag.schrijf()


@transaction.atomic
def heropen_ingetrokken(afspraak: Afspraak, *, sinds: datetime, nu: datetime, door: Gebruiker) -> bool:
    """The tick that withdrew a stagnatie was wrong: it stands again where it stood (E14, S8). `sinds`: when it was ticked.

    The step, its keeper, and what was left of its terms. True: something is open about this afspraak.
    """
    ingetrokken = Stagnatie.objects.filter(
        staat=Stagnatiestaat.INGETROKKEN, stagnatieafspraak__afspraak=afspraak, gesloten_op__gte=sinds
    )
    stagnaties = slot.vergrendel(ingetrokken.values_list("pk", flat=True))
    open_nu = set(
        Stagnatie.objects.open()
        .filter(gezin__in={rij.gezin_id for rij in stagnaties.values()})
        .values_list("gezin_id", "doel_id", "partij_id")
    )
    weer = [rij for rij in stagnaties.values() if (rij.gezin_id, rij.doel_id, rij.partij_id) not in open_nu]
    laat_wachten_los(afspraak, nu=nu, door=door)
    _heropen(weer, nu=nu, door=door)
    return StagnatieAfspraak.objects.filter(afspraak=afspraak, stagnatie__staat=Stagnatiestaat.OPEN).exists()


def _heropen(weer: Collection[Stagnatie], *, nu: datetime, door: Gebruiker) -> None:
    laatste: dict[UUID, Stap] = {}
    for stap in Stap.objects.filter(stagnatie__in=weer, staat=Stapstaat.GESLOTEN).select_related(
        "modelstap__volgende", "houder", "houder_instelling", "houder_gemeente", "vastleggen", "resultaat"
    ):
        laatste[stap.stagnatie_id] = stap
    Stagnatie.overgangen.move(Stagnatiestaat.OPEN, *weer)
    for stagnatie in weer:
        gesloten_op, stagnatie.gesloten_op = stagnatie.gesloten_op, None
        stagnatie.save(update_fields=["staat", "gesloten_op"])
        stap = laatste[stagnatie.pk]
        stap.stagnatie = stagnatie
        assert gesloten_op is not None  # noqa: S101 - the constraint on what is closed
        heropen_stap(stap, sinds=gesloten_op, nu=nu, door=door, met_acties=True)
    gaat_weer_verder([laatste[rij.pk] for rij in weer], nu=nu, door=door)


def laat_wachten_los(wat: Afspraak | Actie, *, nu: datetime, door: Gebruiker) -> None:
    """Taken back while somebody was still asked to confirm it: that isn't asked any more, and the step goes on."""
    vragen = _vragen_over(wat).filter(staat=Verzoekstaat.WACHT).select_related("termijn")
    stagnaties = slot.vergrendel(vragen.values_list("stagnatie_id", flat=True))
    stappen = open_stappen_van(list(stagnaties))
    for vraag in list(vragen):
        geef_termijn_terug(stappen[vraag.stagnatie_id].staptermijn, sinds=vraag.op, nu=nu, door=door)
    tussenvragen.laat_los(vragen, nu=nu, door=door)
