"""What an installation is made of: it gives production what it asks for, and nobody more than is needed."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from start import native
from start.checks import PRODUCTION

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]
OF_THE_SYSTEM = {"web", "worker", "beat", "migreer"}
UNITS = sorted((DEPLOY / "systemd").iterdir())
ASKED = set(PRODUCTION) - {"DJANGO_SETTINGS_MODULE"}
SECRET = re.compile(r"SECRET|WACHTWOORD|PASSWORD|TOKEN|EMAIL_URL")


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
    assert {key.removesuffix("_FILE") for key in given} >= ASKED | {"DATABASE_WACHTWOORD"}
    assert given["ACHTER_PROXY"] == "true"
    assert given["DATABASE_URL"].startswith("postgresql://app@")
    files = {value.removeprefix("/run/secrets/") for key, value in given.items() if key.endswith("_FILE")}
    assert files == set(SERVICES[name]["secrets"])


def test_the_owner_of_the_database_is_known_to_who_migrates_only():
    knows = {name for name, service in SERVICES.items() if "database_eigenaar" in service.get("secrets", [])}
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


def test_every_secret_is_a_file_and_in_no_environment():
    for name, service in SERVICES.items():
        in_the_open = [
            key for key in service.get("environment", {}) if SECRET.search(key) and not key.endswith("_FILE")
        ]
        assert in_the_open == [], name
        assert set(service.get("secrets", [])) <= set(COMPOSE["secrets"])
    assert all(secret["file"] == f"geheimen/{name}" for name, secret in COMPOSE["secrets"].items())
    text = (ROOT / "docker-compose.yml").read_text()
    example = variables((ROOT / ".env.voorbeeld").read_text())
    assert set(re.findall(r"\$\{(\w+):\?", text)) <= set(example) <= set(re.findall(r"\$\{(\w+)", text))
    assert not [name for name in example if SECRET.search(name)]


def test_the_secrets_are_made_once_and_are_all_different(tmp_path):
    folder = tmp_path / "geheimen"
    for _time in range(2):
        subprocess.run([DEPLOY / "docker" / "geheimen.sh", folder], check=True, capture_output=True)
        made = {file.name: file.read_text() for file in folder.iterdir()}
        assert set(made) == set(COMPOSE["secrets"])
    assert len(set(made.values())) == len(made)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert len(made["secret_key"].strip()) >= 50
    before = (folder / "secret_key").read_text()
    subprocess.run([DEPLOY / "docker" / "geheimen.sh", folder], check=True, capture_output=True)
    assert (folder / "secret_key").read_text() == before


def test_what_is_filled_in_is_not_committed():
    for name in (".env", "geheimen/", "inlogdiensten.env", "node_modules", "var"):
        assert f"\n{name}" in "\n" + (ROOT / ".gitignore").read_text()


def test_the_example_without_docker_is_what_production_accepts():
    example = variables((DEPLOY / "omgeving.voorbeeld").read_text())
    assert {name.removesuffix("_FILE") for name in example} >= ASKED | {"DJANGO_SETTINGS_MODULE", "ACHTER_PROXY"}
    assert all(re.fullmatch(r"'[^']*'", value) for value in example.values())
    assert not [name for name in example if SECRET.search(name) and not name.endswith("_FILE")]


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


@pytest.mark.eis("G9")
def test_image_and_guide_have_what_the_pdf_needs_of_the_machine():
    needed = {*native.LIBRARIES.values(), *native.FONTS.values()}
    for place in ("Dockerfile", "docs/installeren.md"):
        assert needed <= set(re.findall(r"[\w.+-]+", (ROOT / place).read_text())), place


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
    read = set(re.findall(r'(?:_verplicht|_wachtwoord|env(?:\.\w+)?)\("(\w+)"', source))
    assert not {name for name in read if f"`{name}`" not in guide}
    for file in set(re.findall(r"\b((?:deploy|requirements)/[\w./]*\w)", guide)):
        assert (ROOT / file).exists(), file
    assert {unit.name for unit in UNITS if unit.suffix == ".timer"} <= set(re.findall(r"plan-[\w.]+", guide))


@pytest.mark.parametrize("script", ["beheer", "kopie", "docker/database.sh", "docker/geheimen.sh"])
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


def test_the_figures_never_pass_the_proxy():
    assert re.search(r"location /metingen/ \{\s*return 404;", (DEPLOY / "nginx.conf").read_text())
    assert "respond /metingen/* 404" in (DEPLOY / "docker" / "Caddyfile").read_text()


def test_every_figure_that_an_alert_asks_for_exists():
    rules = yaml.safe_load((DEPLOY / "prometheus.rules.yml").read_text())
    source = (ROOT / "config" / "metingen.py").read_text()
    given = set(re.findall(r'"(plan_\w+)"', source))
    for rule in rules["groups"][0]["rules"]:
        asked = {re.sub(r"_(total|bucket|count|sum)$", "", name) for name in re.findall(r"\bplan_\w+", rule["expr"])}
        assert asked <= given, rule["alert"]


def blocks_of_the_guide():
    """Every block of commands of the guide, without what it is set in by."""
    guide = (ROOT / "docs" / "installeren.md").read_text()
    return [re.sub(r"^ +", "", block, flags=re.M) for block in re.findall(r"```\n(.*?)```", guide, re.S)]


@pytest.mark.eis("X6")
def test_no_command_of_the_guide_writes_plain_data_or_a_key_that_others_can_read():
    made = 0
    for block in blocks_of_the_guide():
        # A copy that was decrypted goes on through a pipe.
        assert not re.search(r"[<>]\s*\S+\.dump\b(?!\.)", block), block
        open_to_others = True
        for line in block.splitlines():
            open_to_others = {"umask 077": False, "umask 022": True}.get(line.strip(), open_to_others)
            if re.search(r"openssl rand|sleutel\b|smtp\+tls|age-keygen", line) and re.search(
                r"(?<![0-9&])>\s*[^&\s]", line
            ):
                made += 1
                assert not open_to_others, line
    assert made >= 5


@pytest.mark.eis("X6")
def test_the_secrets_of_the_guide_are_for_who_needs_them(tmp_path):
    [block] = [block for block in blocks_of_the_guide() if "openssl rand -hex 32 > database_eigenaar" in block]
    # Root makes them, in its own folder; whom they belong to then is left out here.
    block = re.sub(r"/etc/een-gezin-een-plan|/opt/een-gezin-een-plan", str(tmp_path), block)
    block = block.replace("-o root -g plan ", "").replace("chown root:plan * && ", "")
    subprocess.run(["sh", "-eu"], input=f"umask 022\n{block}", text=True, check=True)
    made = {file.name: file.stat().st_mode & 0o777 for file in (tmp_path / "geheimen").iterdir()}
    assert made == dict.fromkeys(["secret_key", "database_app", "metingen_token", "email_url"], 0o640) | {
        "database_eigenaar": 0o600
    }


class TestASecretIsLost:
    """The guide's 'Een geheim kwijt' for each secret there is. How SECRET_KEY is survived: tests/instanties/test_lost_key.py."""

    GUIDE = (ROOT / "docs" / "installeren.md").read_text().split("\n## Een geheim kwijt\n")[1].split("\n## ")[0]
    ROWS = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", GUIDE, re.M))
    # Asked for by a process of ours: in which variable the place of its file stands.
    READ = {
        value.removeprefix("/run/secrets/"): key
        for name in sorted(OF_THE_SYSTEM)
        for key, value in SERVICES[name]["environment"].items()
        if key.endswith("_FILE")
    }

    def test_the_guide_says_for_every_secret_what_to_do(self):
        assert set(self.ROWS) == set(COMPOSE["secrets"])
        # What only one of the two ways of installing has, says so.
        assert {name for name, row in self.ROWS.items() if "alleen met Docker" in row} == {"database_postgres"}

    @pytest.mark.heavy("starts Django as production does")
    @pytest.mark.parametrize("name", sorted(READ))
    def test_without_it_nothing_starts_and_it_is_said_which_one(self, name, tmp_path):
        files = {variable: tmp_path / secret for secret, variable in self.READ.items()}
        for variable, file in files.items():
            file.write_text(PRODUCTION.get(variable.removesuffix("_FILE"), "geheim"))
        environment = {variable: str(file) for variable, file in files.items()}
        environment["DATABASE_EIGENAAR_URL"] = "postgresql://eigenaar@database.controle.internal/plan"
        ask = TestSettings().ask
        files[self.READ[name]].unlink()
        lost = ask("s.SECRET_KEY", **environment)
        assert lost.returncode != 0
        assert f"{self.READ[name]} wijst naar" in lost.stderr
        assert "Een geheim kwijt" in lost.stderr
        files[self.READ[name]].write_text("\n")
        assert "is leeg" in ask("s.SECRET_KEY", **environment).stderr


