"""Who must sign before something about somebody may be shared (T2): by age and gezag on the day, never by a checkbox.

- Under 12: everybody who holds gezag. From 12 until 16: the youngster and everybody who holds gezag. From the 16th
  birthday: he or she alone. Adults: for themselves.
- Age counts, not relation: for a mother of fifteen her own parents sign too. Whose age nobody knows signs nothing.
- Somebody who can't decide: who decides in that person's place, recorded with a reason (Vertegenwoordiging).
- About the family together: every adult of the main household, each youngster of 12 and older there, and for children
  the holders of gezag who live there; for a child without one there, all its holders.
- Whom a safety flag concerns isn't asked about those it protects: the privacy officer says yes or no in that place (S19).
- Gezag that nobody has looked up: nobody can sign yet, and it says what to find out.

Whoever must sign may also say 'no', before anybody asks (T8): `beslist_over` and `telt` say about whom that counts.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from gezinnen.models import Deelnemer
from gezinnen.selectie import (
    LEEFTIJD_EIGEN_ACCOUNT,
    LEEFTIJD_EIGEN_TOESTEMMING,
    MEERDERJARIG,
    is_meerderjarig,
    leeftijd,
)
from toestemming.dekking import wie_als_tekst
from toestemming.kring import Kring
from toestemming.models import Bereik, Hoedanigheid, Toestemming, Weigering

# From twelve a youngster signs too; the same age as for an account of one's own (G18).
LEEFTIJD_MEE_TOESTEMMEN = LEEFTIJD_EIGEN_ACCOUNT
LEEFTIJDEN = (LEEFTIJD_MEE_TOESTEMMEN, LEEFTIJD_EIGEN_TOESTEMMING, MEERDERJARIG)
# Who must sign from a birthday on may do so in the month before: then nothing closes on the day itself.
VOORUIT = timedelta(days=31)
# Signs for a child, or in whose place that is done.
_VOOR_KIND = (Hoedanigheid.GEZAG, Hoedanigheid.PRIVACY_OFFICER)


@dataclass(frozen=True)
class Ondertekenaars:
    """Who must sign, each with the capacity; `uitzoeken`: what must be found out first (then nobody can sign yet)."""

    wie: dict[uuid.UUID, Hoedanigheid]
    uitzoeken: tuple[str, ...] = ()

    def compleet_met(self, getekend: Iterable[uuid.UUID]) -> bool:
        """Whether the yes of these people is enough."""
        return bool(self.wie) and not self.uitzoeken and self.wie.keys() <= set(getekend)


def ondertekenaars(kring: Kring, over: uuid.UUID | None, op: date) -> Ondertekenaars:
    """Who must sign on the day `op` for what is about this gezinslid, or (None) about the family together (T2)."""
    if over is not None:
        lid = kring.leden.get(over)
        return _van_een(kring, lid, op) if lid else Ondertekenaars({}, (_("Zoek uit over wie dit gaat."),))
    thuis = kring.thuis()
    wie: dict[uuid.UUID, Hoedanigheid] = {}
    uitzoeken: list[str] = []
    for pk in thuis:
        deel = _van_een(kring, kring.leden[pk], op)
        uitzoeken += deel.uitzoeken
        ouders = {tekenaar for tekenaar, hoe in deel.wie.items() if hoe in _VOOR_KIND}
        # A parent elsewhere signs for a child there only when no parent with gezag lives there.
        elders = ouders - thuis if ouders & thuis else set()
        for tekenaar, hoe in deel.wie.items():
            if tekenaar not in elders and (tekenaar == pk or tekenaar not in wie):
                wie[tekenaar] = hoe
    if not thuis:
        uitzoeken.append(_("Leg vast wie er in het hoofdhuishouden wonen."))
    return Ondertekenaars(wie, tuple(dict.fromkeys(uitzoeken)))


def te_tekenen_door(kring: Kring, regel: Toestemming, op: date) -> dict[uuid.UUID, Hoedanigheid]:
    """Who may sign this line on that day: who must, now or within a month (T2). Empty while gezag isn't known.

    Not in whose place the privacy officer decides: see `in_plaats`.
    """
    mogen = _mogen(kring, regel, op)
    return {wie: hoe for wie, hoe in mogen.items() if hoe != Hoedanigheid.PRIVACY_OFFICER}


def in_plaats(kring: Kring, regel: Toestemming, op: date) -> set[uuid.UUID]:
    """In whose place the privacy officer says yes or no to this line: whom a safety flag concerns (S19)."""
    return {wie for wie, hoe in _mogen(kring, regel, op).items() if hoe == Hoedanigheid.PRIVACY_OFFICER}


def _mogen(kring: Kring, regel: Toestemming, op: date) -> dict[uuid.UUID, Hoedanigheid]:
    dan, straks = ondertekenaars(kring, regel.over_id, op), ondertekenaars(kring, regel.over_id, op + VOORUIT)
    return {**({} if straks.uitzoeken else straks.wie), **({} if dan.uitzoeken else dan.wie)}


def beslist_over(kring: Kring, wie: uuid.UUID, op: date) -> list[uuid.UUID | None]:
    """About whom this person signs on that day: gezinsleden, in the order of the family; None: the family together."""
    over = [pk for pk in kring.leden if wie in ondertekenaars(kring, pk, op).wie]
    return [*over, *([None] if wie in ondertekenaars(kring, None, op).wie else [])]


def telt(kring: Kring, weigering: Weigering, op: date) -> dict[str, list[str]]:
    """About whom this 'no' counts on that day, for `Weigering.telt` (T8).

    For each: who else must have said 'no' before it closes 'rechtstreeks betrokken' too. What is said about oneself always
    counts, and closes both; one holder of gezag closes consent alone, all of them together both (S18).
    """
    wie = weigering.wie_id
    if weigering.bereik == Bereik.IEDEREEN:
        over: list[uuid.UUID | None] = [*kring.leden, None]
    else:
        over = [weigering.over_id]
    gevonden: dict[str, list[str]] = {}
    for persoon in over:
        if any(vlag.van and vlag.van <= weigering.op for vlag in kring.vlaggen_tussen(wie, persoon)):
            # Said while a safety flag kept this person from `wie`: the privacy officer decides instead (S19).
            continue
        nodig = ondertekenaars(kring, persoon, op)
        if persoon == wie:
            gevonden[wie_als_tekst(persoon)] = []
        elif wie in nodig.wie or (persoon is None and wie in kring.thuis()):
            samen = _voor_zichzelf(kring, op) if persoon is None else set()
            gevonden[wie_als_tekst(persoon)] = sorted(str(pk) for pk in (samen or nodig.wie.keys()) - {wie})
    return gevonden


def _voor_zichzelf(kring: Kring, op: date) -> set[uuid.UUID]:
    """Who signs for the family together, not as a holder of gezag."""
    return {
        tekenaar
        for pk in kring.thuis()
        for tekenaar, hoe in _van_een(kring, kring.leden[pk], op).wie.items()
        if hoe != Hoedanigheid.GEZAG
    }


def _van_een(kring: Kring, lid: Deelnemer, op: date) -> Ondertekenaars:
    if lid.pk in kring.vertegenwoordigd:
        vertegenwoordiger = kring.vertegenwoordigd[lid.pk]
        if vertegenwoordiger is not None and kring.beslist_nog(vertegenwoordiger):
            return Ondertekenaars(
                {vertegenwoordiger: _hoe(kring, vertegenwoordiger, lid, Hoedanigheid.VERTEGENWOORDIGER)}
            )
        if vertegenwoordiger is not None:
            return Ondertekenaars({}, (_("Leg vast wie er nu voor %(naam)s beslist.") % {"naam": lid.naam},))
        if not is_meerderjarig(lid, op):
            return _met_gezag(kring, lid)
        # Gezag ends at eighteen: from then on somebody must be named.
        return Ondertekenaars({}, (_("Leg vast wie er voor %(naam)s beslist.") % {"naam": lid.naam},))
    if lid.pk in kring.leeftijd_onbekend():
        return Ondertekenaars({}, (_("Zoek uit hoe oud %(naam)s is: leg de geboortedatum vast.") % {"naam": lid.naam},))
    jaren = leeftijd(lid, op)
    if is_meerderjarig(lid, op) or (jaren is not None and jaren >= LEEFTIJD_EIGEN_TOESTEMMING):
        return Ondertekenaars({lid.pk: Hoedanigheid.ZELF})
    ouders = _met_gezag(kring, lid)
    if jaren is None or jaren < LEEFTIJD_MEE_TOESTEMMEN:
        return ouders
    return Ondertekenaars({lid.pk: Hoedanigheid.ZELF, **ouders.wie}, ouders.uitzoeken)


def _met_gezag(kring: Kring, kind: Deelnemer) -> Ondertekenaars:
    if not kind.gezag_bekend:
        return Ondertekenaars(
            {}, (_("Zoek uit wie het gezag heeft over %(naam)s: kijk in het gezagsregister.") % {"naam": kind.naam},)
        )
    houders = kring.houders(kind.pk)
    if not houders:
        return Ondertekenaars(
            {},
            (
                _("Niemand van het gezin heeft het gezag over %(naam)s. Leg vast wie de voogd is.")
                % {"naam": kind.naam},
            ),
        )
    return Ondertekenaars({houder: _hoe(kring, houder, kind, Hoedanigheid.GEZAG) for houder in houders})


def _hoe(kring: Kring, wie: uuid.UUID, voor: Deelnemer, anders: Hoedanigheid) -> Hoedanigheid:
    return Hoedanigheid.PRIVACY_OFFICER if kring.treft(wie, voor.pk) else anders


def verjaardag(lid: Deelnemer, leeftijd_dan: int) -> date:
    """The day on which somebody with a birth date becomes that age; born on 29 February: 1 March in other years."""
    geboren = lid.geboortedatum
    if geboren is None:
        raise ValueError("no birth date")
    try:
        return geboren.replace(year=geboren.year + leeftijd_dan)
    except ValueError:
        return date(geboren.year + leeftijd_dan, 3, 1)


def volgende_verjaardag(lid: Deelnemer, na: date) -> tuple[int, date] | None:
    """The next birthday after `na` on which other people must sign: its age and day; None when there is none."""
    if lid.geboortedatum is None:
        return None
    komend = [(jaren, verjaardag(lid, jaren)) for jaren in LEEFTIJDEN]
    return next(((jaren, dag) for jaren, dag in komend if dag > na), None)


def genoeg_tot(kring: Kring, over: uuid.UUID | None, getekend: Iterable[uuid.UUID], op: date) -> date | None:
    """The first day after `op` on which these signatures are no longer enough, by birthdays alone; None: never."""
    getekend = set(getekend)
    mensen = [kring.leden[over]] if over in kring.leden else [kring.leden[pk] for pk in kring.thuis()]
    dagen = sorted(
        {
            verjaardag(lid, jaren)
            for lid in mensen
            if lid.geboortedatum is not None
            for jaren in LEEFTIJDEN
            if verjaardag(lid, jaren) > op
        }
    )
    return next((dag for dag in dagen if not ondertekenaars(kring, over, dag).compleet_met(getekend)), None)


def maand_ervoor(dag: date) -> date:
    """A month before that day, by the calendar; the last day of a shorter month."""
    eerste = dag.replace(day=1)
    vorige = eerste - timedelta(days=1)
    return vorige.replace(day=min(dag.day, vorige.day))
