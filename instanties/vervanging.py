"""Who stands in for whom on one day: the one answer, asked at every read (I6).

Nothing is copied and nothing has to run when an absence begins or ends: rows stay the absent person's, and whoever
stands in is asked for by the day and by the role in which the work is done. In order:

1. whoever was named; is that one away too, whoever was named there, and so on;
2. nobody named, or a circle: the leidinggevende of the function, for a manager or bestuurder else another one of the
   instelling; for an official the other one whom the gemeente named, else another official there;
3. nobody at all: the person stays on; the leidinggevende and the beheerder are told.

Only who can log in and does such work there now (`DOEN`): a plan passes to a hulpverlener of the same instelling and to
nobody else, the turn of a manager to a manager or bestuurder. Who recorded it for somebody else gets no plan by it (I8).
Rooms above say in which families somebody can't stand in.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import DateField, Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from core import clock, memo
from core.kept_queries import Rows, Slot, kept
from core.registry import Registry
from instanties.models import Functie, Gebruiker, Gemeente, Rol, Vervanging, VervangingQuerySet
from instanties.selectie import functies_van_velen
from instanties.vaste_lezer import VasteLezer, slots

# Of these people: the (person, family) pairs in which that person can't stand in for anybody, as a question.
Uitsluiting = Callable[[Collection[UUID]], QuerySet[Any, tuple[UUID, UUID]]]
UITSLUITINGEN: Registry[str, Uitsluiting] = Registry()

LEIDING = (Rol.LEIDINGGEVENDE, Rol.MANAGER, Rol.BESTUURDER)
# In which role somebody reads and acts in plans for work.
PLANWERK = Rol.HULPVERLENER
# Who does the work of a role when its holder is away; of another role: who has that role too.
DOEN: dict[str, tuple[Rol, ...]] = {
    Rol.LEIDINGGEVENDE: LEIDING,
    Rol.MANAGER: (Rol.MANAGER, Rol.BESTUURDER),
    Rol.BESTUURDER: (Rol.MANAGER, Rol.BESTUURDER),
}


# In these roles terms and turns are kept: who takes all of that over, takes the notices and terms over as a whole.
_HOUDT = (PLANWERK, Rol.MANAGER, Rol.BESTUURDER, Rol.GEMEENTEAMBTENAAR)


def uitgesloten(mensen: Collection[UUID]) -> dict[UUID, set[UUID]]:
    """Per person the families in which he or she never stands in. One query."""
    gevonden: dict[UUID, set[UUID]] = defaultdict(set)
    if mensen and UITSLUITINGEN:
        eerste, *rest = (bron(mensen) for bron in UITSLUITINGEN)
        for wie, gezin_id in eerste.union(*rest):
            gevonden[wie].add(gezin_id)
    return gevonden


@dataclass(frozen=True)
class Waarnemer:
    """Who stands in for somebody, until when. `genoemd`: was named for it, and doesn't do it because of a function."""

    gebruiker: Gebruiker
    wie: Gebruiker
    tot_en_met: date
    genoemd: bool


@dataclass(frozen=True)
class Namens:
    """That one person stands in for `wie` in some roles now: in all families but `behalve`, or in `alleen`."""

    wie: Gebruiker
    tot_en_met: date
    # Of which organisation in which role.
    werk: frozenset[tuple[UUID, str]]
    # Whether that is all the work of `wie` in which terms and turns are kept.
    overal: bool
    behalve: frozenset[UUID] = frozenset()
    alleen: frozenset[UUID] | None = None

    def waar(self, *rollen: str) -> set[UUID]:
        """The organisations where this is the work of one of these roles."""
        return {organisatie for organisatie, rol in self.werk if rol in rollen}

    def geldt_in(self, gezin_id: UUID) -> bool:
        return gezin_id not in self.behalve and (self.alleen is None or gezin_id in self.alleen)

    def q(self, wie: str, gezin: str) -> Q:
        """The filter for rows of `wie` (a field) in the families (a field) in which this one stands in."""
        rijen = Q(**{wie: self.wie.pk})
        if self.behalve:
            rijen &= ~Q(**{f"{gezin}__in": self.behalve})
        return rijen if self.alleen is None else rijen & Q(**{f"{gezin}__in": self.alleen})