class TestCopy:
    """deploy/kopie: on disk only what the holder of the private key can read, and only when it is whole."""

    def copy(self, folder, receiver, command, **environment):
        folder.mkdir(exist_ok=True)
        return subprocess.run(
            [DEPLOY / "kopie", folder, command],
            env={**os.environ, "ONTVANGER": receiver, **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    @pytest.mark.skipif(not shutil.which("age-keygen"), reason="no age on this machine")
    def test_with_age(self, tmp_path):
        key = tmp_path / "sleutel"
        subprocess.run(["age-keygen", "-o", key], check=True, capture_output=True)
        receiver = re.search(r"age1\w+", key.read_text())[0]
        done = self.copy(tmp_path / "kopieen", receiver, "echo gegevens van een gezin")
        assert done.returncode == 0, done.stderr
        [made] = (tmp_path / "kopieen").iterdir()
        assert b"gezin" not in made.read_bytes()
        read = subprocess.run(["age", "--decrypt", "--identity", key, made], check=True, capture_output=True)
        assert read.stdout == b"gegevens van een gezin\n"

    @pytest.mark.skipif(not shutil.which("gpg"), reason="no gpg on this machine")
    def test_with_gpg(self, tmp_path):
        home = tmp_path / "gpg"
        home.mkdir(mode=0o700)
        environment = {"GNUPGHOME": str(home)}
        make = ["gpg", "--batch", "--passphrase", "", "--quick-gen-key", "kopie@voorbeeld.example"]
        subprocess.run(make, env={**os.environ, **environment}, check=True, capture_output=True)
        done = self.copy(tmp_path / "kopieen", "kopie@voorbeeld.example", "echo gegevens van een gezin", **environment)
        assert done.returncode == 0, done.stderr
        [made] = (tmp_path / "kopieen").iterdir()
        assert b"gezin" not in made.read_bytes()
        read = ["gpg", "--batch", "--quiet", "--decrypt", made]
        found = subprocess.run(read, env={**os.environ, **environment}, check=True, capture_output=True)
        assert found.stdout == b"gegevens van een gezin\n"
        subprocess.run(["gpgconf", "--kill", "all"], env={**os.environ, **environment}, check=False)

    @pytest.mark.skipif(not shutil.which("age-keygen"), reason="no age on this machine")
    def test_a_dump_that_broke_off_is_no_copy(self, tmp_path):
        made = subprocess.run(["age-keygen"], check=True, capture_output=True, text=True)
        receiver = re.search(r"age1\w+", made.stdout)[0]
        done = self.copy(tmp_path / "kopieen", receiver, "echo half; exit 1")
        assert done.returncode == 1
        assert list((tmp_path / "kopieen").iterdir()) == []

    def test_without_a_receiver_nothing_is_made(self, tmp_path):
        done = self.copy(tmp_path / "kopieen", "", "echo gegevens")
        assert done.returncode != 0
        assert list((tmp_path / "kopieen").iterdir()) == []


class TestSettings:
    """What production reads: secrets from files, and every OpenID provider whole or not at all."""

    OIDC = {
        "INLOGDIENSTEN": "werk",
        "OIDC_WERK_NAAM": "Gemeente Oosterwold",
        "OIDC_WERK_UITGEVER": "https://inloggen.voorbeeld.example",
        "OIDC_WERK_CLIENT_ID": "plan",
        "OIDC_WERK_CLIENT_SECRET": "geheim",
        "OIDC_WERK_NIVEAUS": "hoog heel.hoog",
    }

    def ask(self, what, **environment):
        clean = {key: value for key, value in os.environ.items() if key in ("PATH", "HOME", "LANG")}
        asked = f"from django.conf import settings as s; print({what})"
        return subprocess.run(
            [sys.executable, "-c", asked],
            env=clean | PRODUCTION | environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )

    def test_a_secret_may_stand_in_a_file(self, tmp_path):
        files = {
            "SECRET_KEY": "uit-een-bestand-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFG",
            "EMAIL_URL": "smtp+tls://post:p%40st@mail.voorbeeld.example:587",
            "DATABASE_WACHTWOORD": "w@cht:woord/",
            "METINGEN_TOKEN": "token",
        }
        environment = {}
        for name, value in files.items():
            (tmp_path / name).write_text(value + "\n")
            environment[f"{name}_FILE"] = str(tmp_path / name)
        what = (
            "[s.SECRET_KEY, s.EMAIL_HOST_PASSWORD, s.EMAIL_PORT, s.DATABASES['default']['PASSWORD'], s.METINGEN_TOKEN]"
        )
        said = self.ask(what, **environment)
        assert said.stdout.strip() == str([files["SECRET_KEY"], "p@st", 587, "w@cht:woord/", "token"]), said.stderr

    def test_a_key_that_was_used_before_still_reads(self):
        said = self.ask("s.SECRET_KEY_FALLBACKS", SECRET_KEY_FALLBACKS="oud ouder")
        assert said.stdout.strip() == "['oud', 'ouder']"

    def test_a_migration_does_not_wait_for_a_lock(self):
        url = "postgresql://eigenaar:geheim@database.voorbeeld.example/plan"
        said = self.ask("s.DATABASES['eigenaar']['OPTIONS']", DATABASE_EIGENAAR_URL=url)
        assert "lock_timeout=5s" in said.stdout

    def test_a_provider(self):
        said = self.ask("[(d.id, d.niveaus, d.voor_professionals) for d in s.INLOGDIENSTEN]", **self.OIDC)
        assert said.stdout.strip() == "[('werk', ('hoog', 'heel.hoog'), True)]", said.stderr

    @pytest.mark.parametrize(
        "wrong",
        [
            {"OIDC_WERK_NIVEAUS": ""},
            {"OIDC_WERK_UITGEVER": "http://inloggen.voorbeeld.example"},
            {"OIDC_WERK_CLIENT_SECRET": ""},
            {"OIDC_WERK_VOOR": "iedereen"},
            {"INLOGDIENSTEN": "werk,werk"},
            {"INLOGDIENSTEN": "Werk"},
        ],
        ids=str,
    )
    def test_what_is_missing_or_unsafe_stops_the_start(self, wrong):
        said = self.ask("s.INLOGDIENSTEN", **{**self.OIDC, **wrong})
        assert said.returncode != 0
        assert "ImproperlyConfigured: " in said.stderr
