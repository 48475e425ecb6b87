from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from woorden.zinnen import zin


class GezinsplanConfig(AppConfig):
    name = "gezinsplan"

    def ready(self) -> None:
        from berichten import soorten as berichtsoorten
        from core import navigation, places
        from gezinnen import signalen
        from gezinsplan import kinds, selectie, vertrek
        from gezinsplan.panelen import BeheerPaneel, GezegdNaCode
        from gezinsplan.permissions import mist_coordinatoren
        from instanties.permissions import is_professional, is_van_gezin
        from instanties.signalen import afwezigheid_vastgelegd, hernoemd, toegang_beeindigd, weg_gemaakt
        from termijnen import soorten as termijnsoorten
        from toestemming.plan import PLAN, Plan
        from toestemming.signalen import vlag_veranderd

        berichtsoorten.registreer(kinds.NOTICES)
        termijnsoorten.registreer(kinds.TERMS)
        PLAN.fill(
            Plan(
                selectie.lopende_onderdelen,
                selectie.onbenoemde_onderdelen,
                selectie.uitvoerders_voor,
                selectie.uitvoerders_over,
            )
        )
        places.register("beheer.start", BeheerPaneel, order=60)
        places.register("toegang.getekend", GezegdNaCode, order=60)
        navigation.register("gezinsplan:ons_plan", _("Ons plan"), order=10, visible_to=is_van_gezin)
        navigation.register("gezinsplan:gezinnen", _("Gezinnen"), order=20, visible_to=is_professional)
        navigation.register(
            "gezinsplan:zonder_coordinator", zin(_("Zonder [zorgcoördinator]")), order=35, visible_to=mist_coordinatoren
        )
        afwezigheid_vastgelegd.connect(_bij_afwezigheid)
        weg_gemaakt.connect(_bij_weg)
        hernoemd.connect(_bij_hernoemen)
        vlag_veranderd.connect(_bij_vlag)
        signalen.deelname_begonnen.connect(_bij_deelname)
        signalen.deelname_begonnen.connect(_bij_begin)
        signalen.stopt_met_plan.connect(vertrek.wat_nog_loopt)
        signalen.deelname_gestopt.connect(_bij_stoppen)
        toegang_beeindigd.connect(_bij_geen_toegang)
        signalen.coordinator_gewisseld.connect(_bij_coordinator)
        signalen.herstel_gevraagd.connect(_bij_herstelvraag)
        signalen.herstel_beantwoord.connect(_bij_herstel)


def _bij_afwezigheid(sender: Any, vervanging: Any, sleutel: str, nu: Any, door: Any, **_rest: Any) -> None:
    from gezinsplan.actions.mensen import vertel_wie_weg_is

    vertel_wie_weg_is(vervanging, sleutel=sleutel, nu=nu, door=door)


def _bij_weg(sender: Any, weg: Any, per_mail: bool, nu: Any, door: Any, **_rest: Any) -> None:
    from gezinsplan.actions.mensen import vertel_weg_naar_account

    vertel_weg_naar_account(weg, per_mail=per_mail, nu=nu, door=door)


def _bij_hernoemen(sender: Any, gebruiker: Any, nu: Any, door: Any, **_rest: Any) -> None:
    from gezinsplan.actions.mensen import vertel_naam

    vertel_naam(gebruiker, nu=nu, door=door)


def _bij_deelname(sender: Any, deelnemer: Any, nu: Any, door: Any, reden: str = "", **_rest: Any) -> None:
    from gezinsplan.actions.mensen import herzie_wie_gevraagd_wordt

    herzie_wie_gevraagd_wordt(deelnemer.gezin_id, nu=nu, door=door, reden=str(reden))


def _bij_stoppen(
    sender: Any, deelnemer: Any, nu: Any, door: Any, overnemer: Any = None, reden: str = "", **_rest: Any
) -> None:
    from gezinsplan.actions.mensen import herzie_wie_gevraagd_wordt, vertel_overlijden
    from gezinsplan.actions.overgeven import geef_afspraken_over
    from gezinsplan.actions.overlijden import sluit_wat_over_de_dode_gaat

    if deelnemer.overleden_op:
        vertel_overlijden(deelnemer, nu=nu, door=door)
        sluit_wat_over_de_dode_gaat(deelnemer, nu=nu, door=door)
    geef_afspraken_over(deelnemer, overnemer, nu=nu, door=door)
    herzie_wie_gevraagd_wordt(deelnemer.gezin_id, nu=nu, door=door, reden=str(reden))


def _bij_geen_toegang(sender: Any, gebruiker: Any, nu: Any, door: Any = None, **_rest: Any) -> None:
    from gezinnen.models import Deelnemer
    from gezinsplan.actions.mensen import herzie_wie_gevraagd_wordt

    # Who can't log in answers nothing: what was asked goes to the coordinator, without a word of why.
    for rij in Deelnemer.objects.actief().filter(gebruiker=gebruiker).order_by("gezin"):
        herzie_wie_gevraagd_wordt(rij.gezin_id, nu=nu, door=door)


def _bij_vlag(sender: Any, gezin: Any, nu: Any, door: Any, **_rest: Any) -> None:
    from gezinsplan.actions.mensen import herzie_wie_gevraagd_wordt

    # Who asks after something may no longer know of it. Without a word of why: the reason is read with the term.
    herzie_wie_gevraagd_wordt(gezin.pk, nu=nu, door=door)


def _bij_begin(sender: Any, deelnemer: Any, nu: Any, door: Any, **_rest: Any) -> None:
    from gezinsplan.actions.mensen import vertel_wie_meedoet

    vertel_wie_meedoet(deelnemer, nu=nu, door=door)


def _bij_coordinator(sender: Any, gezin: Any, nieuw: Any, nu: Any, door: Any, reden: str = "", **_rest: Any) -> None:
    from gezinsplan.actions.doelen import plan_van
    from gezinsplan.actions.mensen import herzie_wie_gevraagd_wordt, vertel_nieuwe_coordinator

    # A family begins with its first coordinator, and has its one plan from then on.
    plan_van(gezin)
    vertel_nieuwe_coordinator(nieuw, nu=nu, door=door)
    herzie_wie_gevraagd_wordt(gezin.pk, nu=nu, door=door, reden=str(reden))


def _bij_herstelvraag(sender: Any, verzoek: Any, gevraagd: Any, nu: Any, **_rest: Any) -> None:
    from gezinsplan.actions.mensen import vraag_om_herstel

    vraag_om_herstel(verzoek, gevraagd, nu=nu)


def _bij_herstel(sender: Any, verzoek: Any, nu: Any, **_rest: Any) -> None:
    from gezinsplan.actions.mensen import vertel_herstel

    vertel_herstel(verzoek, nu=nu)
