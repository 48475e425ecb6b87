"""Asking who is to do an action for his yes, and what follows from the answer; the action's own term goes on meanwhile (E4, S1).

'Kan niet' goes back to who keeps the step at once: it never counts as done, nor as the end of the step.
"""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import RuleError
from escalatie.actions import slot
from escalatie.actions.beurt import eis_tekst, open_stappen_bij, vergrendel_open_stap
from escalatie.actions.verslag import Verslag
from escalatie.houders import leiding_van
from escalatie.jawoord import eis_mag_opschrijven, mag_niet_weten, zegt_het_zelf
from escalatie.models import Actie, Actiestaat, Actieverzoek, SoortGebeurtenis, Stap
from escalatie.ontvangers import Ontvangers, rekent_op
from gezinnen.waarneming import namens_wie
from instanties.actions.verzoeken import beantwoord, laat_vervallen, zwijg
from instanties.models import Gebruiker, Regio, Verzoekstaat
from termijnen import actions as termijnen
from termijnen.kalender import huidige_kalender, verloopt_op
from termijnen.models import Termijn, Termijnstaat
from woorden.duur import Duur, Eenheid


def vraag(
    acties: Collection[tuple[Actie, Collection[UUID]]], *, nu: datetime, door: Gebruiker | None
) -> dict[UUID, Termijn]:
    """Ask of each of these actions these people whether it can be done; the caller asks nothing else of them until then.

    In the region's term for an answer, and never longer than the action itself; of one in hours half of those. Per action
    its term to answer.
    """
    if not acties:
        return {}
    antwoord = Regio.objects.huidige().antwoord
    nieuw = [_termijn(actie, wie, antwoord, nu) for actie, wie in acties]
    gestart = termijnen.start(nieuw, nu=nu, door=door, reden=_("gevraagd of dit kan"))
    Actieverzoek.objects.bulk_create(
        Actieverzoek(actie=actie, door=door, op=nu, termijn=termijn)
        for (actie, _wie), termijn in zip(acties, gestart, strict=True)
    )
    return {actie.pk: termijn for (actie, _wie), termijn in zip(acties, gestart, strict=True)}