def volg(
    kandidaat: UUID | None, genoemd: Mapping[UUID, UUID | None], gezien: set[UUID], daar: Container[UUID]
) -> UUID | None:
    """This one or, is he or she away too, whoever was named for that one (`genoemd`: by who is away), and so on.

    None in a circle (`gezien`), and where the one who was named doesn't work `daar`.
    """
    while kandidaat is not None and kandidaat not in gezien:
        gezien.add(kandidaat)
        if kandidaat not in daar:
            return None
        if kandidaat not in genoemd:
            return kandidaat
        kandidaat = genoemd[kandidaat]
    return None


class Dag:
    """Who is away, and who could stand in, on one day at some organisations: these (`plekken`), or where `mensen` work."""

    def __init__(
        self,
        op: date,
        afwezig: Iterable[Vervanging],
        *,
        mensen: Collection[UUID] = (),
        plekken: Collection[UUID] = (),
    ) -> None:
        self.op = op
        self.afwezig = {rij.wie_id: rij for rij in afwezig}
        # Per organisation: who works there and can log in, with leidinggevende and roles.
        self._werkt: dict[UUID, dict[UUID, list[Functie]]] = defaultdict(lambda: defaultdict(list))
        self._gemeenten: dict[UUID, Gemeente] = {}
        if self.afwezig:
            self._lees(mensen, plekken)

    def _lees(self, mensen: Collection[UUID], plekken: Collection[UUID]) -> None:
        genoemd = {pk for rij in self.afwezig.values() for pk in (rij.wie_id, rij.vervanger_id) if pk}
        for functie in _wie_er_kan(bool(mensen), mensen=list(mensen), plekken=list(plekken), genoemd=list(genoemd)):
            organisatie = functie.instelling_id or functie.gemeente_id
            if organisatie is None:
                continue
            self._werkt[organisatie][functie.gebruiker_id].append(functie)
            if functie.gemeente is not None:
                self._gemeenten[organisatie] = functie.gemeente

    def organisaties_van(self, wie: UUID) -> set[UUID]:
        """Where this person works, among these organisations."""
        return {organisatie for organisatie, mensen in self._werkt.items() if wie in mensen}

    def rollen_van(self, wie: UUID, organisatie: UUID) -> list[str]:
        """In which roles this person works there; plan work first."""
        rollen = {functie.rol for functie in self._werkt[organisatie].get(wie, ())}
        return [rol for rol in Rol.values if rol in rollen]

    def keten(self, wie: UUID, organisatie: UUID, rol: str) -> list[UUID]:
        """Who could do for this absent person there what is the work of this role, in order; empty: nobody."""
        gezien = {wie}
        rij: dict[UUID, None] = {}
        for kandidaat in (self.afwezig[wie].vervanger_id, *self._naar_functie(wie, organisatie)):
            gevonden = self._wie_er_is(kandidaat, organisatie, gezien)
            if gevonden is not None and self._mag(gevonden, gezien, organisatie, rol):
                rij[gevonden] = None
        return list(rij)

    def _mag(self, kandidaat: UUID, voor_hem: Container[UUID], organisatie: UUID, rol: str) -> bool:
        """Whether he does such work there; of plans, not who sent one of those before him away, or another (I8)."""
        vastgelegd = (rij.door_wie_anders for wie, rij in self.afwezig.items() if wie in voor_hem)
        if rol == PLANWERK and any(kandidaat in mensen for mensen in vastgelegd):
            return False
        return bool({functie.rol for functie in self._werkt[organisatie][kandidaat]} & set(DOEN.get(rol, (rol,))))

    def _wie_er_is(self, kandidaat: UUID | None, organisatie: UUID, gezien: set[UUID]) -> UUID | None:
        genoemd = {wie: rij.vervanger_id for wie, rij in self.afwezig.items()}
        return volg(kandidaat, genoemd, gezien, self._werkt[organisatie])

    def _naar_functie(self, wie: UUID, organisatie: UUID) -> list[UUID]:
        gemeente = self._gemeenten.get(organisatie)
        mensen = self._werkt[organisatie]
        if gemeente is not None:
            genoemd = [pk for pk in (gemeente.vervanger_id, gemeente.ambtenaar_id) if pk]
            return [*genoemd, *mensen]
        boven = [functie.leidinggevende_id for functie in mensen.get(wie, ()) if functie.leidinggevende_id]
        per_rol = [pk for rol in LEIDING for pk, van in mensen.items() if any(functie.rol == rol for functie in van)]
        return [*boven, *per_rol]

    def gebruiker(self, pk: UUID, organisatie: UUID) -> Gebruiker:
        return self._werkt[organisatie][pk][0].gebruiker

    def waarnemer(
        self, wie: Gebruiker, organisatie: UUID, keten: Sequence[UUID], afwezig: Collection[UUID] = ()
    ) -> Waarnemer | None:
        """The first of this `keten` there, not counting those in `afwezig`; None: there is nobody."""
        rij = self.afwezig[wie.pk]
        pk = next((pk for pk in keten if pk not in afwezig), None)
        if pk is None:
            return None
        return Waarnemer(self.gebruiker(pk, organisatie), wie, rij.tot_en_met, genoemd=pk == rij.vervanger_id)


