"""Asking and answering: colleagues, the family, an instelling that is bound by a decision (E2, E6, E11, E13)."""

from typing import Any

from django.utils.translation import gettext as _

from escalatie import forms as formulieren
from escalatie import selectie
from escalatie.beeld import voor_gezin
from escalatie.models import BIJDRAGEN, Bevestiging, Oplossing, SoortVraag, Vraag
from escalatie.vakken.vak import Data, Vak, act_url, veldnamen
from escalatie.zicht import Zicht
from woorden.zinnen import zin


def _vraagkeuzes(zicht: Zicht, soort: SoortVraag) -> list[Any]:
    return [keuze for keuze in selectie.wie_kan_ik_vragen(zicht) if soort in keuze.soort]


def vraag(zicht: Zicht, soort: SoortVraag, data: Data = None, keuzes: list[Any] | None = None) -> Vak:
    """Address a colleague or peer, or ask advice; the answer has a term of its own (E2, E4, E5)."""
    keuzes = _vraagkeuzes(zicht, soort) if keuzes is None else keuzes
    aanspreken = soort == SoortVraag.AANSPREKEN
    naam = "aanspreken" if aanspreken else "advies"
    return Vak(
        zicht,
        naam,
        _("Spreek een collega aan") if aanspreken else _("Vraag advies"),
        _("Spreek deze collega aan") if aanspreken else _("Vraag dit advies"),
        act_url(zicht, naam),
        formulieren.VraagForm(data, keuzes=keuzes, **veldnamen(naam)),
        uitleg=_("Wie u dit vraagt, krijgt een termijn om te antwoorden.")
        if aanspreken
        else _("Wie u dit vraagt, krijgt een termijn om te antwoorden. Aan het meldpunt vraagt u advies zonder namen."),
    )


def antwoord(zicht: Zicht, gesteld: Vraag, data: Data = None) -> Vak:
    naam = f"antwoord-{gesteld.pk}"
    return Vak(
        zicht,
        naam,
        _("Geef antwoord"),
        _("Geef dit antwoord"),
        act_url(zicht, "antwoord", gesteld.pk),
        formulieren.AntwoordForm(data, **veldnamen(naam)),
        uitleg=_(
            "In een of twee zinnen. Wie aan zet is en de managers van de andere instellingen lezen dit. Noem geen namen."
        )
        if gesteld.soort in BIJDRAGEN
        else "",
    )


def bericht(zicht: Zicht, data: Data = None) -> Vak:
    naam = "bericht"
    nu = zicht.bericht
    eerste = (
        {"afgesproken": nu.afgesproken, "ontbreekt": nu.ontbreekt, "gevraagd": nu.gevraagd, "versie": nu.versie}
        if nu
        else {}
    )
    uitleg = _(
        "Managers en gemeente lezen dit, nooit het plan zelf. Het gezin leest het eerst, en kan er iets bij zeggen."
    )
    if nu is not None and nu.is_vrijgegeven:
        uitleg = _("Het gezin leest de nieuwe tekst eerst. Tot dan lezen managers en gemeente geen namen en geen doel.")
    return Vak(
        zicht,
        naam,
        zin(_("Verander [het escalatiebericht]")) if nu else zin(_("Schrijf [het escalatiebericht]")),
        _("Leg dit voor aan het gezin"),
        act_url(zicht, "bericht"),
        formulieren.BerichtForm(data, initial=eerste, **veldnamen(naam)),
        uitleg=uitleg,
    )


def samen_gelezen(zicht: Zicht, data: Data = None) -> Vak:
    naam = "samen-gelezen"
    eerste = {"versie": zicht.bericht.versie if zicht.bericht else None}
    return Vak(
        zicht,
        naam,
        _("Samen gelezen met het gezin"),
        _("Leg vast dat het samen is gelezen"),
        act_url(zicht, "samen_gelezen"),
        formulieren.SamenGelezenForm(data, initial=eerste, mensen=zicht.moet_nog_lezen, **veldnamen(naam)),
        uitleg=_(
            "Het bericht gaat pas als allen het lazen die over delen beslissen: voor een kind wie het gezag heeft, vanaf "
            "12 jaar ook de jongere, en vanaf 16 jaar de jongere zelf."
        ),
    )


def gelezen(zicht: Zicht, data: Data = None) -> Vak:
    naam = "gelezen"
    eerste = {"versie": zicht.bericht.versie if zicht.bericht else None}
    return Vak(
        zicht,
        naam,
        _("Ik heb het gelezen"),
        _("Ik heb dit gelezen"),
        act_url(zicht, "gelezen"),
        formulieren.VisieForm(data, initial=eerste, **veldnamen(naam)),
    )


def bevestig(zicht: Zicht, rij: Bevestiging, data: Data = None) -> Vak:
    naam = f"bevestig-{rij.pk}"
    return Vak(
        zicht,
        naam,
        _("Wij voeren dit uit"),
        _("Bevestig: wij voeren dit uit"),
        act_url(zicht, "bevestig", rij.pk),
        formulieren.BevestigForm(data, **veldnamen(naam)),
        uitleg=_("%(instelling)s voert het besluit uit. De gemeente en het gezin krijgen bericht.")
        % {"instelling": zicht.namen.van(rij.instelling)},
    )


def kan_niet(zicht: Zicht, rij: Bevestiging, data: Data = None) -> Vak:
    naam = f"kan-niet-{rij.pk}"
    return Vak(
        zicht,
        naam,
        _("Dit kan niet"),
        _("Laat weten dat dit niet kan"),
        act_url(zicht, "kan_niet", rij.pk),
        formulieren.KanNietForm(data, **veldnamen(naam)),
    )


def opgelost(zicht: Zicht, data: Data = None) -> Vak:
    naam = "opgelost"
    return Vak(
        zicht,
        naam,
        _("Meld opgelost"),
        _("Meld dat dit is opgelost"),
        act_url(zicht, "opgelost"),
        formulieren.OpgelostForm(data, **veldnamen(naam)),
        uitleg=_(
            "Het gezin wordt gevraagd of het ook zo is. Zegt het gezin niets, en kwam de vraag aan, dan geldt dat na de "
            "termijn als ja. Kon het gezin niet gevraagd worden, dan vraagt een ander het, aan de telefoon of op papier."
        ),
    )


def opgelost_ja(zicht: Zicht, oplossing: Oplossing, data: Data = None) -> Vak:
    naam = "opgelost-ja"
    namens = not voor_gezin(zicht)
    return Vak(
        zicht,
        naam,
        _("Het gezin zegt: ja, opgelost") if namens else _("Ja, het is opgelost"),
        _("Leg vast: ja, opgelost") if namens else _("Ja, het is opgelost"),
        act_url(zicht, "opgelost_ja", oplossing.pk),
        formulieren.GezinsantwoordForm(data, namens=namens, **veldnamen(naam)),
    )


def opgelost_nee(zicht: Zicht, oplossing: Oplossing, data: Data = None) -> Vak:
    naam = "opgelost-nee"
    namens = not voor_gezin(zicht)
    return Vak(
        zicht,
        naam,
        _("Het gezin zegt: nee, nog niet") if namens else _("Nee, nog niet"),
        _("Leg vast: nog niet opgelost") if namens else _("Nee, het is nog niet opgelost"),
        act_url(zicht, "opgelost_nee", oplossing.pk),
        formulieren.GezinsantwoordForm(data, namens=namens, nee=True, **veldnamen(naam)),
    )
