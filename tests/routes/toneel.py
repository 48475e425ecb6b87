"""The stage of whoever asks all addresses: everyone of the matrix, logged in, in the world of one module of rows."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from core import clock
from tests.inloggen import client_van
from tests.routes.rijen import cast_zelf
from tests.routes.rollen import Rollen, maak_rollen
from tests.routes.routes import modules
from tests.situaties import build_upon, load, situatie

MODULES = modules()


@dataclass
class Toneel:
    """The cast, and a session for each of them; in the world of a module also that."""

    cast: Rollen
    sessies: dict[str, str]
    wereld: Any = None

    def browser(self, wie: str) -> Client:
        """A browser in which this person is logged in."""
        client = Client()
        client.cookies[settings.SESSION_COOKIE_NAME] = self.sessies[wie]
        return client


@situatie
def toneel() -> Toneel:
    """Give the cast with their sessions; every row takes back what it wrote."""
    cast = maak_rollen(clock.now())
    sessies = {naam: client_van(gebruiker).session.session_key for naam, gebruiker in cast.iedereen().items()}
    return Toneel(cast, sessies)


def _maak_wereld(module: ModuleType) -> Callable[[Toneel], Toneel]:
    return lambda toneel: replace(toneel, wereld=getattr(module, "wereld", cast_zelf)(toneel.cast))


# The world of each module is made once, for all of its rows.
IN_WERELD = {deel: build_upon("toneel", f"wereld van {deel}", _maak_wereld(module)) for deel, module in MODULES.items()}


@pytest.fixture
def in_world(request, db) -> Toneel:
    """Give the cast in the world of the module that the mark names, with objects of this test's own."""
    return load(request.node.get_closest_marker("situatie").args[0])
