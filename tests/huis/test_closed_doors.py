"""What production refuses, and what it believes of the outside world (X2)."""

import os
import subprocess
import sys

import pytest

from start.checks import PRODUCTION
from start.paths import ROOT

pytestmark = pytest.mark.eis("X2")


def django(*wat: str, **omgeving: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, *wat],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **PRODUCTION, **omgeving},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_deploy_check_refuses_the_practice_environment():
    uitslag = django("manage.py", "check", "--deploy", DJANGO_SETTINGS_MODULE="config.settings.practice")
    assert uitslag.returncode != 0
    assert "oefenomgeving.E001" in uitslag.stderr


@pytest.mark.parametrize(
    "onveilig",
    [
        {"SECRET_KEY": "a" * 60},
        {"ALLOWED_HOSTS": "plan.voorbeeld.example,*"},
        {"BASIS_URL": "http://plan.voorbeeld.example"},
        {"DATABASE_URL": "postgresql://eigenaar:geheim@database.voorbeeld.example/plan"},
        {"EMAIL_URL": ""},
        {"VERTROUWDE_PROXIES": "2"},
    ],
)
def test_production_does_not_start_unsafely(onveilig):
    uitslag = django("-c", "import config.settings.production", **onveilig)
    assert uitslag.returncode != 0
    assert "ImproperlyConfigured" in uitslag.stderr


def test_behind_a_proxy_the_reader_is_counted_and_logged():
    vraag = "import config.settings.production as p; print(p.VERTROUWDE_PROXIES, p.ALLAUTH_TRUSTED_PROXY_COUNT)"
    assert django("-c", vraag).stdout.split() == ["0", "0"]
    assert django("-c", vraag, ACHTER_PROXY="true").stdout.split() == ["1", "1"]
