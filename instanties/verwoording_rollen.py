"""What is said of what a second person is asked: roles, organisations that stop, new ways into an account (I8)."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from berichten.models import Bericht
from core import clock
from instanties.bevestigers import (
    aan_mij_gevraagd,
    kan_gevraagd_worden,
    sluiten_aan_mij_gevraagd,
    toegang_aan_mij_gevraagd,
    wie_leidt,
)
from instanties.models import Functie, FunctieVerzoek, Sluitverzoek, Toegangsverzoek, Verzoekstaat
from instanties.permissions import is_beheerder, is_privacy_officer
from woorden.tijdwoorden import AMSTERDAM, dag_voluit


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
_STOPPEN = {
    Verzoekstaat.WACHT: gettext_lazy("%(door)s vraagt of %(van)s mag stoppen. Tot het ja verandert er niets."),
    Verzoekstaat.JA: gettext_lazy("%(van)s is gestopt, gevraagd door %(door)s. %(wie)s heeft dat bevestigd."),
    Verzoekstaat.NEE: gettext_lazy("%(wie)s zei nee: %(van)s stopt niet."),
}
# To whom it waits for, and of what waits for nobody any more: with a successor, and without one.
_SLUITEN_VRAAG = {
    True: gettext_lazy("%(door)s vraagt of %(van)s verder mag bij %(naar)s. Zeg ja of nee, uiterlijk %(dag)s."),
    False: gettext_lazy("%(door)s vraagt of %(van)s mag stoppen. Zeg ja of nee, uiterlijk %(dag)s."),
}
_SLUITEN_VOORBIJ = {
    True: gettext_lazy("De vraag of %(van)s verder mag bij %(naar)s, wacht niet meer op antwoord."),
    False: gettext_lazy("De vraag of %(van)s mag stoppen, wacht niet meer op antwoord."),
}


def organisatie_verder(berichten: Sequence[Bericht], gebruiker: Any) -> dict[UUID, tuple[str, str]]:
    """That one organisation would stop or go on at another, or what was said of it: for who is asked, who asked it, who leads
    on either side, and the privacy officer (I8)."""
    met = ("door", "beantwoord_door", "instelling", "naar_instelling", "gemeente", "naar_gemeente")
    rijen = Sluitverzoek.objects.select_related(*met).in_bulk([bericht.object_id for bericht in berichten])
    wachten = {rij.pk for rij in sluiten_aan_mij_gevraagd(gebruiker, clock.now())}
    ziet_alles, vandaag = is_privacy_officer(gebruiker) or is_beheerder(gebruiker), clock.today()

    def zin(rij: Sluitverzoek) -> Any:
        verder = rij.opvolger is not None
        if rij.pk in wachten:
            return _SLUITEN_VRAAG[verder]
        loopt = rij.wacht and rij.uiterlijk_op > clock.now()
        gezegd = (_SLUITEN if verder else _STOPPEN).get(Verzoekstaat(rij.staat))
        return gezegd if gezegd and (loopt or not rij.wacht) else _SLUITEN_VOORBIJ[verder]

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


_TOEGANG_EIGEN = {
    Verzoekstaat.WACHT: gettext_lazy(
        "%(door)s vraagt nieuwe toegang voor u aan: uw wachtwoord en tweede stap gaan dan weg. Vroeg u daar niet om? Bel meteen "
        "de beheerder of de privacy officer."
    ),
    Verzoekstaat.JA: gettext_lazy(
        "Uw wachtwoord en tweede stap zijn weggehaald: %(door)s vroeg dat, %(wie)s heeft het bevestigd. Klopt dat niet? Bel meteen "
        "de privacy officer."
    ),
    Verzoekstaat.NEE: gettext_lazy("%(door)s vroeg nieuwe toegang voor u aan. %(wie)s zei nee: er is niets veranderd."),
}
_TOEGANG_GEVRAAGD = {
    Verzoekstaat.JA: gettext_lazy("%(wie)s zei ja: maak nu een uitnodiging voor %(voor)s."),
    Verzoekstaat.NEE: gettext_lazy("%(wie)s zei nee: %(voor)s krijgt geen nieuwe toegang."),
}


def nieuwe_toegang(berichten: Sequence[Bericht], gebruiker: Any) -> dict[UUID, tuple[str, str]]:
    """That somebody who works here would get in anew, or what was said of it: for whom it is, who asked, who is asked (I8)."""
    rijen = Toegangsverzoek.objects.select_related("door", "gebruiker", "beantwoord_door").in_bulk(
        [bericht.object_id for bericht in berichten]
    )
    wachten = {rij.pk for rij in toegang_aan_mij_gevraagd(gebruiker, clock.now())}
    vandaag = clock.today()
    vraag = gettext_lazy("%(door)s vraagt nieuwe toegang voor %(voor)s. Zeg ja of nee, uiterlijk %(dag)s.")
    voorbij = gettext_lazy("De vraag om nieuwe toegang voor %(voor)s wacht niet meer op antwoord.")

    def zin(rij: Toegangsverzoek) -> Any:
        staat = Verzoekstaat(rij.staat)
        if rij.gebruiker_id == gebruiker.pk:
            return _TOEGANG_EIGEN.get(staat, voorbij)
        if rij.door_id == gebruiker.pk:
            return _TOEGANG_GEVRAAGD.get(staat, voorbij)
        return vraag if rij.pk in wachten else voorbij if kan_gevraagd_worden(gebruiker) else ""

    return {
        bericht.pk: (
            str(woorden)
            % {
                "door": rij.door, "voor": rij.gebruiker, "wie": rij.beantwoord_door,
                "dag": dag_voluit(rij.uiterlijk_op.astimezone(AMSTERDAM).date(), vandaag),
            },
            reverse("instanties:toegang" if rij.gebruiker_id == gebruiker.pk else "instanties:rollen"),
        )
        for bericht in berichten
        if (rij := rijen.get(bericht.object_id)) is not None and (woorden := zin(rij))
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
