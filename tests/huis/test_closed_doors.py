"""What production refuses, and what it believes of the outside world (X2)."""

import os
import re
import subprocess
import sys

import pytest

from start.checks import PRODUCTION
from start.paths import ROOT

MAIL_OF_THE_GUIDE = "smtp+tls://GEBRUIKER:WACHTWOORD@mail.regio.example:587"
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


@pytest.mark.heavy("starts Django as production does")
@pytest.mark.parametrize(
    ("unsafe", "said"),
    [
        ({"EMAIL_URL": "smtp://post:geheim@mail.controle.internal:25"}, "core.E003"),
        ({"EMAIL_URL": "smtp+tls://GEBRUIKER:WACHTWOORD@mail.controle.internal:587"}, "core.E002"),
        ({"ALLOWED_HOSTS": "plan.regio.example"}, "core.E002"),
        ({"AFZENDER_MAIL": "Het plan <plan@regio.example>"}, "core.E002"),
        ({"VERSIE": "VERSIE"}, "core.E002"),
    ],
    ids=str,
)
def test_the_deploy_check_refuses_what_an_example_left_open_and_mail_that_can_be_read(unsafe, said):
    checked = django("manage.py", "check", "--deploy", **unsafe)
    assert checked.returncode != 0
    assert said in checked.stderr


@pytest.mark.eis("X6")
@pytest.mark.heavy("starts Django as production does")
def test_the_deploy_check_refuses_the_examples_as_they_are(tmp_path):
    def variables(file):
        return dict(re.findall(r"^([A-Z_]+)='(.*)'$", (ROOT / file).read_text(), re.M))

    example = variables("deploy/omgeving.voorbeeld")
    files = {name for name in example if name.endswith("_FILE")}
    for name in files:
        (tmp_path / name).write_text({"EMAIL_URL_FILE": MAIL_OF_THE_GUIDE}.get(name, "0123456789abcdef" * 4))
    checked = django("manage.py", "check", "--deploy", **example | {name: str(tmp_path / name) for name in files})
    named = set(re.findall(r"\(core\.E002\) (\w+)", checked.stderr))
    assert named == {"ALLOWED_HOSTS", "BASIS_URL", "EMAIL_URL", "AFZENDER_MAIL", "VERSIE"}


def test_a_mail_server_on_the_machine_itself_needs_no_tls():
    assert django("manage.py", "check", "--deploy", EMAIL_URL="smtp://localhost:25").returncode == 0


def test_behind_a_proxy_the_reader_is_counted_and_logged():
    vraag = "import config.settings.production as p; print(p.VERTROUWDE_PROXIES, p.ALLAUTH_TRUSTED_PROXY_COUNT)"
    assert django("-c", vraag).stdout.split() == ["0", "0"]
    assert django("-c", vraag, ACHTER_PROXY="true").stdout.split() == ["1", "1"]