def _termijn(actie: Actie, wie: Collection[UUID], antwoord: Duur, nu: datetime) -> termijnen.NieuweTermijn:
    duur = actie.termijn.duur
    if duur is not None and actie.termijn.in_uren:
        antwoord = Duur(max(1, duur.aantal // 2), Eenheid.UUR)
    return termijnen.NieuweTermijn(
        soort="actieverzoek",
        gezin_id=actie.termijn.gezin_id,
        houder_id=actie.termijn.houder_id,
        begint_op=nu,
        loopt_af_op=min(verloopt_op(nu, antwoord, huidige_kalender()), actie.termijn.loopt_af_op),
        duur=antwoord,
        gevraagd=tuple(wie),
    )


def vraag_opnieuw(acties: Iterable[Actie], *, nu: datetime, door: Gebruiker | None) -> None:
    """These actions run again: of whom it wasn't heard yet whether they can be done, it is asked again.

    Of who answers for the doer now. Is that nobody, then it isn't asked: who owed the action still does, else who guards it.
    """
    wie = ("deelnemer__gebruiker", "deelnemer__navrager__gebruiker", "instelling", "stap__stagnatie__doel", "termijn")
    nog = Actie.objects.filter(pk__in=[actie.pk for actie in acties], staat=Actiestaat.LOOPT).select_related(*wie)
    opnieuw = []
    for actie in nog.prefetch_related("verzoeken", "termijn__gevraagden"):
        laatste = next(reversed(actie.verzoeken.all()), None)
        if laatste is None or laatste.staat != Verzoekstaat.VERVALLEN:
            continue
        antwoordt = _wie_antwoordt(actie)
        if antwoordt is not None:
            opnieuw.append((actie, [antwoordt.pk]))
            termijnen.vraag_aan(actie.termijn, [])
        elif not actie.termijn.gevraagden.all() and actie.termijn.houder_id:
            termijnen.vraag_aan(actie.termijn, [actie.termijn.houder_id])
    vraag(opnieuw, nu=nu, door=door)


def _wie_antwoordt(actie: Actie) -> Gebruiker | None:
    if actie.instelling is not None:
        return leiding_van(actie.instelling) if actie.instelling.actief else None
    return rekent_op(actie.deelnemer, mag_niet_weten(actie.stap))


def rond_af(acties: Iterable[Actie], *, nu: datetime, door: Gebruiker | None = None) -> None:
    """These were done or not: whoever was asked and didn't say yet, is who was to do it, and still owes it (E15)."""
    acties = list(acties)
    per_actie = {actie.pk: actie for actie in acties}
    verzoeken = Actieverzoek.objects.filter(actie__in=per_actie, staat=Verzoekstaat.WACHT)
    for verzoek in verzoeken.prefetch_related("termijn__gevraagden"):
        wie = [rij.gebruiker_id for rij in verzoek.termijn.gevraagden.all()]
        termijnen.vraag_aan(per_actie[verzoek.actie_id].termijn, wie)
    laat_los(acties, nu=nu, door=door)


def laat_los(acties: Iterable[Actie], *, nu: datetime, door: Gebruiker | None = None) -> None:
    """Whether these can be done isn't asked any more."""
    verzoeken = Actieverzoek.objects.filter(actie__in=[actie.pk for actie in acties], staat=Verzoekstaat.WACHT)
    lopend = list(Termijn.objects.lopend().filter(actieverzoek__in=verzoeken).order_by("pk"))
    if lopend:
        termijnen.beeindig(lopend, Termijnstaat.VERVALLEN, nu=nu, door=door, reden=_("niet meer nodig"))
        laat_vervallen(verzoeken)


@transaction.atomic
def zeg_ja_tegen_actie(actie: Actie, *, door: Gebruiker, nu: datetime, hoe: str = "") -> Actie:
    """Say that one does this action; or write down that its doer said so, with how that was heard. Raises RuleError."""
    verzoek, stap, hoe = _open_verzoek(actie, True, hoe, door, nu)
    namens = namens_wie(door, stap.stagnatie.gezin_id)
    beantwoord(verzoek, True, nu=nu, door=door, namens=namens, hoe_gezegd=hoe)
    _beantwoord(verzoek, nu, door)
    verslag = Verslag(nu, door)
    verslag.gebeurde(stap.stagnatie, SoortGebeurtenis.ACTIE_JA, stap=verzoek.actie.stap)
    verslag.meld("stagnatie_actie_ja", [stap.houder], stap.stagnatie, verzoek.pk)
    verslag.schrijf()
    return verzoek.actie


@transaction.atomic
def zeg_kan_niet_tegen_actie(actie: Actie, *, reden: str, door: Gebruiker, nu: datetime, hoe: str = "") -> Actie:
    """Say that one can't do this action, and why: who keeps the step chooses another, or another action. Raises RuleError."""
    reden = eis_tekst(reden, "reden", _("Schrijf in een zin waarom dit niet kan."), 500)
    verzoek, stap, hoe = _open_verzoek(actie, False, hoe, door, nu)
    if verzoek.actie.termijn.loopt_af_op <= nu:
        # It was to be done by then: 'kan niet' doesn't undo that it wasn't (S6).
        raise RuleError(_("De dag van deze actie is voorbij. Zeg of dit gedaan is."))
    huidig, namens = verzoek.actie, namens_wie(door, stap.stagnatie.gezin_id)
    verzoek.reden = reden
    beantwoord(verzoek, False, nu=nu, door=door, namens=namens, hoe_gezegd=hoe, en_velden=["reden"])
    _beantwoord(verzoek, nu, door)
    termijnen.beeindig([huidig.termijn], Termijnstaat.VERVALLEN, nu=nu, door=door, reden=_("kan niet"))
    Actie.overgangen.move(Actiestaat.KAN_NIET, huidig)
    huidig.versie += 1
    huidig.save(update_fields=["staat", "versie"])
    verslag = Verslag(nu, door)
    verslag.gebeurde(stap.stagnatie, SoortGebeurtenis.ACTIE_KAN_NIET, stap=huidig.stap)
    verslag.meld("stagnatie_actie_kan_niet", [stap.houder], stap.stagnatie, verzoek.pk, termijn=stap.staptermijn)
    coordinator = [wie for wie in Ontvangers([stap.stagnatie], nu).coordinator(stap.stagnatie) if wie != stap.houder]
    verslag.meld("stagnatie_actie_geweigerd", coordinator, stap.stagnatie, verzoek.pk)
    verslag.schrijf()
    return huidig


def _open_verzoek(actie: Actie, ja: bool, hoe: str, door: Gebruiker, nu: datetime) -> tuple[Actieverzoek, Stap, str]:
    stap = vergrendel_open_stap(actie.stap.stagnatie_id)
    wie = ("actie__deelnemer__gebruiker", "actie__deelnemer__navrager__gebruiker", "actie__instelling")
    verzoeken = Actieverzoek.objects.filter(actie=actie.pk).select_related("door", "termijn", "actie__termijn", *wie)
    verzoek = verzoeken.select_related("actie__stap").last()
    if verzoek is None or not verzoek.is_onbeantwoord or verzoek.actie.staat != Actiestaat.LOOPT:
        raise RuleError(_("Hierover is nu geen vraag. Bekijk de actie opnieuw."))
    verzoek.actie.stap.stagnatie = stap.stagnatie
    if zegt_het_zelf(door, verzoek.actie):
        return verzoek, stap, ""
    eis_mag_opschrijven(door, verzoek, stap, ja, Ontvangers([stap.stagnatie], nu))
    return verzoek, stap, eis_tekst(hoe, "hoe", _("Schrijf hoe u dit weet, bijvoorbeeld: gebeld op maandag."), 200)


def _beantwoord(verzoek: Actieverzoek, nu: datetime, door: Gebruiker) -> None:
    """It was answered. Who was asked, does the action; of one that can't be done there is nothing left to ask."""
    gevraagd = list(verzoek.termijn.gevraagden.values_list("gebruiker_id", flat=True))
    if verzoek.termijn.loopt:
        termijnen.beeindig([verzoek.termijn], Termijnstaat.GEHAALD, nu=nu, door=door, reden=_("beantwoord"))
    termijnen.vraag_aan(verzoek.actie.termijn, gevraagd)


def verzoeken_verstreken(verstreken: list[Termijn], nu: datetime) -> None:
    """Nobody said in time whether it can be done: who keeps the step hears it; the action goes on, and asks who does it (S1)."""
    verzoeken = list(
        Actieverzoek.objects.filter(termijn__in=verstreken, staat=Verzoekstaat.WACHT)
        .select_related("actie__stap", "actie__termijn")
        .prefetch_related("termijn__gevraagden")
        .order_by("pk")
    )
    stagnaties = slot.vergrendel_voor_klok({verzoek.actie.stap.stagnatie_id for verzoek in verzoeken})
    zwijg(verzoeken, nu=nu)
    stappen = {stap.stagnatie_id: stap for stap in open_stappen_bij(stagnaties)}
    verslag = Verslag(nu)
    for verzoek in verzoeken:
        termijnen.vraag_aan(verzoek.actie.termijn, [rij.gebruiker_id for rij in verzoek.termijn.gevraagden.all()])
        stap = stappen.get(verzoek.actie.stap.stagnatie_id)
        if stap is None:
            continue
        verslag.gebeurde(stap.stagnatie, SoortGebeurtenis.GEEN_ANTWOORD, stap=verzoek.actie.stap)
        verslag.meld("stagnatie_actie_geen_antwoord", [stap.houder], stap.stagnatie, verzoek.pk)
    verslag.schrijf()
