"""Questions about families that other rooms ask: who coordinates, who is of age, which gemeente is responsible."""

import uuid
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from core.kept_queries import Rows, kept
from core.phones import one_number
from gezinnen.models import Coordinatorschap, Deelnemer, Gezin, Herstelverzoek, Huishouden, Relatie
from instanties import bevestigers
from instanties.models import Functie, Gebruiker, Gemeente, Instelling, Rol, Verzoekstaat
from instanties.selectie import leidinggevende, per_instelling
from instanties.vaste_lezer import slots

MEERDERJARIG = 18
# Under twelve a child has no login by default (G18).
LEEFTIJD_EIGEN_ACCOUNT = 12
# From sixteen a youngster alone consents to what concerns only him or her (T2).
LEEFTIJD_EIGEN_TOESTEMMING = 16


def coordinator(gezin: Gezin) -> Coordinatorschap | None:
    """Who coordinates this family now (Z3)."""
    return coordinatoren([gezin.pk]).get(gezin.pk)


def coordinatoren(gezin_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Coordinatorschap]:
    """Who coordinates each of these families now, in one query; a family without is left out (Z3)."""
    families = list(gezin_ids)
    return {rij.gezin_id: rij for rij in _coordinatoren(None, gezinnen=families)} if families else {}


@kept
def _coordinatoren(_vorm: None) -> Rows:
    huidig = Coordinatorschap.objects.huidig().filter(gezin__in=slots("gezinnen"))
    return Rows(huidig, met=["gebruiker", "instelling"])


def coordinator_deelnemers(gezin_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Deelnemer]:
    """The row under which each coordinator takes part in the family, in two queries."""
    wie = {rij.gezin_id: rij.gebruiker_id for rij in coordinatoren(gezin_ids).values()}
    rijen = Deelnemer.objects.actief().filter(gezin__in=list(wie), gebruiker__in=set(wie.values()))
    return {
        rij.gezin_id: rij
        for rij in rijen.select_related("gebruiker", "instelling")
        if wie[rij.gezin_id] == rij.gebruiker_id
    }


def leeftijd(deelnemer: Deelnemer, op: date | datetime) -> int | None:
    """Age in whole years on the day `op` in the Netherlands; None when the birth date isn't known."""
    dag = timezone.localdate(op) if isinstance(op, datetime) else op
    geboren = deelnemer.geboortedatum
    if geboren is None:
        return None
    return dag.year - geboren.year - ((dag.month, dag.day) < (geboren.month, geboren.day))


def is_meerderjarig(deelnemer: Deelnemer, op: date | datetime) -> bool:
    """Whether this person is of age on that day, by the birth date: a mother of fifteen isn't.

    Without a birth date: who stands as a child isn't, and of others see `leeftijd_onbekend` as well.
    """
    jaren = leeftijd(deelnemer, op)
    return deelnemer.relatie != Relatie.KIND if jaren is None else jaren >= MEERDERJARIG


def leeftijd_onbekend(deelnemer: Deelnemer) -> bool:
    """Whether this gezinslid may be a child for all that is known: no birth date, and no child's or parent's place.

    Unknown means no: such a person decides nothing alone, and what is another's isn't shown.
    """
    return deelnemer.is_gezinslid and deelnemer.geboortedatum is None and deelnemer.relatie == Relatie.ANDERS


def misschien_minderjarig(deelnemer: Deelnemer, op: date | datetime) -> bool:
    """Whether gezag may be about this gezinslid: not of age, or nobody knows (T2)."""
    return deelnemer.is_gezinslid and (not is_meerderjarig(deelnemer, op) or leeftijd_onbekend(deelnemer))


def beslist_over_eigen_woorden(deelnemer: Deelnemer, op: date | datetime) -> bool:
    """Whether this gezinslid is, or may be, under sixteen: then own words go to whom he or she chooses (G18, S21)."""
    jaren = leeftijd(deelnemer, op)
    return misschien_minderjarig(deelnemer, op) and (jaren is None or jaren < LEEFTIJD_EIGEN_TOESTEMMING)


def is_jeugdige(deelnemer: Deelnemer, op: date | datetime) -> bool:
    """Whether a gemeente and gezag are kept of this gezinslid: who isn't of age, and a child that has come of age (G16)."""
    return deelnemer.relatie == Relatie.KIND or misschien_minderjarig(deelnemer, op)


def mag_account(deelnemer: Deelnemer, op: date | datetime) -> bool:
    """Whether this person may have a login of his or her own on that day (G18). Not while the age is what nobody knows."""
    jaren = leeftijd(deelnemer, op)
    if jaren is None:
        return not misschien_minderjarig(deelnemer, op)
    return not deelnemer.is_gezinslid or jaren >= LEEFTIJD_EIGEN_ACCOUNT


def herstel_aan_mij_gevraagd(gebruiker: Gebruiker, nu: datetime) -> Sequence[Herstelverzoek]:
    """Deaths recorded wrongly, of which this person may say yes or no now, the oldest first."""
    lopend = Herstelverzoek.objects.filter(staat=Verzoekstaat.WACHT, uiterlijk_op__gt=nu)
    return bevestigers.van_mij(gebruiker, lopend.select_related("door", "deelnemer__gezin").order_by("op", "id"), nu)


