"""Giving a role and ending it (I3). By a page always with a second person: asked here, given by the yes (I8)."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from berichten.actions import Melding, meld_velen
from core import memo
from core.errors import RuleError
from instanties import bevestigers, selectie
from instanties.actions.bewaren import bewaar_gecontroleerd
from instanties.actions.verzoeken import beantwoord, laat_vervallen, zwijg
from instanties.models import (
    ROLLEN_REGIO,
    Functie,
    FunctieVerzoek,
    Gebruiker,
    Gemeente,
    Herkomst,
    Instelling,
    Ongewoon,
    Regio,
    Rol,
    Sluitverzoek,
    Toegangsverzoek,
    Verzoekstaat,
    Weg,
)
from instanties.signalen import functie_beeindigd, functie_gegeven, gaat_weg
from instanties.werkdagen import na_werkdagen
from logboek.actions import schrijf
from logboek.models import Handeling

SOORT_ROL = "rol_gegeven"
SOORT_GEVRAAGD = "functie_gevraagd"
SOORT_ANTWOORD = "functie_beantwoord"
SOORT_ONGEWOON = "functie_ongewoon"
# Werkdagen in which the second person answers; after that the question has lapsed.
TERMIJN = 5
# The same role again so soon after its end is unusual.
KORT_ERVOOR = timedelta(days=90)


@transaction.atomic
def vraag_functie(
    gebruiker: Gebruiker,
    rol: str,
    *,
    nu: datetime,
    door: Gebruiker,
    instelling: Instelling | None = None,
    gemeente: Gemeente | None = None,
    leidinggevende: Gebruiker | None = None,
    titel: str = "",
) -> FunctieVerzoek:
    """Ask a second person to give somebody a role; until the yes it gives nothing (I8). Raises RuleError.

    Nobody names himself as leidinggevende either: that gives him somebody's absence to record.
    """
    _vergrendel(gebruiker)
    if leidinggevende == door:
        raise RuleError(
            _("Noem niet uzelf als leidinggevende. Vraag het een andere beheerder."), field="leidinggevende"
        )
    waar = {"gebruiker": gebruiker, "rol": rol, "instelling": instelling, "gemeente": gemeente}
    _controleer(gebruiker, rol, door=door, instelling=instelling, gemeente=gemeente, leidinggevende=leidinggevende)
    zwijg(list(FunctieVerzoek.objects.verlopen(nu).filter(staat=Verzoekstaat.WACHT, **waar)), nu=nu)
    if FunctieVerzoek.objects.loopt(nu).filter(**waar).exists():
        raise RuleError(_("Deze rol is al gevraagd en wacht op een tweede persoon."), field="rol")
    verzoek = FunctieVerzoek(
        door=door, op=nu, uiterlijk_op=na_werkdagen(nu, TERMIJN), leidinggevende=leidinggevende, titel=titel, **waar
    )
    bewaar_gecontroleerd(verzoek)
    gevraagd = bevestigers.tweeden([verzoek], nu).van(verzoek)
    if not gevraagd:
        raise RuleError(
            _(
                "Er is niemand anders die deze rol kan bevestigen. Zorg eerst voor een tweede beheerder die kan inloggen."
            ),
            field="rol",
        )
    _noteer(gebruiker, door, f"rol gevraagd: {verzoek}")
    meld_velen([Melding(SOORT_GEVRAAGD, mens, f"functie:{verzoek.pk}", object_id=verzoek.pk) for mens in gevraagd], nu)
    return verzoek


@transaction.atomic
def beantwoord_functies(
    verzoek_ids: Collection[UUID], ja: bool, *, nu: datetime, door: Gebruiker
) -> list[FunctieVerzoek]:
    """Say yes or no to some of the questions that wait for this person. With the yes each role is given.

    Raises RuleError where nothing was chosen, or one doesn't wait for this person any more; then none is answered.
    """
    if not verzoek_ids:
        raise RuleError(_("Kies eerst een of meer rollen."))
    rijen = FunctieVerzoek.objects.select_for_update().filter(pk__in=verzoek_ids).order_by("id")
    gevraagd = {rij.pk for rij in rijen}
    mijn = [rij for rij in bevestigers.aan_mij_gevraagd(door, nu) if rij.pk in gevraagd]
    if len(mijn) != len(set(verzoek_ids)):
        raise RuleError(_("Een van deze rollen wacht niet (meer) op uw antwoord. Kijk opnieuw en kies nog eens."))
    for verzoek in mijn:
        beantwoord(verzoek, ja, nu=nu, door=door)
        if ja:
            _geef_gevraagde(verzoek, nu, door)
        else:
            _noteer(verzoek.gebruiker, door, f"rol niet gegeven: {verzoek}, gevraagd door {verzoek.door}")
    _meld_antwoord(mijn, nu)
    return mijn


def _geef_gevraagde(verzoek: FunctieVerzoek, nu: datetime, door: Gebruiker) -> None:
    if verzoek.instelling is not None and not verzoek.instelling.actief:
        raise RuleError(_("%(waar)s doet niet meer mee.") % {"waar": verzoek.instelling})
    geef_functie(
        verzoek.gebruiker,
        verzoek.rol,
        door=verzoek.door,
        instelling=verzoek.instelling,
        gemeente=verzoek.gemeente,
        leidinggevende=verzoek.leidinggevende,
        titel=verzoek.titel,
        verzoek=verzoek,
        herkomst=Herkomst.BEVESTIGD,
        nu=nu,
    )


def _meld_antwoord(verzoeken: Sequence[FunctieVerzoek], nu: datetime) -> None:
    """To who asked; and to who has the role now, when that one comes here."""
    meldingen = []
    for verzoek in verzoeken:
        mensen = [verzoek.door, *([verzoek.gebruiker] if verzoek.is_ja and selectie.logt_in(verzoek.gebruiker) else [])]
        sleutel = f"functie_antwoord:{verzoek.pk}"
        meldingen += [Melding(SOORT_ANTWOORD, mens, sleutel, object_id=verzoek.pk) for mens in mensen]
    meld_velen(meldingen, nu)


@transaction.atomic
def trek_verzoek_in(verzoek: FunctieVerzoek, *, nu: datetime, door: Gebruiker) -> None:
    """Ask no longer; once answered or lapsed nothing happens."""
    wacht = FunctieVerzoek.objects.loopt(nu).filter(pk=verzoek.pk)
    if wacht.exists():
        laat_vervallen(wacht)
        _noteer(verzoek.gebruiker, door, f"rol niet meer gevraagd: {verzoek}")


def laat_vragen_vervallen(gebruiker: Gebruiker) -> None:
    """Whoever can't log in any more asks for nobody, and nothing is asked for that person."""
    laat_vervallen(FunctieVerzoek.objects.filter(gebruiker=gebruiker, staat=Verzoekstaat.WACHT))
    laat_vervallen(Toegangsverzoek.objects.filter(gebruiker=gebruiker, staat=Verzoekstaat.WACHT))
    _vraagt_niets_meer(gebruiker)


