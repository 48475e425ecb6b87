"""What the notices of this room say to their reader."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from berichten.models import Bericht
from core import clock
from instanties import selectie
from instanties.afwezig import met_wie
from instanties.bellen import bel
from instanties.models import (
    Beheermelding,
    Gebruiker,
    Vervanging,
    Weg,
    Wegsoort,
)
from instanties.permissions import is_beheerder, is_privacy_officer, mensen_onder
from woorden.tijdwoorden import AMSTERDAM, dag_voluit


def beheermelding(berichten: Sequence[Bericht], gebruiker: Any) -> dict[UUID, tuple[str, str]]:
    """Something that the beheerder must mend; only for who is beheerder now."""
    if not is_beheerder(gebruiker):
        return {}
    meldingen = Beheermelding.objects.in_bulk([bericht.object_id for bericht in berichten])
    url = reverse("instanties:beheer")
    return {
        bericht.pk: (meldingen[bericht.object_id].tekst, url) for bericht in berichten if bericht.object_id in meldingen
    }


def opening_veranderd(berichten: Sequence[Bericht], gebruiker: Any) -> dict[UUID, tuple[str, str]]:
    """What a beheerder changed of what others may read; only for who is privacy officer now (I8)."""
    if not is_privacy_officer(gebruiker):
        return {}
    meldingen = Beheermelding.objects.in_bulk([bericht.object_id for bericht in berichten])
    url = reverse("instanties:rollen")
    return {
        bericht.pk: (meldingen[bericht.object_id].tekst, url) for bericht in berichten if bericht.object_id in meldingen
    }


def vervanging(berichten: Sequence[Bericht], gebruiker: Any) -> dict[UUID, tuple[str, str]]:
    """That somebody was named to stand in, or needn't any more; nothing when another was named."""
    vandaag = clock.today()
    genoemd = Vervanging.objects.filter(vervanger=gebruiker).select_related("wie")
    rijen = genoemd.in_bulk([bericht.object_id for bericht in berichten])
    url = reverse("instanties:afwezigheid")
    zin, niet_meer = _("U vervangt %(wie)s van %(van)s tot en met %(tot)s."), _("U vervangt %(wie)s niet meer.")
    return {
        bericht.pk: (
            (niet_meer if rij.ingetrokken_op else zin)
            % {"wie": rij.wie, "van": dag_voluit(rij.van, vandaag), "tot": dag_voluit(rij.tot_en_met, vandaag)},
            url,
        )
        for bericht in berichten
        if (rij := rijen.get(bericht.object_id)) is not None
    }


def afwezig(berichten: Sequence[Bericht], gebruiker: Any) -> dict[UUID, tuple[str, str]]:
    """That somebody is away and who stands in, or is here again: for that person, and for who leads him (I6, I8)."""
    vandaag = clock.today()
    rijen = Vervanging.objects.select_related("wie").in_bulk([bericht.object_id for bericht in berichten])
    onder = set(
        mensen_onder(gebruiker).filter(pk__in=[rij.wie_id for rij in rijen.values()]).values_list("pk", flat=True)
    )
    mag = {pk: rij for pk, rij in rijen.items() if rij.wie_id == gebruiker.pk or rij.wie_id in onder}
    door = Gebruiker.objects.in_bulk([rij.door_wie_anders[-1] for rij in mag.values() if rij.door_wie_anders])
    wie_dan = {rij.pk: naar for rij, naar in met_wie([rij for rij in mag.values() if not rij.ingetrokken_op], vandaag)}
    zinnen = {
        pk: _afwezig(rij, wie_dan.get(pk, ()), door.get(rij.door_wie_anders[-1]) if rij.door_wie_anders else None)
        for pk, rij in mag.items()
    }
    url = reverse("instanties:afwezigheid")
    return {bericht.pk: (zinnen[bericht.object_id], url) for bericht in berichten if bericht.object_id in zinnen}


def _afwezig(rij: Vervanging, naar: Sequence[str], door: Gebruiker | None) -> str:
    """`door`: who recorded or changed it for another, the last one."""
    vandaag = clock.today()
    if rij.ingetrokken_op:
        wat, dan = _("%(wie)s is er weer, of was toch niet weg."), ""
    else:
        wat = _("%(wie)s is afwezig van %(van)s tot en met %(tot)s.")
        dan = _("%(naar)s vervangt.") if naar else _("Er is niemand die kan vervangen. Noem iemand.")
    wie_deed_dit = _("Vastgelegd door %(door)s. Klopt het niet? Wijzig het.") if door else ""
    return " ".join(filter(None, (wat, dan, wie_deed_dit))) % {
        "wie": rij.wie, "van": dag_voluit(rij.van, vandaag), "tot": dag_voluit(rij.tot_en_met, vandaag),
        "door": door, "naar": ", ".join(naar),
    }  # fmt: skip


def wegen(berichten: Sequence[Bericht], gebruiker: Any) -> dict[UUID, tuple[str, str]]:
    """Ways into one's account, and that somebody said one is right: who, and what to do when that isn't so."""
    rijen = Weg.objects.select_related("door", "bevestigd_door").filter(gebruiker=gebruiker)
    gemaakt = rijen.in_bulk([bericht.object_id for bericht in berichten])
    url = reverse("instanties:toegang")
    return {
        bericht.pk: (" ".join(filter(None, [weg_zin(weg), gehoord(weg), klopt_het_niet([weg])])), url)
        for bericht in berichten
        if (weg := gemaakt.get(bericht.object_id))
    }


