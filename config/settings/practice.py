"""The practice environment: invented families, a clock that can be moved. Never production's variables."""

import environ

from config.settings.base import *  # noqa: F403
from config.settings.base import INSTALLED_APPS, LOGGING, MIDDLEWARE, PREPARED, TEMPLATES
from core.rooms import PRACTICE

env = environ.Env()

OEFENOMGEVING = True
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
# Practice holds invented data only and listens on this machine alone: a key of its own per installation.
SECRET_KEY = env("OEFEN_SECRET_KEY", default="oefen-sleutel-zonder-geheim-voor-verzonnen-gezinnen-alleen")

INSTALLED_APPS = [PRACTICE, *INSTALLED_APPS]
MIDDLEWARE = [*MIDDLEWARE, "oefenomgeving.middleware.OefenMiddleware"]
TEMPLATES[0]["OPTIONS"]["context_processors"].append("oefenomgeving.context.oefenomgeving")

# Whoever isn't logged in chooses who to be; logging in itself can be practised at /account/inloggen/.
LOGIN_URL = "oefenomgeving:start"

DATABASES = {
    "default": env.db_url("OEFEN_DATABASE_URL", default="postgresql:///oefen"),
    "eigenaar": env.db_url("OEFEN_EIGENAAR_URL", default="postgresql:///oefen"),
}
DATABASES["default"]["CONN_MAX_AGE"] = 60
# A page is one transaction: what it shows, what it changes and the log of both.
DATABASES["default"]["ATOMIC_REQUESTS"] = True
DATABASES["default"].setdefault("OPTIONS", {}).update(PREPARED)
DATABASES["eigenaar"]["TEST"] = {"MIRROR": "default"}

# A line per request says something as JSON only.
LOGGING["loggers"] = {"config.metingen": {"level": "WARNING"}}

_redis = env("OEFEN_REDIS_URL", default="redis://127.0.0.1:6379/0")
CELERY_BROKER_URL = _redis
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "core_cache"}}

# Practice mail never leaves the machine: it is kept, and anyone can read what everyone got.
EMAIL_BACKEND = "oefenomgeving.post.OefenpostBackend"
DEFAULT_FROM_EMAIL = '"Eén Gezin, Eén Plan (oefenen)" <oefenen@voorbeeld.example>'

_achtervoegsel = env("COOKIE_ACHTERVOEGSEL", default="oefen")
SESSION_COOKIE_NAME = f"sessie_{_achtervoegsel}"
CSRF_COOKIE_NAME = f"csrf_{_achtervoegsel}"
LANGUAGE_COOKIE_NAME = f"taal_{_achtervoegsel}"
BASIS_URL = env("OEFEN_BASIS_URL", default="http://127.0.0.1:8000")
