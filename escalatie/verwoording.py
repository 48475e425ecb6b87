"""How notices and reminders of the ladder are put into words: through zicht, at the moment that they are read (E10).

A mail says the category only. In the inbox the family is named where the reader may see it, else the plan's number; for
family members the sentence is one of theirs, without the words of the trade.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core import memo
from escalatie import zicht
from escalatie.buiten import wie_ontbreekt
from escalatie.gelezen import ziet_inhoud
from escalatie.models import (
    Actie,
    Actieverzoek,
    Bevestiging,
    Bevestigingsstaat,
    StagnatieAfspraak,
    Stagnatiestaat,
)
from escalatie.stapbeeld import stapnaam
from escalatie.van_wie import zegt_het_zelf
from instanties.models import Gebruiker, Verzoekstaat
from termijnen.models import Termijn, Termijnstaat
from toestemming.zicht import blikken_van_lijst
from woorden.zinnen import zin


class Woorden(NamedTuple):
    """One kind of notice: the neutral line of the mail, the sentence for professionals, that for the family.

    `vraagt`: it asks its receiver something, so about hours or safety it doesn't wait for the bundle (S2).
    """

    categorie: Any
    zin: Any
    zin_gezin: Any
    vraagt: bool = False


_NIEUWS = _("Er is nieuws over een plan.")
_GEVRAAGD = _("Er wordt iets van u gevraagd.")

WOORDEN: dict[str, Woorden] = {
    "stagnatie_geopend": Woorden(
        _NIEUWS, _("het plan loopt vast. Stap 1 is begonnen."), _("iets in het plan lukt niet. We gaan samen kijken.")
    ),
    "stagnatie_aan_zet": Woorden(
        _GEVRAAGD, _("u bent aan zet in een vastgelopen plan."), _("er wordt op u gewacht."), vraagt=True
    ),
    "stagnatie_dringend": Woorden(
        _("Er is iets dat niet kan wachten."),
        _("dit kan niet wachten. Kijk wie aan zet is, en bel."),
        _("er is iets dat niet kan wachten."),
    ),
    "stagnatie_stap": Woorden(
        _NIEUWS, _("er is een nieuwe stap gezet."), _("iemand anders moet nu iets doen voor het plan.")
    ),
    "stagnatie_voorrang": Woorden(
        _NIEUWS,
        _("dit gaat nu voor: er is een crisis, of het gaat om veiligheid. De termijn is korter."),
        _("dit gaat nu voor. We doen het eerder."),
    ),
    "stagnatie_gesprek": Woorden(
        _NIEUWS, _("de dag van het gesprek ligt vast."), _("er is een dag voor het gesprek over het plan.")
    ),
    "stagnatie_houder": Woorden(
        _NIEUWS, _("iemand anders is aan zet."), _("iemand anders moet nu iets doen voor het plan.")
    ),
    "stagnatie_afspraak": Woorden(
        _NIEUWS, _("er is nog een afspraak niet nagekomen."), _("nog een afspraak is niet gelukt.")
    ),
    "stagnatie_ingelicht": Woorden(
        _NIEUWS,
        _("het aandeel van uw instelling ontbreekt; een manager van uw instelling is aan zet."),
        _("er is nieuws over het plan."),
    ),
    "stagnatie_acties": Woorden(
        _NIEUWS, _("er is vastgelegd wie wat gaat doen."), _("er is afgesproken wie wat gaat doen.")
    ),
    "stagnatie_actie": Woorden(
        _GEVRAAGD,
        _("u wordt gevraagd iets te doen om het plan vlot te trekken. Zeg ja, of dat het niet kan."),
        _("er is u gevraagd iets te doen. Lukt dat? Laat het weten."),
        vraagt=True,
    ),
    "stagnatie_actie_ja": Woorden(_NIEUWS, _("wie een actie doet, zei ja."), _("iemand zei: ja, ik doe dit.")),
    "stagnatie_actie_kan_niet": Woorden(
        _GEVRAAGD,
        _("wie een actie zou doen, zegt: dit kan niet. Kies een ander, of een andere actie."),
        _("iemand zegt: dit kan niet. Spreek iets anders af."),
        vraagt=True,
    ),
    "stagnatie_actie_geweigerd": Woorden(
        _NIEUWS,
        _("wie een actie zou doen, zegt: dit kan niet. Wie aan zet is, kiest iets anders."),
        _("iemand zegt: dit kan niet. Er komt iets anders."),
    ),
    "stagnatie_actie_geen_antwoord": Woorden(
        _GEVRAAGD,
        _("wie een actie zou doen, zei op tijd geen ja en geen nee. Bel, of kies een ander."),
        _("er kwam op tijd geen antwoord."),
        vraagt=True,
    ),
    "stagnatie_uitgevoerd": Woorden(_NIEUWS, _("een actie is uitgevoerd."), _("er is iets gedaan voor het plan.")),
    "stagnatie_alles_uitgevoerd": Woorden(
        _GEVRAAGD, _("alle acties zijn uitgevoerd. Is het opgelost?"), _("alles wat was afgesproken, is gedaan.")
    ),
    "stagnatie_actie_navraag": Woorden(
        _GEVRAAGD,
        _(
            "de termijn van een actie is voorbij. Is het gedaan, en wanneer? Laat het weten: anders gaat het een stap hoger."
        ),
        _("de dag is voorbij. Is het gedaan? Laat het weten."),
        vraagt=True,
    ),
    "stagnatie_zegt_gedaan": Woorden(
        _GEVRAAGD,
        _("wie het moest doen, zegt dat het op tijd gedaan was. Klopt dat?"),
        _("iemand zegt dat het op tijd gedaan was. Klopt dat?"),
        vraagt=True,
    ),
    "stagnatie_niet_bevestigd": Woorden(
        _NIEUWS,
        _("dat het op tijd gedaan was, klopt niet. Het gaat verder."),
        _("het was toch niet gedaan. We gaan verder."),
    ),
    "stagnatie_heropend": Woorden(
        _NIEUWS,
        _("wat gedaan leek, bleek toch niet gedaan. Het gaat verder waar het stond."),
        _("wat gedaan leek, bleek toch niet gedaan. We gaan verder waar we waren."),
    ),
    "stagnatie_stap_ingetrokken": Woorden(
        _NIEUWS,
        _("de actie bleek op tijd gedaan. De laatste stap was niet nodig."),
        _("het bleek gewoon op tijd gedaan. Goed nieuws."),
    ),
    "stagnatie_bezwaar": Woorden(
        _GEVRAAGD,
        _("iemand zegt: dit duurt te lang. Beslis of de termijn korter wordt."),
        _("iemand zegt: dit duurt te lang."),
        vraagt=True,
    ),
    "stagnatie_bezwaar_gemaakt": Woorden(
        _NIEUWS, _("iemand zegt: dit duurt te lang. Wie hierna komt, beslist."), _("iemand zegt: dit duurt te lang.")
    ),
    "stagnatie_bezwaar_beslist": Woorden(
        _NIEUWS, _("er is beslist of de termijn korter wordt."), _("er is beslist of het sneller kan.")
    ),
    "stagnatie_teruggenomen": Woorden(
        _NIEUWS, _("een actie staat niet meer als uitgevoerd."), _("iets bleek toch nog niet gedaan.")
    ),
    "stagnatie_actie_te_laat": Woorden(
        _NIEUWS, _("een actie uit een eerdere stap is niet op tijd uitgevoerd."), _("iets is niet op tijd gedaan.")
    ),
    "stagnatie_termijn": Woorden(
        _NIEUWS, _("een termijn is veranderd. Lees de reden."), _("de dag waarop iets klaar moet zijn, is veranderd.")
    ),
    "stagnatie_vraag": Woorden(_GEVRAAGD, _("er is u een vraag gesteld."), _("er is een vraag."), vraagt=True),
    "stagnatie_bijdrage": Woorden(
        _GEVRAAGD,
        _("de managers zijn aan zet, en uw instelling doet mee. Wat kan uw instelling doen?"),
        _("er is een vraag."),
        vraagt=True,
    ),
    "stagnatie_gevraagd": Woorden(_NIEUWS, _("er is een vraag gesteld."), _("er is een vraag gesteld.")),
    "stagnatie_antwoord": Woorden(_NIEUWS, _("er is een antwoord."), _("er is een antwoord.")),
    "stagnatie_geen_antwoord": Woorden(
        _NIEUWS, _("er kwam op tijd geen antwoord."), _("er kwam op tijd geen antwoord.")
    ),
    "stagnatie_bericht_voorgelegd": Woorden(
        _GEVRAAGD,
        _("er ligt een bericht voor het gezin klaar."),
        _("lees wat wij over het plan aan anderen willen sturen. U kunt er iets bij zeggen."),
        vraagt=True,
    ),
    "stagnatie_bericht_gelezen": Woorden(
        _NIEUWS, zin(_("het gezin heeft [het escalatiebericht] gelezen.")), _("het bericht is gelezen.")
    ),
    "stagnatie_besluit": Woorden(_NIEUWS, _("de gemeente heeft besloten."), _("de gemeente heeft besloten.")),
    "stagnatie_bevestiging": Woorden(
        _GEVRAAGD, _("de gemeente heeft besloten. Voert uw instelling dit uit?"), _("de gemeente heeft besloten."), True
    ),
    "stagnatie_bevestigd": Woorden(
        _NIEUWS, _("een instelling heeft op het besluit geantwoord."), _("er is geantwoord op het besluit.")
    ),
    "stagnatie_kan_niet": Woorden(
        _GEVRAAGD, _("een instelling zegt: dit kan niet. Besluit opnieuw."), _("er is geantwoord op het besluit."), True
    ),
    "stagnatie_terugkoppeling": Woorden(
        _NIEUWS, _("er is teruggekoppeld hoe het gaat."), _("er is verteld hoe het gaat.")
    ),
    "stagnatie_opgelost_vraag": Woorden(
        _GEVRAAGD,
        _("aan het gezin is gevraagd of het is opgelost."),
        _("is het opgelost? Laat het weten."),
        vraagt=True,
    ),
    "stagnatie_opgelost_bel": Woorden(
        _GEVRAAGD,
        _(
            "er is gemeld: opgelost. Vraag het gezin of dat zo is, aan de telefoon of op papier, en schrijf het antwoord op."
        ),
        _("er is gevraagd of het is opgelost."),
        vraagt=True,
    ),
    "stagnatie_opgelost_gemeld": Woorden(
        _NIEUWS, _("er is gemeld: opgelost. Het gezin wordt om antwoord gevraagd."), _NIEUWS
    ),
    "stagnatie_nog_niet_opgelost": Woorden(
        _NIEUWS, _("het gezin zegt: nog niet opgelost."), _("het is nog niet opgelost. We gaan verder.")
    ),
    "stagnatie_nieuwe_actie": Woorden(
        _GEVRAAGD,
        _("het gezin zegt: nog niet opgelost. Leg een nieuwe actie vast."),
        _("het is nog niet opgelost. Spreek iets nieuws af."),
    ),
    "stagnatie_opgelost": Woorden(
        _NIEUWS, _("opgelost. Het plan gaat verder."), _("het is opgelost. Het plan gaat verder.")
    ),
    "stagnatie_verder": Woorden(
        _GEVRAAGD,
        _("dit loopt niet meer vast. Geef de gemiste afspraken een nieuwe dag, of zeg dat ze niet meer nodig zijn."),
        _("het plan gaat verder."),
    ),
    "stagnatie_vervallen": Woorden(
        _NIEUWS,
        _("niet meer nodig: iemand is overleden. Wij wensen u sterkte."),
        _("iemand van het plan is overleden. Wat vastliep, hoeft niet meer. Wij wensen u sterkte."),
    ),
    "stagnatie_verder_zonder": Woorden(
        _GEVRAAGD,
        _("iemand van het plan is overleden. Kijk wat er nu nodig is, en van wie."),
        _("iemand van het plan is overleden. Het plan gaat verder."),
    ),
    "stagnatie_ingetrokken": Woorden(
        _NIEUWS,
        zin(_("was al gedaan: wat gemist leek, bleek op tijd gedaan. [De stagnatie] is ingetrokken.")),
        _("wat gemist leek, bleek gewoon op tijd gedaan. Goed nieuws."),
    ),
    "stagnatie_alsnog": Woorden(
        _NIEUWS, _("een gemiste afspraak is alsnog uitgevoerd."), _("een afspraak die niet lukte, is nu toch gedaan.")
    ),
    "stagnatie_afspraak_gedaan": Woorden(
        _NIEUWS, _("een van de afspraken bleek op tijd gedaan."), _("een van de afspraken bleek gewoon op tijd gedaan.")
    ),
    "stagnatie_afspraak_vervallen": Woorden(
        _NIEUWS,
        zin(_("een afspraak is niet meer nodig. [De stagnatie] erover blijft open tot het is opgelost.")),
        _("een afspraak die niet lukte, is niet meer nodig. We kijken nog samen of het is opgelost."),
    ),
    "stagnatie_doel_afgesloten": Woorden(
        _NIEUWS,
        zin(_("een doel is afgesloten. [De stagnatie] erover blijft open tot het is opgelost.")),
        _("een doel is afgesloten. We kijken nog samen of alles is opgelost."),
    ),
}


HERINNERING: dict[str, tuple[Any, Any]] = {
    "stap_vastleggen": (_("leg vast wat er gaat gebeuren"), _("er wordt op u gewacht")),
    "stap_resultaat": (_("het resultaat moet er bijna zijn"), _("er wordt op u gewacht")),
    "actie": (_("voer uw actie uit"), _("denk aan wat u heeft afgesproken")),
    "actieverzoek": (_("u wordt gevraagd voor een actie: kan dat, of niet?"), _("er is u iets gevraagd. Lukt dat?")),
    "vraag": (_("beantwoord de vraag die u is gesteld"), _("beantwoord de vraag")),
    "bevestiging": (_("antwoord op het besluit van de gemeente"), _("antwoord op het besluit")),
    "tussenvraag": (_("beantwoord de vraag over een vastgelopen plan"), _("beantwoord de vraag")),
    "oplossing": (_("het gezin is gevraagd of het is opgelost"), _("is het opgelost? Laat het weten")),
}
# Of what was answered in time, and of which something is owed still: the share itself, or to report back (verschuldigd).
NOG_TE_DOEN = {
    "bevestiging": (_("koppel terug hoe het gaat met het besluit van de gemeente"), _("laat weten hoe het gaat")),
    "vraag": (_("het aandeel van uw instelling ontbreekt nog"), _("er ontbreekt nog iets")),
    "actie": (
        _("dat uw actie op tijd is gedaan, is nog niet bevestigd"),
        _("we vragen nog of het klopt dat het op tijd is gedaan"),
    ),
}
ZINNEN = {**HERINNERING, **{soort: (woorden.zin, woorden.zin_gezin) for soort, woorden in WOORDEN.items()}}


def verwoord(feiten: Sequence[Any], gebruiker: Gebruiker) -> Mapping[UUID, tuple[str, str]]:
    """Text and address of notices, and of terms that ask something of this reader (R2); what is hidden is left out."""
    gezien = _gezien(gebruiker, {feit.over for feit in feiten}, {feit.gezin_id for feit in feiten})
    bevestigd = _bevestigd(feiten)
    return {
        feit.pk: _verwoording(gezien[feit.over], *_zinnen(feit, bevestigd)) for feit in feiten if feit.over in gezien
    }


def _bevestigd(feiten: Sequence[Any]) -> set[UUID]:
    """Of the terms about a decision those that were confirmed already: what they ask now is to report back (E6)."""
    ids = [feit.pk for feit in feiten if feit.soort == "bevestiging"]
    rijen = (
        Bevestiging.objects.filter(termijn__in=ids, staat=Bevestigingsstaat.BEVESTIGD)
        if ids
        else Bevestiging.objects.none()
    )
    return set(rijen.values_list("termijn_id", flat=True))


def _zinnen(feit: Any, bevestigd: Collection[UUID]) -> tuple[Any, Any]:
    nog_verschuldigd = isinstance(feit, Termijn) and not getattr(feit, "is_herinnering", False)
    gedaan = nog_verschuldigd and feit.staat == Termijnstaat.GEHAALD
    return NOG_TE_DOEN[feit.soort] if gedaan or feit.pk in bevestigd else ZINNEN[feit.soort]


def _gezien(gebruiker: Gebruiker, ids: Collection[UUID], gezin_ids: Collection[UUID]) -> dict[UUID, zicht.Zicht]:
    """What this reader sees of these stagnaties; each is asked once for a page."""
    bekend: dict[UUID, zicht.Zicht | None] = memo.remember(("gezien", gebruiker.pk), dict)
    if nieuw := set(ids) - bekend.keys():
        gevonden = zicht.zichten(gebruiker, nieuw, blikken_van_lijst(gebruiker, gezin_ids))
        bekend |= {pk: gevonden.get(pk) for pk in nieuw}
    return {pk: een for pk in ids if (een := bekend[pk]) is not None}


class Stand(NamedTuple):
    """How it stands with what is stuck, for a line of a list: at which step, why, and whose share is missing.

    Of an action that is asked: what it is, and where its doer says yes by one button.
    """

    stap: str
    oorzaak: str
    wie: str
    wat: str = ""
    ja: str = ""


def standen_van(termijnen: Sequence[Any], gebruiker: Gebruiker) -> dict[UUID, Stand]:
    """Per term (with `over`) about what is stuck how that stands, as far as this reader sees it (R2)."""
    waarover = {termijn.pk: termijn.over for termijn in termijnen if termijn.soort in HERINNERING}
    gemist = {termijn.over: termijn.pk for termijn in termijnen if termijn.soort == "afspraak" and not termijn.loopt}
    if gemist:
        rijen = StagnatieAfspraak.objects.filter(afspraak__in=gemist, stagnatie__staat=Stagnatiestaat.OPEN)
        waarover |= {gemist[afspraak]: over for afspraak, over in rijen.values_list("afspraak_id", "stagnatie_id")}
    if not waarover:
        return {}
    gezien = _gezien(gebruiker, set(waarover.values()), {termijn.gezin_id for termijn in termijnen})
    acties = _gevraagde_acties(termijnen)
    return {
        pk: _stand(gezien[over], acties.get(pk))
        for pk, over in waarover.items()
        if over in gezien and gezien[over].stap
    }


def _gevraagde_acties(termijnen: Sequence[Any]) -> dict[UUID, Actie]:
    """Per term the action of which it asks whether it can be done. One query, where there is one."""
    ids = [termijn.pk for termijn in termijnen if termijn.soort == "actieverzoek"]
    if not ids:
        return {}
    rijen = Actieverzoek.objects.filter(termijn__in=ids, staat=Verzoekstaat.WACHT)
    wie = ("actie__deelnemer__gebruiker", "actie__deelnemer__navrager__gebruiker")
    return {rij.termijn_id: rij.actie for rij in rijen.select_related(*wie)}


def _stand(gezien: zicht.Zicht, actie: Actie | None) -> Stand:
    assert gezien.stap is not None  # noqa: S101 - standen_van leaves the others out
    weet = ziet_inhoud(gezien) or gezien.houdt_van_buiten
    oorzaak = str(gezien.stagnatie.get_oorzaak_display()) if weet else ""
    stand = Stand(stapnaam(gezien.stap.modelstap), oorzaak, wie_ontbreekt(gezien))
    if actie is None or not gezien.toont_namen or not zegt_het_zelf(gezien, actie):
        return stand
    ja = reverse("escalatie:actie_ja", args=[gezien.stagnatie.pk, actie.pk])
    return stand._replace(wat=gezien.namen.in_tekst(actie.wat), ja=ja)


def _verwoording(gezien: zicht.Zicht, zin: Any, zin_gezin: Any) -> tuple[str, str]:
    zin = str(zin_gezin if gezien.is_gezinslid else zin)
    tekst = zin[:1].upper() + zin[1:] if gezien.is_gezinslid else f"{gezien.titel}: {zin[:1].lower()}{zin[1:]}"
    return tekst, reverse("escalatie:stagnatie", args=[gezien.stagnatie.pk])