def wegen_van_werkers(berichten: Sequence[Bericht], gebruiker: Any) -> dict[UUID, tuple[str, str]]:
    """That another can get in as somebody who works here: for who watches over that account now (I8)."""
    rijen = Weg.objects.select_related("door", "gebruiker").in_bulk([bericht.object_id for bericht in berichten])
    over = {weg.gebruiker_id for weg in rijen.values()}
    mijn = {wie for wie in over if selectie.wie_waakt_over([wie]).filter(pk=gebruiker.pk).exists()}
    url = reverse("instanties:rollen")
    return {
        bericht.pk: (
            str(_WEGEN_VAN_WERKER[Wegsoort(weg.soort)])
            % {"wie": weg.gebruiker, "door": weg.door or _("Wie het systeem draait")}
            + " "
            + _("Wist u dat niet? Bel %(wie)s meteen en vraag het na.") % {"wie": weg.gebruiker},
            url,
        )
        for bericht in berichten
        if (weg := rijen.get(bericht.object_id)) is not None and weg.gebruiker_id in mijn
    }


# Only what another can make into an account.
_WEGEN_VAN_WERKER = {
    Wegsoort.CODE: gettext_lazy("%(door)s heeft een inlogcode gemaakt voor %(wie)s."),
    Wegsoort.ADRES: gettext_lazy("%(door)s heeft het e-mailadres veranderd waarmee %(wie)s inlogt."),
    Wegsoort.OPEN: gettext_lazy("%(door)s heeft de toegang van %(wie)s weer opengezet."),
}


def toegang_gesloten(berichten: Sequence[Bericht], gebruiker: Any) -> dict[UUID, tuple[str, str]]:
    """That one's account was closed: read by mail, and in the inbox once it is open again."""
    zin_ = _("Op %(dag)s is uw toegang gesloten.")
    return {
        bericht.pk: (
            zin_ % {"dag": date_format(bericht.gemaakt_op.astimezone(AMSTERDAM), "j F Y, H:i")},
            reverse("instanties:toegang"),
        )
        for bericht in berichten
    }


def andere_naam(berichten: Sequence[Bericht], gebruiker: Any) -> dict[UUID, tuple[str, str]]:
    """That somebody else gave this account another name (I8, I9)."""
    zin_ = _("Iemand anders heeft uw naam veranderd. U heet hier nu %(naam)s. Klopt dat niet? Zeg het wie u helpt.")
    tekst = zin_ % {"naam": gebruiker.naam}
    return {bericht.pk: (tekst, reverse("instanties:eigen_gegevens")) for bericht in berichten}


def apart_account(berichten: Sequence[Bericht], gebruiker: Any) -> dict[UUID, tuple[str, str]]:
    """That one of one's families is read with another account from now on, since somebody made a way in (I8)."""
    daarin = Weg.objects.filter(gebruiker__in=[bericht.object_id for bericht in berichten], door__isnull=False)
    tekst = _(
        "Iemand die u helpt, maakte voor één gezin een nieuwe inlog voor u. Met de inlog van nu leest u dat gezin niet meer. Wist "
        "u dat niet? %(bel)s"
    ) % {"bel": bel({gebruiker.pk, *daarin.values_list("door_id", flat=True)})}
    return {bericht.pk: (tekst, reverse("instanties:toegang")) for bericht in berichten}


_WEGEN = {
    Wegsoort.CODE: gettext_lazy("Op %(dag)s is een nieuwe inlogcode voor u gemaakt door %(wie)s."),
    Wegsoort.LINK: gettext_lazy("Op %(dag)s is aan u een link gemaild om een nieuw wachtwoord te kiezen."),
    Wegsoort.WACHTWOORD: gettext_lazy("Op %(dag)s is een nieuw wachtwoord gekozen."),
    Wegsoort.ADRES: gettext_lazy("Op %(dag)s is het e-mailadres van uw account veranderd door %(wie)s."),
    Wegsoort.PASSKEY: gettext_lazy("Op %(dag)s is een passkey toegevoegd."),
    Wegsoort.STAP: gettext_lazy("Op %(dag)s is er een nieuwe manier voor de tweede stap gekomen."),
    Wegsoort.DIENST: gettext_lazy("Op %(dag)s is uw account gekoppeld aan een inlogdienst."),
    Wegsoort.OPEN: gettext_lazy("Op %(dag)s is uw toegang weer opengezet door %(wie)s."),
}


def weg_zin(weg: Weg) -> str:
    """The line itself: also shown after logging in."""
    wie: Any = _("wie het systeem draait") if weg.door is None else weg.door
    if weg.door_id == weg.gebruiker_id:
        wie = _("uzelf")
    return str(_WEGEN[Wegsoort(weg.soort)]) % {
        "dag": date_format(weg.op.astimezone(AMSTERDAM), "j F Y, H:i"),
        "wie": wie,
    }


def gehoord(weg: Weg) -> str:
    """Who wrote down that its owner says it is right; empty where the owner did so herself, or nobody yet."""
    if weg.bevestigd_door_id in (None, weg.gebruiker_id):
        return ""
    return _("%(wie)s schreef op: dit klopt, dat zei u zelf.") % {"wie": weg.bevestigd_door}


def klopt_het_niet(wegen: Iterable[Weg]) -> str:
    """What to do when one of these isn't right: whom to phone is neither who made it nor who reads it (I8)."""
    niet = {pk for weg in wegen for pk in (weg.door_id, weg.gebruiker_id) if pk}
    return _("Klopt dit niet? Kies meteen een nieuw wachtwoord. %(bel)s") % {"bel": bel(niet)}


def code_hier() -> str:
    """Where somebody who is logged in types the code of another family."""
    return _("Kies bij uw naam ‘Ik heb een code’.")
