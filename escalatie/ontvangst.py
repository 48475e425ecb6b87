"""What the ladder does when a room below says that something happened: receivers of their signals, in the same transaction."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from escalatie import actions
from escalatie.actions.organisaties import neem_over
from escalatie.actions.overdragen import (
    geef_acties_over,
    geef_instellingsacties_over,
    geef_vragen_over,
    herbezet_gezin,
    herbezet_niveaus,
    herbezet_zonder,
    herbezet_zonder_functie,
    laat_vragen_los,
    vraag_niet_meer,
)
from escalatie.actions.overlijden import eindig_bij_overlijden
from escalatie.actions.toegang import herzie_toegang
from escalatie.models import Actie, Actiestaat, Stap, Stapstaat, Vraag
from gezinnen.models import Coordinatorschap, Deelnemer, Gezin
from gezinsplan.models import Afspraak, Doel
from gezinsplan.signalen import Gemist
from instanties.models import Functie, Gebruiker, Gemeente, Instelling
from woorden.zinnen import zin


def bij_gemist(sender: Any, *, gemist: list[Gemist], nu: datetime, **rest: Any) -> None:
    """Afspraken were missed: stagnaties open, or are joined (E12)."""
    actions.open_stagnaties(gemist, nu=nu)


def bij_alsnog_gedaan(
    sender: Any, *, afspraak: Afspraak, op_tijd: bool, door: Gebruiker, nu: datetime, **rest: Any
) -> None:
    """What had been missed turns out to be done (E14)."""
    actions.verwerk_alsnog_gedaan(afspraak, op_tijd=op_tijd, door=door, nu=nu)


def bij_vink_teruggenomen(
    sender: Any, *, afspraak: Afspraak, sinds: datetime, door: Gebruiker, nu: datetime, **rest: Any
) -> bool:
    """A tick was wrong: what was withdrawn for it stands where it stood (E14)."""
    return actions.heropen_ingetrokken(afspraak, sinds=sinds, nu=nu, door=door)


def bij_afgesloten(
    sender: Any,
    *,
    afspraken: Sequence[Afspraak],
    doelen: Sequence[Doel],
    door: Gebruiker,
    nu: datetime,
    **rest: Any,
) -> None:
    """What a stagnatie is about was closed in the plan: it stays open, and who is concerned hears it (E9, E11)."""
    actions.noteer_afgesloten(afspraken, doelen, door=door, nu=nu)


def bij_coordinator(
    sender: Any,
    *,
    gezin: Gezin,
    oud: Coordinatorschap | None,
    nu: datetime,
    door: Gebruiker | None,
    reden: str = "",
    **rest: Any,
) -> None:
    """Terms move with the responsibility (Z3, E9)."""
    if oud is not None:
        herbezet_gezin(gezin, oud.gebruiker, nu=nu, door=door, reden=reden or zin(_("[een ander(e) zorgcoördinator]")))


def bij_gestopt(
    sender: Any, *, deelnemer: Deelnemer, nu: datetime, door: Gebruiker | None, reden: str = "", **rest: Any
) -> None:
    """What was asked of someone who takes part no more, is asked of who guards it, and the stagnaties close (E9, T3)."""
    if deelnemer.overleden_op:
        eindig_bij_overlijden(deelnemer, nu=nu, door=door)
    geef_acties_over(deelnemer, nu=nu, door=door)
    laat_vragen_los(deelnemer, nu=nu, door=door)
    if deelnemer.gebruiker is not None:
        herzie_toegang(deelnemer.gebruiker, gezin=deelnemer.gezin, nu=nu, door=door)


def bij_vlag(sender: Any, *, gezin: Gezin, **rest: Any) -> None:
    """What somebody was asked may be kept from him now: then it is asked of who keeps it, without a word (X5)."""
    vraag_niet_meer(gezin)


def wat_nog_loopt(sender: Any, *, deelnemer: Deelnemer, **rest: Any) -> list[str]:
    """What of somebody who is about to stop still runs where the plan is stuck, and to whom it goes (I9)."""
    acties = Actie.objects.filter(deelnemer=deelnemer, staat=Actiestaat.LOOPT).count()
    zinnen = []
    if acties:
        tekst = ngettext(
            "Doet nog %(n)d actie omdat het plan vastloopt. Wie die bewaakt, krijgt dan de vraag.",
            "Doet nog %(n)d acties omdat het plan vastloopt. Wie die bewaakt, krijgt dan de vraag.",
            acties,
        )
        zinnen.append(tekst % {"n": acties})
    vragen = Vraag.objects.filter(
        aan=deelnemer.gebruiker_id,
        aan_instelling__isnull=True,
        beantwoord_op__isnull=True,
        stagnatie__gezin=deelnemer.gezin_id,
    )
    if deelnemer.gebruiker_id and vragen.exists():
        zinnen.append(_("Moet nog antwoord geven. Wie dat vroeg, hoort dat het antwoord niet komt."))
    return zinnen


def wat_blijft_achter(
    sender: Any, *, instelling: Instelling | None, gemeente: Gemeente | None, **rest: Any
) -> list[str]:
    """What waits for an instelling or gemeente that is about to stop: numbers only (I9)."""
    stappen = Stap.objects.filter(staat=Stapstaat.OPEN)
    aantal = (
        stappen.filter(houder_instelling=instelling) if instelling else stappen.filter(houder_gemeente=gemeente)
    ).count()
    zinnen = []
    if aantal:
        tekst = ngettext(
            "%(n)d vastgelopen plan wacht op iemand van hier.",
            "%(n)d vastgelopen plannen wachten op iemand van hier.",
            aantal,
        )
        zinnen.append(tekst % {"n": aantal})
    acties = Actie.objects.filter(instelling=instelling, staat=Actiestaat.LOOPT).count() if instelling else 0
    if acties:
        tekst = ngettext("%(n)d actie is hier gevraagd.", "%(n)d acties zijn hier gevraagd.", acties)
        zinnen.append(tekst % {"n": acties})
    return zinnen


def bij_sluiten(
    sender: Any,
    *,
    instelling: Instelling | None,
    gemeente: Gemeente | None,
    opvolger: Any,
    nu: datetime,
    door: Gebruiker | None,
    **rest: Any,
) -> None:
    """An instelling or gemeente stops: no step loses its keeper (I9, E9)."""
    neem_over(instelling=instelling, gemeente=gemeente, opvolger=opvolger, nu=nu, door=door)


def bij_rol_beeindigd(
    sender: Any, *, functie: Functie, nu: datetime, door: Gebruiker | None = None, **rest: Any
) -> None:
    """What was seen by a role closes with it, and what was kept by it goes to who has it now (T3, E9)."""
    herbezet_zonder_functie(functie, nu=nu, door=door)
    geef_vragen_over(functie.gebruiker, nu=nu, door=door)
    geef_instellingsacties_over(functie.gebruiker, nu=nu, door=door)
    herzie_toegang(functie.gebruiker, nu=nu, door=door)


def bij_beslisser_genoemd(
    sender: Any,
    *,
    gemeente: Gemeente | None,
    was: Mapping[str, UUID | None],
    nu: datetime,
    door: Gebruiker | None,
    **rest: Any,
) -> None:
    """Another decides at a level: what lies there goes along (E6)."""
    herbezet_niveaus(gemeente, was, nu=nu, door=door)


def bij_geen_toegang(
    sender: Any, *, gebruiker: Gebruiker, nu: datetime, door: Gebruiker | None = None, **rest: Any
) -> None:
    """Whoever can no longer log in keeps no step (E9)."""
    herbezet_zonder(gebruiker, nu=nu, door=door)
    geef_vragen_over(gebruiker, nu=nu, door=door)
    geef_instellingsacties_over(gebruiker, nu=nu, door=door)


def bij_gaat_weg(sender: Any, *, gebruiker: Gebruiker, functie: Functie | None = None, **rest: Any) -> list[str]:
    """What the beheerder should know before somebody's account closes: numbers only.

    Where one function ends nothing waits: what he keeps by it goes to another in that moment.
    """
    if functie is not None:
        return []
    aantal = Stap.objects.filter(houder=gebruiker, staat=Stapstaat.OPEN).count()
    if not aantal:
        return []
    zin = ngettext(
        "%(n)d vastgelopen plan wacht op deze persoon. Het gaat naar wie er volgens de regels op volgt.",
        "%(n)d vastgelopen plannen wachten op deze persoon. Ze gaan naar wie er volgens de regels op volgt.",
        aantal,
    )
    return [zin % {"n": aantal}]