def kan_dezelfde_zijn(eerder: Deelnemer, rij: Deelnemer) -> bool:
    """Whether two rows of one family may be about one person: what protects follows people, not rows (I9, S19).

    The account, the name, or the own mail or phone says so; a couple may share those. Of who takes part no more also:
    the birth date, the same first name, or the same place among those who care; not where both birth dates are known to
    differ and the place is another.
    """
    if eerder.pk == rij.pk:
        return True
    if eerder.gebruiker_id and eerder.gebruiker_id == rij.gebruiker_id:
        return True
    if eerder.naam_sleutel == rij.naam_sleutel or _zelfde_bereik(eerder, rij):
        return True
    if eerder.gestopt_op is None or eerder.overleden_op:
        return False
    if eerder.relatie == rij.relatie and eerder.relatie not in ("", Relatie.KIND, Relatie.ANDERS):
        return True
    if eerder.geboortedatum and rij.geboortedatum:
        return eerder.geboortedatum == rij.geboortedatum
    return eerder.naam_sleutel.split()[:1] == rij.naam_sleutel.split()[:1]


def _zelfde_bereik(een: Deelnemer, ander: Deelnemer) -> bool:
    """Whether both are reached by the same own mail or phone; not two of a family whom birth date or place tells apart."""
    if een.is_gezinslid and ander.is_gezinslid:
        dagen, plekken = {een.geboortedatum, ander.geboortedatum}, {een.relatie, ander.relatie}
        if (None not in dagen and len(dagen) == 2) or (len(plekken) == 2 and not plekken & {"", Relatie.ANDERS.value}):
            return False
    return bool(_eigen_bereik(een) & _eigen_bereik(ander))


def _eigen_bereik(rij: Deelnemer) -> set[str]:
    """Mail and phones of the row and of its account, comparable; not the instelling's, which are everybody's there."""
    bronnen: list[Deelnemer | Gebruiker] = [rij, rij.gebruiker] if rij.gebruiker else [rij]
    nummers = {one_number(bron.telefoon) for bron in bronnen} | {
        one_number(rij.gebruiker.mobiel) if rij.gebruiker else ""
    }
    eigen = {bron.email.strip().lower() for bron in bronnen} | nummers
    van_werk = {rij.instelling.email.strip().lower(), one_number(rij.instelling.telefoon)} if rij.instelling else set()
    return eigen - van_werk - {""}


def mag_huishouden_kennen(huishouden: Huishouden | None, lezer: Deelnemer | None, *, coordineert: bool) -> bool:
    """Whether this reader may know a household's name and address, and how who lives there is reached (G16, X5).

    With a secret address: only who coordinates, and who lives there. Otherwise zicht says who.
    """
    if huishouden is None or not huishouden.geheim_adres or coordineert:
        return True
    woont_er = lezer is not None and lezer.is_gezinslid and lezer.gestopt_op is None
    return woont_er and lezer is not None and lezer.huishouden_id == huishouden.pk


def verantwoordelijke_gemeente(gezin: Gezin, over_wie: Collection[uuid.UUID] = ()) -> Gemeente:
    """The gemeente that decides when this gets stuck (G16, E5).

    That of the children concerned, as it was chosen for them, when it is one and the same; otherwise the family's.
    """
    return verantwoordelijke_gemeenten([(gezin, over_wie)])[0]


def verantwoordelijke_gemeenten(onderwerpen: Sequence[tuple[Gezin, Collection[uuid.UUID]]]) -> list[Gemeente]:
    """As verantwoordelijke_gemeente, for many families (with `gemeente` loaded) and what it is about, in one query."""
    personen = {persoon for _gezin, over_wie in onderwerpen for persoon in over_wie}
    gekozen: dict[tuple[uuid.UUID, uuid.UUID], Gemeente] = {}
    if personen:
        rijen = Deelnemer.objects.filter(pk__in=personen, gemeente__isnull=False).select_related("gemeente")
        gekozen = {(rij.gezin_id, rij.pk): rij.gemeente for rij in rijen if rij.gemeente}
    gevonden = []
    for gezin, over_wie in onderwerpen:
        van_kinderen = {gekozen[gezin.pk, persoon] for persoon in over_wie if (gezin.pk, persoon) in gekozen}
        gevonden.append(van_kinderen.pop() if len(van_kinderen) == 1 else gezin.gemeente)
    return gevonden


def coordinator_werkt() -> Exists:
    """Of a Coordinatorschap or Hoeder: whether who coordinates or holds still works there, and can log in (Z3)."""
    # One condition, not two with 'or' between: so the database compares two lists instead of looking plan by plan.
    return Exists(
        Functie.objects.geldig().filter(
            gebruiker=OuterRef("gebruiker"), instelling=OuterRef("instelling"), gebruiker__is_active=True
        )
    )


def wie_belt_men_nu(schap: Coordinatorschap) -> Gebruiker | None:
    """Whom to call about a plan whose coordinator has left: who leads her, else who leads there (Z3, E10).

    None: nobody leads there; then it is the instelling itself.
    """
    wie = leidinggevende(schap.gebruiker, schap.instelling_id)
    for rol in (Rol.MANAGER, Rol.BESTUURDER) if wie is None else ():
        anderen = per_instelling(rol, [schap.instelling_id]).get(schap.instelling_id, [])
        wie = wie or next((een for een in anderen if een.pk != schap.gebruiker_id), None)
    return wie


def zonder_werkende_coordinator(instellingen: Iterable[Instelling]) -> QuerySet[Coordinatorschap]:
    """Coordination from these instellingen by somebody who can't any more: no login, or no function there (Z3)."""
    return (
        Coordinatorschap.objects.huidig()
        .filter(~coordinator_werkt(), instelling__in=instellingen)
        .select_related("gezin", "instelling")
        .order_by("gezin__nummer")
    )
