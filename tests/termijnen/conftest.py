"""A region with families and one worker, and kinds of terms whose handlers write down what they got."""

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from django.db import transaction

from gezinnen.actions.houden import houdt_signaal
from gezinnen.models import Gezin
from instanties.models import Gebruiker, Gemeente, Instelling, SoortInstelling
from termijnen import soorten
from termijnen.actions import NieuweTermijn, start

_nummers = count(1)


class Klapper:
    """A small family room: makes families, people and terms with few words."""

    nu = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    def gezin(self) -> Gezin:
        gemeente, _ = Gemeente.objects.get_or_create(naam="Waterlaan")
        werk, _ = Instelling.objects.get_or_create(naam="Sociaal team", soort=SoortInstelling.SOCIAAL_TEAM)
        with transaction.atomic():
            gezin = Gezin.objects.create(naam=f"Gezin {next(_nummers)}", gemeente=gemeente, gemaakt_op=self.nu)
            houdt_signaal(gezin, self.gebruiker(), werk, nu=self.nu)
        return gezin

    def gebruiker(self, naam="Noor Verbeek", **velden) -> Gebruiker:
        nummer = next(_nummers)
        return Gebruiker.objects.create(
            inlognaam=f"wie{nummer}", naam=naam, email=f"wie{nummer}@voorbeeld.example", **velden
        )

    def termijn(self, gezin=None, *, over=timedelta(days=14), soort="proef", houder=None, gevraagd=(), nu=None, **rest):
        nu = nu or self.nu
        nieuw = NieuweTermijn(
            soort=soort,
            gezin_id=(gezin or self.gezin()).pk,
            houder_id=houder.pk if houder else None,
            begint_op=min(nu, nu + over),
            loopt_af_op=nu + over,
            gevraagd=[gebruiker.pk for gebruiker in gevraagd],
            **rest,
        )
        return start([nieuw], nu=nu)[0]


class Handler:
    """Writes down which terms it got, and fails for those it was told to fail for."""

    def __init__(self):
        self.gekregen = []
        self.fout_voor = set()

    def __call__(self, termijnen, nu):
        for termijn in termijnen:
            if termijn.pk in self.fout_voor:
                raise RuntimeError("Sanne de Wit staat in deze melding")
        self.gekregen += [termijn.pk for termijn in termijnen]


@pytest.fixture
def klapper():
    return Klapper()


@pytest.fixture
def handler(monkeypatch):
    """The kinds 'proef' and 'ander', both handled by the same recording handler; and 'stil', without reminders."""
    recorder = Handler()

    def regel(termijnen, gebruiker):
        return {termijn.pk: (f"Denk aan {termijn.soort}", f"/termijn/{termijn.pk}/") for termijn in termijnen}

    for naam, herinnert in (("proef", True), ("ander", True), ("stil", False)):
        soort = soorten.Termijnsoort(naam, recorder, f"Soort {naam}", herinnert, regel)
        monkeypatch.setitem(soorten.SOORTEN.items, naam, soort)
    return recorder