def _vraagt_niets_meer(gebruiker: Gebruiker) -> None:
    for soort in (FunctieVerzoek, Sluitverzoek, Toegangsverzoek):
        laat_vervallen(soort._default_manager.filter(door=gebruiker, staat=Verzoekstaat.WACHT))


def laat_meegaan(functie: Functie, naar: Instelling, sluiting: Sluitverzoek, *, nu: datetime) -> None:
    """Let somebody go on in the same role where his instelling goes on: his own question, with the yes to the whole (I8).

    Never of who asked or confirmed that: nobody gives himself a role. Raises RuleError.
    """
    wie = sluiting.beantwoord_door
    if wie is None or not sluiting.is_ja:
        raise RuleError(_("Niemand heeft dit bevestigd."))
    Functie.objects.filter(pk=functie.pk).update(beeindigd_op=nu)
    leidinggevende = functie.leidinggevende if functie.leidinggevende != sluiting.door else None
    daar: dict[str, Any] = {"gebruiker": functie.gebruiker, "rol": functie.rol, "instelling": naar}
    laat_vervallen(FunctieVerzoek.objects.filter(**daar, staat=Verzoekstaat.WACHT))
    verzoek = FunctieVerzoek(
        **daar,
        titel=functie.titel,
        leidinggevende=leidinggevende,
        door=sluiting.door,
        op=sluiting.op,
        uiterlijk_op=sluiting.uiterlijk_op,
    )
    bewaar_gecontroleerd(verzoek)
    beantwoord(verzoek, True, nu=nu, door=wie)
    _geef_gevraagde(verzoek, nu, wie)


