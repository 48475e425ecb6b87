"""Who must have read an escalatiebericht before it goes: by age and gezag of those it is about, as for consent (E13, T2, S19)."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.utils.translation import gettext as _

from core import clock, memo
from escalatie.models import Berichtlezing, Escalatiebericht, Stagnatie, Stagnatiestaat
from instanties.models import Gebruiker
from instanties.permissions import is_privacy_officer
from toestemming.beoordelaars import beslist_in_plaats
from toestemming.kring import Kring, kring_van, kringen
from toestemming.models import Hoedanigheid, Veiligheidsvlag
from toestemming.ondertekenaars import Ondertekenaars, ondertekenaars


def wie_leest(kring: Kring, stagnatie: Stagnatie, op: date) -> Ondertekenaars:
    """Who must have read it, each with the capacity: all who would sign for each of those it is about."""
    over: list[UUID | None] = [*stagnatie.doel.over_wie] if stagnatie.doel else []
    wie: dict[UUID, Hoedanigheid] = {}
    uitzoeken: list[str] = []
    for persoon in over or [None]:
        deel = ondertekenaars(kring, persoon, op)
        uitzoeken += deel.uitzoeken
        for pk, hoe in deel.wie.items():
            # In whose place another decides for one, another decides for all that this is about.
            if pk not in wie or hoe == Hoedanigheid.PRIVACY_OFFICER:
                wie[pk] = hoe
    if not wie and not uitzoeken:
        uitzoeken.append(_("Zoek uit wie dit mag laten lezen."))
    return Ondertekenaars(wie, tuple(dict.fromkeys(uitzoeken)))


def met_lezers(berichten: QuerySet[Escalatiebericht]) -> QuerySet[Escalatiebericht]:
    """Each with `lezers`: who has read this text of it."""
    gelezen = Berichtlezing.objects.filter(bericht=OuterRef("pk"), versie=OuterRef("versie"))
    return berichten.annotate(lezers=ArraySubquery(gelezen.values("wie")))


def nog_te_lezen(nodig: Ondertekenaars, bericht: Escalatiebericht) -> dict[UUID, Hoedanigheid]:
    """Who must still read this message (of `met_lezers`), and in whose place the privacy officer does."""
    al = set(bericht.lezers)  # type: ignore[attr-defined]
    return {wie: hoe for wie, hoe in nodig.wie.items() if wie not in al}


def zelf(nodig: Mapping[UUID, Hoedanigheid]) -> list[UUID]:
    """Those of these who read it themselves."""
    return [wie for wie, hoe in nodig.items() if hoe != Hoedanigheid.PRIVACY_OFFICER]


def vlaggen_in_plaats(kring: Kring, nodig: Mapping[UUID, Hoedanigheid]) -> list[Veiligheidsvlag]:
    """Why the privacy officer decides in the place of some of these (S19)."""
    anders = nodig.keys() - set(zelf(nodig))
    return [vlag for vlag in kring.vlaggen if vlag.voor_wie_id in anders]


def kring_om(stagnatie: Stagnatie) -> Kring:
    """The circle of its family, asked once per request."""
    return memo.remember(("kring", stagnatie.gezin_id), lambda: kring_van(stagnatie.gezin_id))


def bericht(bericht_id: UUID) -> Escalatiebericht:
    """One message, with its stagnatie and family."""
    return Escalatiebericht.objects.select_related("stagnatie__gezin", "stagnatie__doel").get(pk=bericht_id)


def berichten_in_plaats(
    gebruiker: Gebruiker, bericht_id: UUID | None = None
) -> list[tuple[Escalatiebericht, list[Veiligheidsvlag]]]:
    """The messages that wait for this privacy officer in the place of whom a safety flag concerns, with those flags (S19)."""
    if not is_privacy_officer(gebruiker):
        return []
    vlaggen = Veiligheidsvlag.objects.geldend()
    wacht = Escalatiebericht.objects.filter(
        vrijgegeven_op__isnull=True, stagnatie__staat=Stagnatiestaat.OPEN, stagnatie__gezin__in=vlaggen.values("gezin")
    )
    if bericht_id is not None:
        wacht = wacht.filter(pk=bericht_id)
    berichten = list(met_lezers(wacht).select_related("stagnatie__gezin", "stagnatie__doel"))
    kring_bij = kringen({rij.stagnatie.gezin_id for rij in berichten}) if berichten else {}
    gevonden = []
    for rij in berichten:
        kring = kring_bij[rij.stagnatie.gezin_id]
        nog = nog_te_lezen(wie_leest(kring, rij.stagnatie, clock.today()), rij)
        waarom = vlaggen_in_plaats(kring, nog)
        for vlag in waarom:
            vlag.gezin = rij.stagnatie.gezin
        if waarom and all(beslist_in_plaats(gebruiker, vlag) for vlag in waarom):
            gevonden.append((rij, waarom))
    return gevonden