def bij(instellingen: Any, gemeenten: Any) -> Q:
    """The filter for functions at these (ids, or a question for them)."""
    return Q(instelling__in=instellingen) | Q(gemeente__in=gemeenten)


@kept
def _wie_er_kan(waar_zij_werken: bool) -> Rows:
    """The functions of who is away or `genoemd`, and of who comes next: there where `mensen` work, or at `plekken`."""
    eigen = Functie.objects.geldig().filter(gebruiker__in=slots("mensen"))
    hier = bij(eigen.values("instelling"), eigen.values("gemeente"))
    boven = Functie.objects.geldig().filter(gebruiker__in=slots("genoemd"), leidinggevende__isnull=False)
    functies = (
        Functie.objects.geldig()
        .filter(hier if waar_zij_werken else bij(slots("plekken"), slots("plekken")), gebruiker__is_active=True)
        .filter(
            Q(gebruiker__in=slots("genoemd"))
            | Q(rol__in=(*LEIDING, Rol.GEMEENTEAMBTENAAR))
            | Q(gebruiker__in=boven.values("leidinggevende"))
        )
        .order_by("gebruiker__naam_volgorde", "gebruiker_id", "id")
    )
    return Rows(functies, met=["gebruiker", "gemeente"])


def werkt_bij(mensen: Collection[UUID]) -> dict[UUID, set[UUID]]:
    """Where each of these people works now: ids of instellingen and gemeenten."""
    gevonden: dict[UUID, set[UUID]] = defaultdict(set)
    rijen = Functie.objects.geldig().filter(gebruiker__in=list(mensen))
    for wie, instelling, gemeente in rijen.values_list("gebruiker_id", "instelling_id", "gemeente_id"):
        if organisatie := instelling or gemeente:
            gevonden[wie].add(organisatie)
    return gevonden


def afwezig_bij(op: Any, collega_van: Q) -> VervangingQuerySet:
    """Who is away on this day, among those who share an organisation with `collega_van` (a filter on Functie)."""
    return _bij_collega(Vervanging.objects.op(op), collega_van)


def _bij_collega(rijen: VervangingQuerySet, collega_van: Q) -> VervangingQuerySet:
    eigen = Functie.objects.geldig().filter(collega_van)
    werkt = Functie.objects.geldig().filter(gebruiker=OuterRef("wie"))
    return rijen.filter(Exists(werkt.filter(bij(eigen.values("instelling"), eigen.values("gemeente")))))


@kept
def _afwezig_bij(_vorm: None) -> Rows:
    return Rows(afwezig_bij(Slot("op", DateField()), Q(gebruiker__in=slots("mensen"))), met=["wie"])


def dag_bij(op: date, mensen: Collection[UUID]) -> Dag:
    """The day at the organisations of these people; asked once per request, one query when nobody there is away."""
    wie = frozenset(mensen)
    return memo.remember(
        ("dag_bij", op, wie),
        lambda: Dag(op, _afwezig_bij(None, op=op, mensen=list(wie)), mensen=wie),
    )


