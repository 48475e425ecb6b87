"""What an installation is made of: it gives production what it asks for, and nobody more than is needed."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from start.checks import PRODUCTION

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]
OF_THE_SYSTEM = {"web", "worker", "beat", "migreer"}
UNITS = sorted((DEPLOY / "systemd").iterdir())
ASKED = set(PRODUCTION) - {"DJANGO_SETTINGS_MODULE"}
SECRET = re.compile(r"SECRET_KEY|WACHTWOORD|EMAIL_URL")


def variables(text):
    """The environment file as systemd and the shell read it."""
    return dict(re.findall(r"^([A-Z_]+)=(.*)$", text, re.M))


def test_the_list_of_what_production_asks_is_whole():
    source = (ROOT / "config" / "settings" / "production.py").read_text()
    assert set(re.findall(r'_verplicht\("(\w+)"', source)) == ASKED


def test_everybody_of_the_whole_is_there():
    assert set(SERVICES) == OF_THE_SYSTEM | {"proxy", "database", "broker"}


@pytest.mark.parametrize("name", sorted(OF_THE_SYSTEM))
def test_every_process_gets_what_production_asks(name):
    given = SERVICES[name]["environment"]
    assert set(given) >= ASKED
    assert given["ACHTER_PROXY"] == "true"
    assert given["DATABASE_URL"].startswith("postgresql://app:")


def test_the_owner_of_the_database_is_known_to_who_migrates_only():
    knows = {name for name, service in SERVICES.items() if "EIGENAAR" in str(service.get("environment"))}
    assert knows == {"migreer", "database"}
    units = {unit.name for unit in UNITS if "/eigenaar" in unit.read_text()}
    assert units == {"plan-onderhoud.service"}


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_nobody_may_more_than_needed(name):
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert set(service.get("cap_add", [])) <= {"NET_BIND_SERVICE"}
    assert "no-new-privileges:true" in service["security_opt"]
    assert not {"privileged", "network_mode", "pid", "ipc", "devices"} & set(service)
    assert not any("docker.sock" in str(volume) for volume in service.get("volumes", []))


def test_only_the_proxy_can_be_reached_from_outside():
    assert {name for name, service in SERVICES.items() if "ports" in service} == {"proxy"}
    assert COMPOSE["networks"]["achter"]["internal"] is True
    assert SERVICES["database"]["networks"] == SERVICES["broker"]["networks"] == ["achter"]
    assert SERVICES["proxy"]["networks"] == ["voor"]


def test_nothing_works_before_the_tables_are_there():
    for name in OF_THE_SYSTEM - {"migreer"}:
        assert SERVICES[name]["depends_on"]["migreer"] == {"condition": "service_completed_successfully"}
    assert SERVICES["migreer"]["restart"] == "no"
    assert SERVICES["migreer"]["depends_on"] == {"database": {"condition": "service_healthy"}}


def test_who_says_how_it_is_does_so_by_the_addresses_for_it():
    assert "/gezond/" in str(SERVICES["web"]["healthcheck"])
    assert "/klaar/" in str(SERVICES["worker"]["healthcheck"])


def test_every_secret_comes_from_outside_and_the_example_names_each():
    text = (ROOT / "docker-compose.yml").read_text()
    example = variables((ROOT / ".env.voorbeeld").read_text())
    wanted = set(re.findall(r"\$\{(\w+):\?", text))
    assert wanted <= set(example)
    assert set(example) <= set(re.findall(r"\$\{(\w+)", text))
    assert not {name: value for name, value in example.items() if SECRET.search(name) and value}


def test_what_is_filled_in_is_not_committed():
    for name in (".env", "node_modules", "var"):
        assert f"\n{name}" in "\n" + (ROOT / ".gitignore").read_text()


def test_the_example_without_docker_is_what_production_accepts():
    example = variables((DEPLOY / "omgeving.voorbeeld").read_text())
    assert set(example) >= ASKED | {"DJANGO_SETTINGS_MODULE", "ACHTER_PROXY"}
    assert all(re.fullmatch(r"'[^']*'", value) for value in example.values())
    assert example["SECRET_KEY"] == "''"


def test_the_image_has_a_user_without_rights_and_no_practice_environment():
    dockerfile = (ROOT / "Dockerfile").read_text()
    last = dockerfile.rsplit("\nFROM ", 1)[1]
    assert "USER 10001:10001" in last
    assert "--require-hashes" in dockerfile
    allowed = [line for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")]
    assert "*" in (ROOT / ".dockerignore").read_text().splitlines()
    assert not [line for line in allowed if re.search(r"oefen|tests|bench|\.env|\.git|var/", line)]
    rooms = {file.parent.name for file in ROOT.glob("*/apps.py")} - {"oefenomgeving"} | {"config"}
    assert {f"!{room}/" for room in rooms} <= set(allowed)


def test_every_command_of_the_schedule_exists():
    of_django = {"migrate", "collectstatic", "check"}
    ours = {file.stem for file in ROOT.glob("*/management/commands/[a-z]*.py")}
    texts = [unit.read_text() for unit in UNITS]
    texts += [(ROOT / "docs" / "installeren.md").read_text(), (ROOT / "docker-compose.yml").read_text()]
    called = re.findall(r"(?:manage\.py|deploy/beheer)(?: --eigenaar)? ([a-z_]+)\b", " ".join(texts))
    assert len(called) > 10
    assert set(called) <= ours | of_django


def test_the_guide_names_every_setting_and_every_file_that_it_asks_to_use():
    guide = (ROOT / "docs" / "installeren.md").read_text()
    source = (ROOT / "config" / "settings" / "production.py").read_text()
    read = set(re.findall(r'(?:_verplicht|env(?:\.\w+)?)\("(\w+)"', source))
    assert not {name for name in read if f"`{name}`" not in guide}
    for file in set(re.findall(r"\b((?:deploy|requirements)/[\w./]*\w)", guide)):
        assert (ROOT / file).exists(), file
    assert {unit.name for unit in UNITS if unit.suffix == ".timer"} <= set(re.findall(r"plan-[\w.]+", guide))


@pytest.mark.parametrize("script", ["beheer", "docker/database.sh"])
def test_scripts_are_scripts(script):
    file = DEPLOY / script
    assert os.access(file, os.X_OK)
    assert subprocess.run(["sh", "-n", file], check=False).returncode == 0


@pytest.mark.parametrize("unit", [unit for unit in UNITS if unit.suffix == ".service"], ids=lambda unit: unit.name)
def test_every_service_is_shut_in(unit):
    text = unit.read_text()
    assert re.search(r"^User=(plan|postgres)$", text, re.M)
    assert {"NoNewPrivileges=true", "ProtectSystem=strict", "PrivateTmp=true"} <= set(text.splitlines())


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd on this machine to ask")
def test_systemd_understands_every_unit():
    asked = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *UNITS], capture_output=True, text=True, check=False
    )
    # That the programs are not installed here is no fault of the unit.
    about_ours = [line for line in asked.stderr.splitlines() if "plan-" in line]
    assert not [line for line in about_ours if "is not executable" not in line]
