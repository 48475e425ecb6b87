"""What the notices of this room say to their reader."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from berichten.models import Bericht
from core import clock
from instanties import selectie
from instanties.afwezig import met_wie
from instanties.bevestigers import aan_mij_gevraagd, kan_gevraagd_worden, sluiten_aan_mij_gevraagd, wie_leidt
from instanties.models import (
    Beheermelding,
    Functie,
    FunctieVerzoek,
    Gebruiker,
    Sluitverzoek,
    Vervanging,
    Verzoekstaat,
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


def rol_gegeven(berichten: Sequence[Bericht], gebruiker: Any) -> dict[UUID, tuple[str, str]]:
    """That somebody may do much in the whole region from now on; for who may too (I8)."""
    if not is_beheerder(gebruiker) and not is_privacy_officer(gebruiker):
        return {}
    functies = Functie.objects.select_related("gebruiker").in_bulk([bericht.object_id for bericht in berichten])
    url = reverse("instanties:mensen" if is_beheerder(gebruiker) else "toestemming:logboek")
    zin = _("%(wie)s is nu %(rol)s van de regio. Wist u dat niet? Vraag na wie dat deed, en waarom.")
    return {
        bericht.pk: (zin % {"wie": functie.gebruiker, "rol": functie.get_rol_display()}, url)
        for bericht in berichten
        if (functie := functies.get(bericht.object_id)) is not None
    }


def functie_gevraagd(berichten: Sequence[Bericht], gebruiker: Any) -> dict[UUID, tuple[str, str]]:
    """That a role waits for this person's yes or no, or doesn't any more; only for who may still be asked (I8)."""
    if not kan_gevraagd_worden(gebruiker):
        return {}
    vandaag, url = clock.today(), reverse("instanties:rollen")
    rijen = FunctieVerzoek.objects.select_related("door", "gebruiker", "instelling", "gemeente").in_bulk(
        [bericht.object_id for bericht in berichten]
    )
    wachten = {rij.pk for rij in aan_mij_gevraagd(gebruiker, clock.now())}
    vraag = _("%(door)s vraagt om %(wie)s een rol te geven: %(rol)s (%(waar)s). Zeg ja of nee, uiterlijk %(dag)s.")
    voorbij = _("Deze rol wacht niet meer op uw ja of nee: %(wie)s, %(rol)s (%(waar)s).")
    return {
        bericht.pk: (
            (vraag if rij.pk in wachten else voorbij)
            % {
                "door": rij.door, "wie": rij.gebruiker, "rol": rij.get_rol_display(), "waar": rij.waar,
                "dag": dag_voluit(rij.uiterlijk_op.astimezone(AMSTERDAM).date(), vandaag),
            },
            url,
        )
        for bericht in berichten
        if (rij := rijen.get(bericht.object_id)) is not None
    }  # fmt: skip


def functie_beantwoord(berichten: Sequence[Bericht], gebruiker: Any) -> dict[UUID, tuple[str, str]]:
    """What the second person said: to who asked, and to who got the role."""
    met = ("gebruiker", "beantwoord_door", "instelling", "gemeente")
    van_hem = FunctieVerzoek.objects.filter(Q(door=gebruiker) | Q(gebruiker=gebruiker)).select_related(*met)
    rijen = van_hem.in_bulk([bericht.object_id for bericht in berichten])
    url = reverse("instanties:rollen")
    ja = _("%(wie)s heeft nu deze rol: %(rol)s (%(waar)s). %(door)s heeft dat bevestigd.")
    nee = _("%(door)s zei nee: %(wie)s krijgt deze rol niet: %(rol)s (%(waar)s).")
    return {
        bericht.pk: (
            (ja if rij.is_ja else nee)
            % {"wie": rij.gebruiker, "rol": rij.get_rol_display(), "waar": rij.waar, "door": rij.beantwoord_door},
            url,
        )
        for bericht in berichten
        if (rij := rijen.get(bericht.object_id)) is not None and rij.beantwoord_door_id is not None
    }


_SLUITEN = {
    Verzoekstaat.WACHT: gettext_lazy(
        "%(door)s vraagt of %(van)s verder mag bij %(naar)s. Tot het ja verandert er niets."
    ),
    Verzoekstaat.JA: gettext_lazy(
        "%(van)s is verder bij %(naar)s, gevraagd door %(door)s. %(wie)s heeft dat bevestigd."
    ),
    Verzoekstaat.NEE: gettext_lazy("%(wie)s zei nee: %(van)s gaat niet verder bij %(naar)s."),
}


def organisatie_verder(berichten: Sequence[Bericht], gebruiker: Any) -> dict[UUID, tuple[str, str]]:
    """That one organisation would go on at another, or what was said of it: for who is asked, who asked it, who leads on
    either side, and the privacy officer (I8)."""
    met = ("door", "beantwoord_door", "instelling", "naar_instelling", "gemeente", "naar_gemeente")
    rijen = Sluitverzoek.objects.select_related(*met).in_bulk([bericht.object_id for bericht in berichten])
    wachten = {rij.pk for rij in sluiten_aan_mij_gevraagd(gebruiker, clock.now())}
    ziet_alles, vandaag = is_privacy_officer(gebruiker) or is_beheerder(gebruiker), clock.today()
    vraag = _("%(door)s vraagt of %(van)s verder mag bij %(naar)s. Zeg ja of nee, uiterlijk %(dag)s.")
    voorbij = _("De vraag of %(van)s verder mag bij %(naar)s, wacht niet meer op antwoord.")

    def zin(rij: Sluitverzoek) -> Any:
        if rij.pk in wachten:
            return vraag
        loopt = rij.wacht and rij.uiterlijk_op > clock.now()
        return _SLUITEN.get(Verzoekstaat(rij.staat), voorbij) if loopt or not rij.wacht else voorbij

    return {
        bericht.pk: (
            str(zin(rij))
            % {
                "door": rij.door, "van": rij.organisatie, "naar": rij.opvolger, "wie": rij.beantwoord_door,
                "dag": dag_voluit(rij.uiterlijk_op.astimezone(AMSTERDAM).date(), vandaag),
            },
            reverse("instanties:rollen"),
        )
        for bericht in berichten
        if (rij := rijen.get(bericht.object_id)) is not None
        and (ziet_alles or rij.pk in wachten or rij.door_id == gebruiker.pk or gebruiker in wie_leidt(rij))
    }  # fmt: skip


def functie_ongewoon(berichten: Sequence[Bericht], gebruiker: Any) -> dict[UUID, tuple[str, str]]:
    """That an unusual role was given, and why it is unusual; for the privacy officer (I8)."""
    if not is_privacy_officer(gebruiker):
        return {}
    functies = Functie.objects.select_related("gebruiker", "instelling", "gemeente").in_bulk(
        [bericht.object_id for bericht in berichten]
    )
    url = reverse("instanties:rollen")
    zin = _("Ongewoon: %(wie)s kreeg een rol: %(rol)s (%(waar)s). Waarom dit opvalt: %(redenen)s.")
    return {
        bericht.pk: (
            zin
            % {
                "wie": functie.gebruiker, "rol": functie.get_rol_display(), "waar": functie.waar,
                "redenen": "; ".join(functie.redenen),
            },
            url,
        )
        for bericht in berichten
        if (functie := functies.get(bericht.object_id)) is not None
    }  # fmt: skip


def wegen(berichten: Sequence[Bericht], gebruiker: Any) -> dict[UUID, tuple[str, str]]:
    """Ways into one's account: when, by whom, and what to do when that isn't right."""
    rijen = Weg.objects.select_related("door").filter(gebruiker=gebruiker)
    gemaakt = rijen.in_bulk([bericht.object_id for bericht in berichten])
    url = reverse("instanties:toegang")
    return {
        bericht.pk: (f"{weg_zin(gemaakt[bericht.object_id])} {klopt_het_niet()}", url)
        for bericht in berichten
        if bericht.object_id in gemaakt
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


def klopt_het_niet() -> str:
    """What to do when it isn't right."""
    return _("Klopt dit niet? Kies meteen een nieuw wachtwoord, en zeg het de privacy officer of de beheerder.")


def code_hier() -> str:
    """Where somebody who is logged in types the code of another family."""
    return _("Kies bij uw naam ‘Ik heb een code’.")