def valt_in_voor(wie: Gebruiker, van: date, tot_en_met: date) -> list[Vervanging]:
    """Absences of others that fall in these days, which this person comes first to stand in for when he or she is here."""
    dan = Vervanging.objects.geldig().filter(van__lte=tot_en_met, tot_en_met__gte=van).exclude(wie=wie.pk)
    gevonden = []
    for rij in _bij_collega(dan, Q(gebruiker=wie.pk)).select_related("wie").order_by("van", "pk"):
        op = max(rij.van, van)
        dag = Dag(op, Vervanging.objects.op(op).exclude(wie=wie.pk), mensen=[wie.pk])
        werk = [(plek, rol) for plek in dag.organisaties_van(wie.pk) for rol in dag.rollen_van(rij.wie_id, plek)]
        if any(dag.keten(rij.wie_id, plek, rol)[:1] == [wie.pk] for plek, rol in werk):
            gevonden.append(rij)
    return gevonden


def dag_van(gebruiker: Any, op: date) -> Dag:
    """The day at this person's organisations; asked once per request, one query when nobody there is away."""
    pk = gebruiker.pk

    def afwezig() -> list[Vervanging]:
        return _afwezig_bij(None, op=op, mensen=[pk])

    return memo.remember(
        ("dag_van", pk, op), lambda: Dag(op, memo.remember(("afwezig_bij", pk, op), afwezig), mensen=[pk])
    )


def namens(gebruiker: Any, op: date | None = None) -> tuple[Namens, ...]:
    """For whom this person stands in on the day `op` (default: today). Asked once per request; one query when for nobody."""
    if not gebruiker.is_authenticated or not gebruiker.is_active or not gebruiker.is_professional:
        return ()
    dag = op or clock.today()
    return memo.remember(("namens", gebruiker.pk, dag), lambda: _namens(gebruiker, dag))


def _namens(gebruiker: Gebruiker, op: date) -> tuple[Namens, ...]:
    dag = dag_van(gebruiker, op)
    if not dag.afwezig or gebruiker.pk in dag.afwezig:
        return ()
    # Per absent person: where and in which role, and who comes first there.
    ketens: dict[UUID, dict[tuple[UUID, str], list[UUID]]] = defaultdict(dict)
    for organisatie in dag.organisaties_van(gebruiker.pk):
        for wie in dag.afwezig:
            for rol in dag.rollen_van(wie, organisatie):
                keten = dag.keten(wie, organisatie, rol)
                if gebruiker.pk in keten:
                    ketens[wie][organisatie, rol] = keten[: keten.index(gebruiker.pk) + 1]
    if not ketens:
        return ()
    niet = uitgesloten({pk for plekken in ketens.values() for keten in plekken.values() for pk in keten})
    werkt = {
        wie: {
            (functie.instelling_id or functie.gemeente_id, functie.rol) for functie in functies if functie.rol in _HOUDT
        }
        for wie, functies in functies_van_velen(list(ketens)).items()
    }
    gevonden = []
    for wie, plekken in ketens.items():
        per_alleen: dict[frozenset[UUID] | None, set[tuple[UUID, str]]] = defaultdict(set)
        for werk, keten in plekken.items():
            eerder = [niet.get(pk, set()) for pk in keten[:-1]]
            per_alleen[frozenset(set.intersection(*eerder)) if eerder else None].add(werk)
        for alleen, waar in per_alleen.items():
            if alleen is None or alleen:
                rij = dag.afwezig[wie]
                gevonden.append(
                    Namens(
                        wie=rij.wie,
                        tot_en_met=rij.tot_en_met,
                        werk=frozenset(waar),
                        overal=werkt[wie] <= waar,
                        behalve=frozenset(niet.get(gebruiker.pk, ())),
                        alleen=alleen,
                    )
                )
    return tuple(gevonden)