@transaction.atomic
def vraag_alle_opnieuw(gebruiker: Gebruiker, *, nu: datetime, door: Gebruiker) -> list[FunctieVerzoek]:
    """End what this person was, and ask a second person for it again: letting somebody back in gives it anew (I8)."""
    gevraagd = []
    for functie in Functie.objects.geldig().filter(gebruiker=gebruiker).select_related("instelling", "gemeente"):
        _beeindig(functie, nu=nu, door=door)
        leidinggevende = functie.leidinggevende if functie.leidinggevende != door else None
        gevraagd.append(
            vraag_functie(
                gebruiker,
                functie.rol,
                nu=nu,
                door=door,
                instelling=functie.instelling,
                gemeente=functie.gemeente,
                leidinggevende=leidinggevende,
                titel=functie.titel,
            )
        )
    return gevraagd


@transaction.atomic
def geef_functie(
    gebruiker: Gebruiker,
    rol: str,
    *,
    door: Gebruiker | None,
    instelling: Instelling | None = None,
    gemeente: Gemeente | None = None,
    leidinggevende: Gebruiker | None = None,
    titel: str = "",
    verzoek: FunctieVerzoek | None = None,
    herkomst: Herkomst = Herkomst.BESTOND_AL,
    nu: datetime | None = None,
) -> Functie:
    """Give somebody else a role at once: after the yes to `verzoek`, or on the server itself (I3, I8). Raises RuleError.

    No page calls this: what a page asks goes by `vraag_functie`. Of who may do much in the whole region the others who
    may are told at once, of what is unusual the privacy officers. `nu`: with a `herkomst` other than 'bestond al'.
    """
    _controleer(gebruiker, rol, door=door, instelling=instelling, gemeente=gemeente, leidinggevende=leidinggevende)
    functie = Functie(
        gebruiker=gebruiker,
        rol=rol,
        instelling=instelling,
        gemeente=gemeente,
        leidinggevende=leidinggevende,
        titel=titel,
        verzoek=verzoek,
        herkomst=herkomst,
        gegeven_op=nu,
    )
    if nu is not None:
        functie.ongewoon = _wat_ongewoon_is(functie, nu)
    bewaar_gecontroleerd(functie)
    memo.forget()
    wie = verzoek.beantwoord_door if verzoek is not None else door
    gevraagd = f", gevraagd door {verzoek.door}" if verzoek is not None else ""
    _noteer(gebruiker, wie, f"rol gegeven: {functie}{gevraagd}")
    if nu is not None:
        _vertel(functie, nu, weten_het={gebruiker, door, wie})
    functie_gegeven.send(sender=Functie, functie=functie, nu=nu, door=door)
    return functie


