"""Families for the tests of faults and of bad input: made by the real actions, in the database that the stack works in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.middleware.csrf import get_token
from django.test import RequestFactory
from django.utils.timezone import localdate
from playwright.sync_api import Page

from core import clock
from gezinnen.actions import BetrokkeneGegevens, maak_gezin, voeg_betrokkene_toe
from gezinnen.models import Deelnemer, Gezin
from gezinsplan import actions as plan
from gezinsplan.models import Afspraak, Doel
from instanties.models import Gebruiker, Leefgebied
from tests.cast import Cast, wat_er_stond
from tests.e2e.stapel import Stapel
from tests.inloggen import client_van

ONDERWIJS = [Leefgebied.ONDERWIJS]


@dataclass
class Proefgezin:
    """A family with one goal; `plan_pad` is the address of its plan."""

    gezin: Gezin
    doel: Doel
    coordinator: Deelnemer
    mentor: Deelnemer

    @property
    def plan_pad(self) -> str:
        return f"/gezin/{self.gezin.pk}/plan/"

    def pad(self, afspraak: Afspraak) -> str:
        return f"/gezin/{self.gezin.pk}/afspraak/{afspraak.pk}/"


def maak_proefgezin(cast: Cast, naam: str, *, nu=None) -> Proefgezin:
    """A family of the coordinator of the cast, with the mentor of the school, and a plan in the making."""
    nu = nu or clock.now()
    wie = {"nu": nu, "door": cast.coordinator}
    gezin = maak_gezin(naam, cast.gemeente, cast.coordinator, cast.maatschappelijk_werk, **wie)
    mentor = voeg_betrokkene_toe(
        gezin,
        BetrokkeneGegevens(naam=cast.mentor.naam, instelling=cast.school),
        gebruiker=cast.mentor,
        **wie,
    )
    wat_er_stond(mentor, ONDERWIJS, nu=nu)
    doel = plan.voeg_doel_toe(gezin, plan.DoelGegevens(f"Het gaat goed met {naam}", leefgebieden=ONDERWIJS), **wie)
    return Proefgezin(gezin, doel, Deelnemer.objects.get(gezin=gezin, gebruiker=cast.coordinator), mentor)


def maak_afspraak(
    cast: Cast, proef: Proefgezin, wat: str, tot: date, *, nu=None, wie: Sequence[Deelnemer] | None = None
) -> Afspraak:
    """One afspraak from today (of `nu`) until that day; of the mentor when nobody is named."""
    nu = nu or clock.now()
    gegevens = plan.AfspraakGegevens(
        wat, [doener.pk for doener in wie or [proef.mentor]], localdate(nu), tot, leefgebieden=ONDERWIJS
    )
    return plan.voeg_afspraak_toe(proef.doel, gegevens, nu=nu, door=cast.coordinator)


def verstreken_gezin(cast: Cast, naam: str, *, wie: str = "mentor") -> tuple[Proefgezin, Afspraak]:
    """A family with a plan that runs, and one afspraak of which the term passed days ago: the next tick takes it."""
    toen = clock.now() - timedelta(days=10)
    proef = maak_proefgezin(cast, naam, nu=toen)
    doeners = [getattr(proef, wie)]
    afspraak = maak_afspraak(
        cast, proef, f"bellen met {naam}", localdate(toen) + timedelta(days=4), nu=toen, wie=doeners
    )
    plan.activeer(plan.plan_van(proef.gezin), nu=toen, door=cast.coordinator)
    afspraak.refresh_from_db()
    return proef, afspraak


def log_in(pagina: Page, stapel: Stapel, gebruiker: Gebruiker) -> Page:
    """Give this browser the cookies of someone who has just logged in."""
    inloggen = RequestFactory().get("/")
    get_token(inloggen)
    koekjes = {
        settings.SESSION_COOKIE_NAME: client_van(gebruiker).cookies[settings.SESSION_COOKIE_NAME].value,
        settings.CSRF_COOKIE_NAME: inloggen.META["CSRF_COOKIE"],
    }
    pagina.context.add_cookies([{"name": naam, "value": waarde, "url": stapel.url} for naam, waarde in koekjes.items()])
    return pagina


def als(bezoek: Callable[..., Page], stapel: Stapel) -> Callable[..., Page]:
    """Return a function that opens a browser in which somebody is logged in."""
    return lambda gebruiker, **hoe: log_in(bezoek(**hoe), stapel, gebruiker)