def waarnemers(
    personen: Iterable[tuple[Gebruiker, UUID | None, UUID | None]],
    op: date,
    *,
    afwezig: Collection[UUID] | None = None,
    rol: str | None = None,
) -> dict[tuple[UUID, UUID | None, UUID | None], Waarnemer]:
    """Who stands in for each of these on this day: (person, organisation or None, family or None).

    Without an organisation: the first where there is somebody. Who is here, or for whom there is nobody, is left out.
    One query when none of them is away. `afwezig`: for who knows already which of them are. `rol`: in that work only.
    """
    vragen = [(wie, organisatie, gezin) for wie, organisatie, gezin in personen if wie.is_professional]
    mensen = {wie.pk for wie, _organisatie, _gezin in vragen}
    if not mensen:
        return {}
    if afwezig is None:
        afwezig = Vervanging.objects.op(op).filter(wie__in=mensen).values_list("wie_id", flat=True)
    afwezigen = mensen.intersection(afwezig)
    if not afwezigen:
        return {}
    dag = dag_bij(op, afwezigen)
    ketens = {
        (wie, plek, werk): dag.keten(wie, plek, werk)
        for wie in afwezigen
        for plek in sorted(dag.organisaties_van(wie), key=str)
        for werk in ([rol] if rol else dag.rollen_van(wie, plek))
    }
    niet = uitgesloten({pk for keten in ketens.values() for pk in keten})
    gevonden = {}
    for wie, organisatie, gezin in vragen:
        for (pk, plek, _rol), keten in ketens.items():
            if pk != wie.pk or organisatie not in (None, plek):
                continue
            wordt = dag.waarnemer(wie, plek, keten, {ander for ander in keten if gezin in niet.get(ander, ())})
            if wordt is not None:
                gevonden[wie.pk, organisatie, gezin] = wordt
                break
    return gevonden


def waarnemer(
    wie: Gebruiker | None,
    op: date,
    *,
    organisatie: UUID | None = None,
    gezin: UUID | None = None,
    rol: str | None = None,
) -> Waarnemer | None:
    """Who stands in for this person on this day; None when nobody does, or nobody has to."""
    if wie is None:
        return None
    return waarnemers([(wie, organisatie, gezin)], op, rol=rol).get((wie.pk, organisatie, gezin))


def namens_q(gebruiker: Any, wie: str, gezin: str) -> Q:
    """The filter for rows of this person (the field `wie`) and, per family (the field `gezin`), of whom he stands in for."""
    if isinstance(gebruiker, VasteLezer):
        return gebruiker.namens_q(wie, gezin)
    rijen = Q(**{wie: gebruiker.pk})
    for een in namens(gebruiker):
        if een.overal:
            rijen |= een.q(wie, gezin)
    return rijen


def vast(gebruiker: Any) -> tuple[VasteLezer, dict[str, Any]]:
    """This person as a query that is kept knows readers, and the values that belong to it."""
    overal = [een for een in namens(gebruiker) if een.overal]
    waarden: dict[str, Any] = {"lezer": gebruiker.pk}
    for nummer, een in enumerate(overal):
        waarden[f"overal_{nummer}"], waarden[f"behalve_{nummer}"] = een.wie.pk, list(een.behalve)
        waarden[f"alleen_{nummer}"] = list(een.alleen or ())
    return VasteLezer(overal=tuple(een.alleen is not None for een in overal)), waarden


def ik_en_namens(gebruiker: Any, gezin_id: UUID) -> set[UUID]:
    """This person, and those for whom he or she stands in at work where this family is concerned."""
    return {gebruiker.pk, *(een.wie.pk for een in namens(gebruiker) if een.overal and een.geldt_in(gezin_id))}


def in_logboek(voor: Sequence[Namens]) -> dict[str, Any]:
    """The fields of the logboek that say on whose behalf somebody reads or acts (X1)."""
    if not voor:
        return {}
    return {"namens_id": voor[0].wie.pk, "namens_naam": ", ".join(een.wie.naam for een in voor)}


def voor_berichten(
    ontvangers: Sequence[tuple[Gebruiker, UUID | None]], nu: datetime
) -> dict[tuple[UUID, UUID | None], Gebruiker]:
    """Who is told too, for whom of these receivers is away at `nu` (E10)."""
    dag = timezone.localdate(nu)
    wordt = waarnemers([(wie, None, gezin) for wie, gezin in set(ontvangers)], dag)
    return {(wie, gezin): waarnemer.gebruiker for (wie, _plek, gezin), waarnemer in wordt.items()}
