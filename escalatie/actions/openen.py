"""A plan gets stuck: by the clock, with the afspraken that were missed, or reported by anyone who takes part (E1, E12)."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from operator import attrgetter
from typing import NamedTuple
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Q, prefetch_related_objects
from django.utils.translation import gettext as _

from core.errors import RuleError
from core.rows import insert_rows
from escalatie.actions import slot
from escalatie.actions.aandeel import vraag_aandeel
from escalatie.actions.beurt import eis_tekst, open_stappen_bij, vergrendel_open_stap
from escalatie.actions.stappen import Beheer, Ladders, Opening, herbezet, kies, open_stappen
from escalatie.actions.verslag import Verslag
from escalatie.actions.voorrang import is_iets_anders, is_nieuw, klasse_van_gemist, klasse_van_oorzaak, verhoog
from escalatie.houders import Houders
from escalatie.models import (
    Escalatiemodel,
    Klasse,
    Medepartij,
    Oorzaak,
    SoortGebeurtenis,
    Stagnatie,
    StagnatieAfspraak,
    Stagnatiestaat,
    Stap,
    Stapreden,
)
from escalatie.ontvangers import Ontvangers
from escalatie.stapsoorten import soort_van
from gezinnen.models import Deelnemer, Gezin
from gezinsplan.models import Afspraak, Doel
from gezinsplan.signalen import GEEN_AKKOORD, GEEN_ANTWOORD, GESPREK, LUKT_NIET, VEILIGHEID, Gemist
from instanties.models import Gebruiker, Regio
from woorden.zinnen import zin

REDEN_VAN_GEMIST = {
    GEEN_ANTWOORD: Stapreden.GEEN_ANTWOORD,
    LUKT_NIET: Stapreden.LUKT_NIET,
    GESPREK: Stapreden.GESPREK_BLEEF_UIT,
    GEEN_AKKOORD: Stapreden.GEEN_AKKOORD,
    VEILIGHEID: Stapreden.VEILIGHEID,
}


class Kern(NamedTuple):
    """What a stagnatie is about: open at most once at a time; what weighs more raises it (E1)."""

    gezin_id: UUID
    doel_id: UUID | None
    partij_id: UUID | None


def _kern(gemist: Gemist) -> Kern:
    doel = gemist.afspraak.doel
    # A condition rests under a goal; what is stuck is the goal (G3).
    return Kern(doel.plan.gezin_id, doel.hoofddoel_id or doel.pk, gemist.partij.pk if gemist.partij else None)


@transaction.atomic
def open_stagnaties(lijst: Sequence[Gemist], *, nu: datetime) -> list[Stagnatie]:
    """Open a stagnatie for each goal and missing party, or join the one that is open already (E1, E12).

    A further missed afspraak of the same party joins; another party's starts its own step 1. About safety, it raises what
    it joins. In bulk. Returns the ones that were opened.
    """
    if not lijst:
        return []
    # What weighs most says why.
    lijst = sorted(lijst, key=klasse_van_gemist, reverse=True)
    van_elk: dict[Kern, list[Gemist]] = defaultdict(list)
    for gemist in lijst:
        van_elk[_kern(gemist)].append(gemist)
    _vergrendel_wat_verandert(van_elk)
    verslag = Verslag(nu)
    samen: dict[tuple[UUID, str], list[Gemist]] = defaultdict(list)
    for gemist in lijst:
        samen[gemist.afspraak.pk, gemist.reden].append(gemist)
    bestaand = _open_van(van_elk)
    per_kern: dict[Kern, list[Gemist]] = defaultdict(list)
    mede: dict[Kern, list[Deelnemer]] = defaultdict(list)
    for gemisten in samen.values():
        # Two who were to do it together are one course, with whoever is stuck already, else with the first (E12).
        eerste = next((gemist for gemist in gemisten if _kern(gemist) in bestaand), gemisten[0])
        per_kern[_kern(eerste)].append(eerste)
        mede[_kern(eerste)] += [
            gemist.partij for gemist in gemisten if gemist.partij and gemist.partij != eerste.partij
        ]
    bestaand = {kern: stagnatie for kern, stagnatie in bestaand.items() if kern in per_kern}
    nieuw_met = {kern: partijen for kern, partijen in mede.items() if kern not in bestaand}
    nieuw = [_van_gemist(kern, gemisten) for kern, gemisten in per_kern.items() if kern not in bestaand]
    geopend = _begin(
        nieuw,
        {kern: REDEN_VAN_GEMIST[gemisten[0].reden] for kern, gemisten in per_kern.items()},
        {kern: [gemist.afspraak for gemist in gemisten] for kern, gemisten in per_kern.items()},
        nu,
        verslag,
        nieuw_met,
        {kern: gemisten[0].sinds for kern, gemisten in per_kern.items()},
    )
    nieuwe_kernen = {Kern(s.gezin_id, s.doel_id, s.partij_id) for s in geopend}
    erbij = [kern for kern in per_kern if kern not in nieuwe_kernen]
    # Somebody else may have opened the same one just now: then it is joined like any other.
    if not bestaand.keys() >= set(erbij):
        bestaand = _open_van(erbij)
    _voeg_partijen_toe({bestaand[kern]: mede[kern] for kern in erbij if kern in bestaand and mede[kern]}, nu, verslag)
    _sluit_aan({kern: per_kern[kern] for kern in erbij}, bestaand, nu, verslag)
    verslag.schrijf()
    return geopend


def _leg_partijen_vast(per_stagnatie: dict[UUID, list[Deelnemer]], nu: datetime) -> None:
    Medepartij.objects.bulk_create(
        (
            Medepartij(stagnatie_id=stagnatie_id, deelnemer=partij, op=nu)
            for stagnatie_id, partijen in per_stagnatie.items()
            for partij in partijen
        ),
        ignore_conflicts=True,
    )


def _voeg_partijen_toe(per_stagnatie: dict[Stagnatie, list[Deelnemer]], nu: datetime, verslag: Verslag) -> None:
    """More parties in what is open, locked with its terms: who kept a step in the plan may be one of them now (E2).

    Above the executors who leads there is asked what comes of the share, as of the first (E4).
    """
    _leg_partijen_vast({stagnatie.pk: partijen for stagnatie, partijen in per_stagnatie.items()}, nu)
    stappen = open_stappen_bij({stagnatie.pk: stagnatie for stagnatie in per_stagnatie})
    in_plan = [stap for stap in stappen if soort_van(stap.modelstap).in_plan]
    if in_plan:
        herbezet(in_plan, nu=nu, door=None, reden=_("het gaat nu ook over wie hier aan zet was"))
    if hoger := [stap for stap in stappen if not soort_van(stap.modelstap).in_plan]:
        vraag_aandeel(hoger, nu=nu, houders=Houders([stap.stagnatie for stap in hoger]), verslag=verslag)


def _van_gemist(kern: Kern, gemisten: Sequence[Gemist]) -> Stagnatie:
    doel = gemisten[0].afspraak.doel
    return Stagnatie(
        gezin=doel.plan.gezin,
        # Of a condition the goal itself isn't loaded.
        **({"doel": doel} if doel.pk == kern.doel_id else {"doel_id": kern.doel_id}),
        partij=gemisten[0].partij,
        oorzaak=Oorzaak.AFSPRAAK_NIET_NAGEKOMEN,
        klasse=klasse_van_gemist(gemisten[0]),
        toelichting=next((gemist.toelichting[:1000] for gemist in gemisten if gemist.toelichting), ""),
    )


@transaction.atomic
def meld_stagnatie(
    gezin: Gezin,
    *,
    door: Gebruiker,
    nu: datetime,
    oorzaak: Oorzaak,
    toelichting: str,
    doel: Doel | None = None,
    partij: Deelnemer | None = None,
    afspraken: Collection[Afspraak] = (),
) -> Stagnatie:
    """Anyone who takes part says that the plan is stuck, with its cause; step 1 begins (E1).

    A crisis raises what is open about the same, a second one too; about no goal in particular, all that is open. The caller
    knows that `door` may (GezinsRecht.STAGNATIE_MELDEN). Raises RuleError, also when just this was said already.
    """
    toelichting = eis_tekst(toelichting, "toelichting", _("Schrijf in een paar woorden wat er aan de hand is."))
    if oorzaak not in Oorzaak.values:
        raise RuleError(_("Kies waardoor het vastloopt."), field="oorzaak")
    if doel is not None and doel.plan.gezin_id != gezin.pk:
        raise RuleError(_("Kies een doel van dit gezin."), field="doel")
    if partij is not None and (partij.gezin_id != gezin.pk or partij.gestopt_op is not None):
        raise RuleError(_("Kies iemand die bij dit plan meedoet."), field="partij")
    hoofddoel = (doel.hoofddoel or doel) if doel else None
    kern = Kern(gezin.pk, hoofddoel.pk if hoofddoel else None, partij.pk if partij else None)
    klasse = klasse_van_oorzaak(oorzaak)
    verslag = Verslag(nu, door)
    geopend = _begin(
        [
            Stagnatie(
                gezin=gezin,
                doel=hoofddoel,
                partij=partij,
                oorzaak=oorzaak,
                klasse=klasse,
                toelichting=toelichting,
                gemeld_door=door,
            )
        ],
        {kern: Stapreden.GEMELD},
        {kern: list(afspraken)},
        nu,
        verslag,
    )
    ook = _verhoog_in_het_gezin(kern, klasse, nu=nu, door=door) if hoofddoel is None else False
    if not geopend:
        open_al = Stagnatie.objects.open().filter(**kern._asdict()).first()
        if open_al is not None and is_iets_anders(open_al, klasse, toelichting):
            stap = vergrendel_open_stap(open_al.pk)
            verhoog({stap: klasse}, nu=nu, door=door, toelichting=toelichting)
            return stap.stagnatie
        if open_al is not None and ook:
            return open_al
        melding = zin(
            _("Dit is al gemeld: over dit doel en deze persoon loopt al [een stagnatie]. U vindt dit bij het plan.")
        )
        raise RuleError(melding, field="doel")
    verslag.schrijf()
    return geopend[0]


def _verhoog_in_het_gezin(kern: Kern, klasse: Klasse, *, nu: datetime, door: Gebruiker) -> bool:
    """What weighs more and is about no goal in particular goes for all that is open there, of that party if one is named (E1).

    Not what was said: that stays with what it was said about. True: something was raised.
    """
    lager = Stagnatie.objects.open().filter(gezin=kern.gezin_id, klasse__lt=klasse).exclude(**kern._asdict())
    if kern.partij_id is not None:
        lager = lager.filter(partij=kern.partij_id)
    if klasse == Klasse.GEWOON or not lager.exists():
        return False
    stagnaties = slot.vergrendel(lager.values_list("pk", flat=True))
    stappen = dict.fromkeys(open_stappen_bij({pk: rij for pk, rij in stagnaties.items() if rij.is_open}), klasse)
    return bool(stappen and verhoog(stappen, nu=nu, door=door))


def _vergrendel_wat_verandert(per_kern: dict[Kern, list[Gemist]]) -> None:
    """Lock what is to be raised, or gets a party more, as an act does, terms first, before anything else is held (slot)."""
    keren = Counter((gemist.afspraak.pk, gemist.reden) for gemisten in per_kern.values() for gemist in gemisten)
    verandert = [
        kern
        for kern, gemisten in per_kern.items()
        if klasse_van_gemist(gemisten[0]) or any(keren[gemist.afspraak.pk, gemist.reden] > 1 for gemist in gemisten)
    ]
    if verandert:
        wie = Q(*(Q(**kern._asdict()) for kern in verandert), _connector=Q.OR)
        slot.vergrendel(Stagnatie.objects.open().filter(wie).values_list("pk", flat=True))


def _open_van(kernen: Iterable[Kern]) -> dict[Kern, Stagnatie]:
    """The open stagnaties of these, locked: they stay open until the transaction ends."""
    kernen = set(kernen)
    rijen = (
        Stagnatie.objects.open()
        .filter(gezin__in={kern.gezin_id for kern in kernen})
        .select_for_update(no_key=True, of=("self",))
        .select_related("gezin__gemeente", "doel", "partij__instelling")
        .order_by("pk")
    )
    gevonden = {Kern(rij.gezin_id, rij.doel_id, rij.partij_id): rij for rij in rijen}
    return {kern: rij for kern, rij in gevonden.items() if kern in kernen}


def _begin(
    nieuw: list[Stagnatie],
    redenen: dict[Kern, Stapreden],
    afspraken: dict[Kern, list[Afspraak]],
    nu: datetime,
    verslag: Verslag,
    mede: Mapping[Kern, list[Deelnemer]] | None = None,
    sinds: Mapping[Kern, datetime | None] | None = None,
) -> list[Stagnatie]:
    """Insert these, each with its first step; leaves out those that somebody else opened first."""
    if not nieuw:
        return []
    model = Escalatiemodel.objects.get(actief=True)
    voorgangers = _voorgangers(nieuw, nu)
    for stagnatie in nieuw:
        stagnatie.pk = uuid4()
        stagnatie.model = model
        stagnatie.geopend_op = nu
        stagnatie.voorganger_id = voorgangers.get((stagnatie.doel_id, stagnatie.partij_id, stagnatie.gezin_id))
    # The unique constraint decides between two who open the same one; the other's row is left alone.
    Stagnatie.objects.bulk_create(nieuw, ignore_conflicts=True)
    van_ons = set(Stagnatie.objects.filter(pk__in=[stagnatie.pk for stagnatie in nieuw]).values_list("pk", flat=True))
    geopend = sorted((stagnatie for stagnatie in nieuw if stagnatie.pk in van_ons), key=attrgetter("pk"))
    if not geopend:
        return []
    # What the caller has loaded already is not read again.
    prefetch_related_objects(geopend, "gezin__gemeente", "doel", "partij__instelling")
    insert_rows(
        StagnatieAfspraak,
        (
            {"stagnatie_id": stagnatie.pk, "afspraak_id": afspraak_id, "op": nu}
            for stagnatie in geopend
            for afspraak_id in dict.fromkeys(afspraak.pk for afspraak in afspraken[_kern_van(stagnatie)])
        ),
    )
    if mede:
        _leg_partijen_vast({stagnatie.pk: mede.get(_kern_van(stagnatie), []) for stagnatie in geopend}, nu)
    for stagnatie in geopend:
        verslag.gebeurde(stagnatie, SoortGebeurtenis.GEOPEND, tekst=str(Oorzaak(stagnatie.oorzaak).label))
    houders, ladders, beheer = Houders(geopend), Ladders(geopend), Beheer()
    gebleven = _waar_gebleven(geopend)
    openingen = [
        _eerste(stagnatie, redenen[_kern_van(stagnatie)], gebleven.get(stagnatie.pk), houders, ladders, beheer)
        for stagnatie in geopend
    ]
    for opening in openingen:
        opening.sinds = (sinds or {}).get(_kern_van(opening.stagnatie))
    open_stappen(openingen, nu=nu, houders=houders, verslag=verslag)
    beheer.meld(nu)
    return geopend


def _kern_van(stagnatie: Stagnatie) -> Kern:
    return Kern(stagnatie.gezin_id, stagnatie.doel_id, stagnatie.partij_id)


def _eerste(
    stagnatie: Stagnatie,
    reden: Stapreden,
    gebleven: Stap | None,
    houders: Houders,
    ladders: Ladders,
    beheer: Beheer,
) -> Opening:
    stappen, niveau = ladders.van(stagnatie), 1
    if gebleven is not None and gebleven.modelstap_id != stappen[0].pk:
        stappen, niveau = [gebleven.modelstap, *ladders.na(gebleven.modelstap)], gebleven.niveau
        reden = reden if stagnatie.gaat_voor else Stapreden.TERUG
    gekozen = kies(stagnatie, stappen, reden, houders, beheer, niveau)
    if gekozen is None:
        nood = houders.noodhouder(stagnatie)
        if nood is None:
            raise LookupError("nobody in the region can keep a step")
        gekozen = stappen[0], nood, reden
    modelstap, houder, reden = gekozen
    niveau = niveau if gebleven is not None and modelstap.pk == gebleven.modelstap_id else 1
    return Opening(stagnatie, modelstap, houder, 1, reden, niveau, toelichting=stagnatie.toelichting)


def _waar_gebleven(stagnaties: Iterable[Stagnatie]) -> dict[UUID, Stap]:
    """Of those that were solved not long ago: the step in which that was, on the same ladder. There it goes on."""
    van = {stagnatie.voorganger_id: stagnatie for stagnatie in stagnaties if stagnatie.voorganger_id}
    if not van:
        return {}
    laatste = (
        Stap.objects.doorlopen()
        .filter(stagnatie__in=list(van))
        .order_by("stagnatie_id", "-volgnummer")
        .distinct("stagnatie_id")
    )
    return {
        van[stap.stagnatie_id].pk: stap
        for stap in laatste.select_related("modelstap")
        if stap.modelstap.model_id == van[stap.stagnatie_id].model_id
    }


def _voorgangers(nieuw: Iterable[Stagnatie], nu: datetime) -> dict[tuple[UUID | None, UUID | None, UUID], UUID]:
    """Solved not long ago and back again: the forerunner, which the new stagnatie shows."""
    sinds = nu - timedelta(days=Regio.objects.huidige().heropen_dagen)
    rijen = Stagnatie.objects.filter(
        Q(gezin__in={stagnatie.gezin_id for stagnatie in nieuw}),
        staat=Stagnatiestaat.OPGELOST,
        gesloten_op__gte=sinds,
    ).order_by("gesloten_op")
    return {(rij.doel_id, rij.partij_id, rij.gezin_id): rij.pk for rij in rijen}


def _sluit_aan(
    per_kern: dict[Kern, list[Gemist]], bestaand: dict[Kern, Stagnatie], nu: datetime, verslag: Verslag
) -> None:
    """Let these missed afspraken join the stagnatie that is open for their party and goal."""
    if not per_kern:
        return
    stagnaties = {kern: bestaand[kern] for kern in per_kern}
    gekoppeld = set(
        StagnatieAfspraak.objects.filter(stagnatie__in=stagnaties.values()).values_list("stagnatie_id", "afspraak_id")
    )
    erbij: dict[UUID, dict[UUID, None]] = defaultdict(dict)
    for kern, gemisten in per_kern.items():
        for gemist in gemisten:
            if (stagnaties[kern].pk, gemist.afspraak.pk) not in gekoppeld:
                erbij[stagnaties[kern].pk][gemist.afspraak.pk] = None
    insert_rows(
        StagnatieAfspraak,
        (
            {"stagnatie_id": stagnatie_id, "afspraak_id": afspraak_id, "op": nu}
            for stagnatie_id, afspraken in erbij.items()
            for afspraak_id in afspraken
        ),
    )
    ontvangers = Ontvangers(stagnaties.values(), nu)
    for stagnatie in stagnaties.values():
        for afspraak_id in erbij[stagnatie.pk]:
            verslag.gebeurde(stagnatie, SoortGebeurtenis.AFSPRAAK_ERBIJ)
            verslag.meld("stagnatie_afspraak", ontvangers.allen(stagnatie), stagnatie, f"{stagnatie.pk}:{afspraak_id}")
    _verhoog(
        {stagnaties[kern].pk: klasse_van_gemist(gemisten[0]) for kern, gemisten in per_kern.items()}, stagnaties, nu
    )


def _verhoog(klassen: dict[UUID, Klasse], stagnaties: dict[Kern, Stagnatie], nu: datetime) -> None:
    stijgt = {rij.pk: rij for rij in stagnaties.values() if is_nieuw(rij, klassen[rij.pk])}
    if stijgt:
        verhoog({stap: klassen[stap.stagnatie_id] for stap in open_stappen_bij(stijgt)}, nu=nu)