def _vertel(functie: Functie, nu: datetime, weten_het: Collection[Gebruiker | None]) -> None:
    """What is unusual to the privacy officers, also to the one who asked or confirmed; a role in the region to all others."""
    officers = (
        selectie.privacy_officers().exclude(pk=functie.gebruiker_id) if functie.ongewoon else Gebruiker.objects.none()
    )
    meldingen = [Melding(SOORT_ONGEWOON, een, f"rol:{functie.pk}", object_id=functie.pk) for een in officers]
    if functie.rol in ROLLEN_REGIO:
        horen_het = {mens.pk for mens in weten_het if mens} | {mens.pk for mens in officers}
        anderen = selectie.van_de_regio().exclude(pk__in=horen_het)
        meldingen += [Melding(SOORT_ROL, een, f"rol:{functie.pk}", object_id=functie.pk) for een in anderen]
    meld_velen(meldingen, nu)


def _wat_ongewoon_is(functie: Functie, nu: datetime) -> list[str]:
    """Why this one is told to the privacy officer; empty: as it mostly goes."""
    verzoek, andere = functie.verzoek, Functie.objects.geldig().filter(gebruiker__is_active=True)
    eerder = Functie.objects.filter(gebruiker=functie.gebruiker, rol=functie.rol, beeindigd_op__gt=nu - KORT_ERVOOR)
    daar = andere.filter(instelling=functie.instelling)
    van_daar = (
        verzoek is None
        or functie.instelling is None
        or daar.filter(gebruiker=verzoek.beantwoord_door, rol__in=bevestigers.VAN_DE_INSTELLING).exists()
        or not daar.exclude(gebruiker=functie.gebruiker).exists()
    )
    elders = andere.filter(gebruiker=functie.gebruiker).exclude(
        instelling=functie.instelling, gemeente=functie.gemeente
    )
    waar = {
        Ongewoon.REGIO: functie.rol in ROLLEN_REGIO,
        Ongewoon.SERVER: functie.herkomst == Herkomst.SERVER,
        Ongewoon.BUITEN: not van_daar,
        Ongewoon.NA_CODE: verzoek is not None
        and Weg.objects.bindt(nu).filter(gebruiker=verzoek.beantwoord_door).exists(),
        Ongewoon.OPNIEUW: eerder.filter(instelling=functie.instelling, gemeente=functie.gemeente).exists(),
        Ongewoon.ELDERS: elders.exists(),
    }
    return [reden.value for reden, geldt in waar.items() if geldt]


def _controleer(
    gebruiker: Gebruiker,
    rol: str,
    *,
    door: Gebruiker | None,
    instelling: Instelling | None,
    gemeente: Gemeente | None,
    leidinggevende: Gebruiker | None,
) -> None:
    if door is not None and door.pk == gebruiker.pk:
        raise RuleError(_("Niemand geeft zichzelf een rol. Vraag het een andere beheerder."), field="rol")
    bestaand = Functie.objects.geldig().filter(gebruiker=gebruiker, rol=rol, instelling=instelling, gemeente=gemeente)
    if bestaand.exists():
        raise RuleError(_("%(naam)s heeft deze rol hier al.") % {"naam": gebruiker}, field="rol")
    if leidinggevende == gebruiker:
        raise RuleError(_("Niemand is zijn eigen leidinggevende. Kies iemand anders."), field="leidinggevende")
    if not gebruiker.is_professional:
        raise RuleError(_("Alleen iemand die als professional inlogt, kan een rol krijgen."), field="rol")


def _vergrendel(gebruiker: Gebruiker) -> None:
    """One at a time per person, so that the same role is asked once."""
    Gebruiker.objects.select_for_update().get(pk=gebruiker.pk)


