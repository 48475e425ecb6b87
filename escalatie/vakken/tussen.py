"""What is asked in between: was it done, and does this take too long (E7, E14, S6)."""

from django.utils.translation import gettext as _

from core import clock
from escalatie import forms_tussen as formulieren
from escalatie.beeld import voor_gezin
from escalatie.models import Actie, Stap, Tussenvraag
from escalatie.vakken.vak import Data, Vak, act_url, veldnamen
from escalatie.zicht import Zicht
from woorden.tijdwoorden import termijnwoorden


def gedaan_klopt(zicht: Zicht, vraag: Tussenvraag, data: Data = None) -> Vak:
    naam = f"klopt-{vraag.pk}"
    return Vak(
        zicht,
        naam,
        _("Ja, dit is op tijd gedaan"),
        _("Bevestig: op tijd gedaan"),
        act_url(zicht, "gedaan_klopt", vraag.pk),
        formulieren.BevestigForm(data, **veldnamen(naam)),
        uitleg=_("Wie het moest doen, zegt dat het op tijd gedaan was. Klopt dat, dan is deze stap niet nodig."),
    )


def gedaan_klopt_niet(zicht: Zicht, vraag: Tussenvraag, data: Data = None) -> Vak:
    naam = f"klopt-niet-{vraag.pk}"
    return Vak(
        zicht,
        naam,
        _("Nee, dit klopt niet"),
        _("Zeg dat dit niet klopt"),
        act_url(zicht, "gedaan_klopt_niet", vraag.pk),
        formulieren.BevestigForm(data, **veldnamen(naam)),
        uitleg=_("Dan gaat het verder waar het stond."),
    )


def niet_gedaan(zicht: Zicht, actie: Actie, data: Data = None) -> Vak:
    naam = f"niet-gedaan-{actie.pk}"
    return Vak(
        zicht,
        naam,
        _("Dit is niet gedaan"),
        _("Zeg dat dit niet is gedaan"),
        act_url(zicht, "niet_gedaan", actie.pk),
        formulieren.BevestigForm(data, **veldnamen(naam)),
        uitleg=_("Dan begint meteen de volgende stap."),
    )


def te_lang(zicht: Zicht, stap: Stap, data: Data = None) -> Vak:
    naam = "te-lang"
    return Vak(
        zicht,
        naam,
        _("Dit duurt te lang"),
        _("Zeg dat dit te lang duurt"),
        act_url(zicht, "te_lang", stap.pk),
        formulieren.BezwaarForm(data, **veldnamen(naam)),
        uitleg=_("Iemand die hierboven staat, beslist of het sneller moet.")
        if voor_gezin(zicht)
        else _("Wie hierna aan zet komt, beslist of de termijn korter wordt."),
    )


def bezwaar(zicht: Zicht, vraag: Tussenvraag, data: Data = None) -> Vak:
    naam = f"bezwaar-{vraag.pk}"
    uiterlijk = termijnwoorden(vraag.termijn.loopt_af_op, clock.now(), in_uren=False).uiterlijk
    tekst = zicht.namen.in_tekst(vraag.tekst) if zicht.toont_namen else ""
    gezegd = _("Iemand zegt: dit duurt te lang.") + (f" ‘{tekst}’" if tekst else "")
    return Vak(
        zicht,
        naam,
        _("Duurt dit te lang? Beslis"),
        _("Leg vast wat u beslist"),
        act_url(zicht, "bezwaar", vraag.pk),
        formulieren.BezwaarBesluitForm(data, **veldnamen(naam)),
        uitleg=_("%(gezegd)s Beslis %(uiterlijk)s.") % {"gezegd": gezegd, "uiterlijk": uiterlijk},
    )
