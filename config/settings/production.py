"""Production: everything from the environment. What is missing or unsafe stops the start, in words."""

import os
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

from config.settings import inlogdiensten
from config.settings.base import *  # noqa: F403
from config.settings.base import PREPARED
from core import log_lines


class Omgeving(environ.FileAwareEnv):
    """A secret may stand in a file: NAAM_FILE holds its path. A file that is lost or empty stops the start, in words."""

    def get_value(self, var: str, *args: Any, **kwargs: Any) -> Any:
        """As environ does."""
        plaats = os.environ.get(f"{var}_FILE", "")
        if plaats:
            try:
                inhoud = Path(plaats).read_text().strip()
            except OSError as fout:
                raise ImproperlyConfigured(
                    f"{var}_FILE wijst naar {plaats}, en dat is niet te lezen ({type(fout).__name__}). "
                    "Zie 'Een geheim kwijt' in docs/installeren.md."
                ) from fout
            if not inhoud:
                raise ImproperlyConfigured(f"{plaats} is leeg: daar hoort {var} in te staan.")
        return super().get_value(var, *args, **kwargs)


env = Omgeving()


def _wachtwoord(naam: str) -> dict[str, str]:
    """The password of a database, where it isn't part of its address."""
    waarde = env(naam, default="").strip()
    return {"PASSWORD": waarde} if waarde else {}


def _verplicht(naam: str, uitleg: str) -> str:
    """Value of an environment variable; stops the start in words when it is missing or empty."""
    waarde = env(naam, default="").strip()
    if not waarde:
        raise ImproperlyConfigured(f"{naam} ontbreekt: {uitleg}")
    return waarde


DEBUG = False
SECRET_KEY = _verplicht("SECRET_KEY", "een geheime, willekeurige reeks van minstens 50 tekens.")
if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 10:
    raise ImproperlyConfigured("SECRET_KEY is te kort of te eenvoudig: gebruik minstens 50 willekeurige tekens.")

ALLOWED_HOSTS = [naam.strip() for naam in _verplicht("ALLOWED_HOSTS", "de webadressen, met komma's.").split(",")]
if "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS mag geen * bevatten: noem de webadressen waarop het systeem draait.")

BASIS_URL = _verplicht("BASIS_URL", "het adres dat in mails en brieven staat, bijvoorbeeld https://plan.regio.example.")
if not BASIS_URL.startswith("https://"):
    raise ImproperlyConfigured("BASIS_URL moet met https:// beginnen.")
CSRF_TRUSTED_ORIGINS = [BASIS_URL]

_verplicht("DATABASE_URL", "de database met de rol app, bijvoorbeeld postgresql://app:...@host/plan.")
_verplicht("REDIS_URL", "de broker, bijvoorbeeld redis://host:6379/0.")
_verplicht("EMAIL_URL", "de mailserver, bijvoorbeeld smtp+tls://gebruiker:wachtwoord@host:587.")
DEFAULT_FROM_EMAIL = _verplicht("AFZENDER_MAIL", "het mailadres waar berichten vandaan komen.")

DATABASES = {"default": env.db_url("DATABASE_URL") | _wachtwoord("DATABASE_WACHTWOORD")}
if "postgresql" not in DATABASES["default"]["ENGINE"]:
    raise ImproperlyConfigured("DATABASE_URL moet naar PostgreSQL wijzen.")
if DATABASES["default"]["USER"] in ("postgres", "eigenaar"):
    raise ImproperlyConfigured(
        "DATABASE_URL gebruikt een eigenaar van de database. Gebruik de rol app: die kan het logboek niet wijzigen."
    )
DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# A page is one transaction: what it shows, what it changes and the log of both.
DATABASES["default"]["ATOMIC_REQUESTS"] = True
DATABASES["default"].setdefault("OPTIONS", {}).update(PREPARED)
# Only for the command that migrates: the web server and the workers run without it.
if env("DATABASE_EIGENAAR_URL", default=""):
    DATABASES["eigenaar"] = env.db_url("DATABASE_EIGENAAR_URL") | _wachtwoord("DATABASE_EIGENAAR_WACHTWOORD")
    # A migration that must wait for a lock gives up: whoever comes after it would wait too (docs/migraties.md).
    DATABASES["eigenaar"].setdefault("OPTIONS", {})["options"] = "-c lock_timeout=5s"

CELERY_BROKER_URL = env("REDIS_URL")
CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": env("REDIS_URL")}}
vars().update(env.email_url("EMAIL_URL"))

INLOGDIENSTEN = inlogdiensten.lees(env)

LOG_AS_JSON = True
LOGGING = log_lines.configuration(env("LOGNIVEAU", default="INFO"))
CELERY_WORKER_REDIRECT_STDOUTS = False
METINGEN_TOKEN = env("METINGEN_TOKEN", default="").strip()
METINGEN_MAP = env("PROMETHEUS_MULTIPROC_DIR", default="")
VERSIE = env("VERSIE", default="onbekend")
# Keys that were used before: what they signed still counts, new things are signed by SECRET_KEY.
SECRET_KEY_FALLBACKS = env("SECRET_KEY_FALLBACKS", default="").split()
ZEGEL_MAIL = env("ZEGEL_MAIL", default="").strip()
VEILIGHEID_CONTACT = env("VEILIGHEID_CONTACT", default="").strip()
SECURE_SSL_REDIRECT = True
ACHTER_PROXY = env.bool("ACHTER_PROXY", default=False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ACHTER_PROXY else None
# Whose address the logboek keeps, and whose wrong tries are counted: the reader's, not the proxy's.
VERTROUWDE_PROXIES = ALLAUTH_TRUSTED_PROXY_COUNT = env.int("VERTROUWDE_PROXIES", default=1 if ACHTER_PROXY else 0)
if VERTROUWDE_PROXIES and not ACHTER_PROXY:
    raise ImproperlyConfigured("VERTROUWDE_PROXIES hoort bij ACHTER_PROXY=true.")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-sessie"
CSRF_COOKIE_NAME = "__Host-csrf"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