def wat_blijft_liggen(gebruiker: Gebruiker, functie: Functie | None = None) -> list[str]:
    """What would be left without anyone when this account closes or this function ends: sentences, no family data."""
    zinnen: list[str] = []
    gemeenten = Gemeente.objects.filter(actief=True)
    if functie is None or functie.rol == Rol.GEMEENTEAMBTENAAR:
        if functie is not None and functie.gemeente is not None:
            gemeenten = gemeenten.filter(pk=functie.gemeente.pk)
        for gemeente in gemeenten.filter(ambtenaar=gebruiker):
            zinnen.append(_("Is de ambtenaar van %(gemeente)s. Noem daar eerst een ander.") % {"gemeente": gemeente})
        for gemeente in gemeenten.filter(vervanger=gebruiker):
            zinnen.append(
                _("Is de vervanger van de ambtenaar van %(gemeente)s. Noem daar eerst een ander.")
                % {"gemeente": gemeente}
            )
        for gemeente in gemeenten.filter(bestuur=gebruiker):
            zinnen.append(
                _("Beslist bij %(gemeente)s boven de ambtenaar. Noem daar eerst een ander.") % {"gemeente": gemeente}
            )
        if Regio.objects.filter(bovenlokaal=gebruiker).exists():
            zinnen.append(_("Beslist boven de gemeenten. Noem eerst een ander, bij de afspraken van de regio."))
    if (
        functie is None
        and (blijven := _beheerders_zonder(gebruiker)) is not None
        and blijven < selectie.BEHEERDERS_NODIG
    ):
        zinnen.append(
            ngettext(
                "Er blijft dan %(aantal)s functioneel beheerder over. Maak een ander beheerder.",
                "Er blijven dan %(aantal)s functioneel beheerders over. Maak een ander beheerder.",
                blijven,
            )
            % {"aantal": blijven}
        )
    for _ontvanger, antwoord in gaat_weg.send(sender=Gebruiker, gebruiker=gebruiker, functie=functie):
        zinnen.extend(antwoord or [])
    return zinnen


def _beheerders_zonder(gebruiker: Gebruiker) -> int | None:
    """How many beheerders stay when this one goes; None for who is none."""
    beheerders = selectie.beheerders()
    if not beheerders.filter(pk=gebruiker.pk).exists():
        return None
    return beheerders.exclude(pk=gebruiker.pk).count()


def eis_niet_de_laatste(gebruiker: Gebruiker) -> None:
    """Raise RuleError for the only beheerder: without one nobody comes in any more."""
    if _beheerders_zonder(gebruiker) == 0:
        raise RuleError(_("Dit is de enige functioneel beheerder. Maak eerst iemand anders beheerder."))


@transaction.atomic
def beeindig_functie(functie: Functie, *, nu: datetime, door: Gebruiker) -> None:
    """End a role. Raises RuleError that says who must be replaced first; ended twice is ended once.

    A region keeps two beheerders: the second is the other's second person (I8).
    """
    if functie.rol == Rol.BEHEERDER:
        eis_niet_de_laatste(functie.gebruiker)
        blijven = _beheerders_zonder(functie.gebruiker)
        if blijven is not None and blijven < selectie.BEHEERDERS_NODIG:
            raise RuleError(
                _("Er zijn ten minste twee functioneel beheerders nodig. Maak eerst iemand anders beheerder.")
            )
    if zinnen := wat_blijft_liggen(functie.gebruiker, functie):
        raise RuleError(" ".join(zinnen))
    _beeindig(functie, nu=nu, door=door)


def _beeindig(functie: Functie, *, nu: datetime, door: Gebruiker) -> None:
    if Functie.objects.geldig().filter(pk=functie.pk).update(beeindigd_op=nu):
        memo.forget()
        _vraagt_niets_meer(functie.gebruiker)
        _noteer(functie.gebruiker, door, f"rol beëindigd: {functie}")
        functie_beeindigd.send(sender=Functie, functie=functie, nu=nu, door=door)


def _noteer(gebruiker: Gebruiker, door: Gebruiker | None, melding: str) -> None:
    schrijf(
        Handeling.RECHTEN_WIJZIGEN,
        gebruiker=door,
        object_soort="gebruiker",
        object_id=gebruiker.pk,
        object_naam=gebruiker.naam,
        melding=melding,
    )
