"""The tests: real PostgreSQL and Redis, named by TEST_... variables only."""

import environ

from config.settings.base import *  # noqa: F403
from config.settings.base import INSTALLED_APPS, MIDDLEWARE, PREPARED, TEMPLATES
from core.rooms import PRACTICE

env = environ.Env()

OEFENOMGEVING = True
DEBUG = False
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
SECRET_KEY = "alleen-voor-de-tests-en-nergens-anders-voor-geschikt"

INSTALLED_APPS = [PRACTICE, *INSTALLED_APPS]
MIDDLEWARE = [*MIDDLEWARE, "oefenomgeving.middleware.OefenMiddleware"]
TEMPLATES[0]["OPTIONS"]["context_processors"].append("oefenomgeving.context.oefenomgeving")
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = "ONBEKENDE VARIABELE: %s"

DATABASES = {
    "default": env.db_url("TEST_DATABASE_URL", default="postgresql:///test"),
    "eigenaar": env.db_url("TEST_EIGENAAR_URL", default="postgresql:///test"),
}
# A page is one transaction: what it shows, what it changes and the log of both.
DATABASES["default"]["ATOMIC_REQUESTS"] = True
DATABASES["default"].setdefault("OPTIONS", {}).update(PREPARED)

CELERY_BROKER_URL = env("TEST_REDIS_URL", default="redis://127.0.0.1:6379/0")
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
DEFAULT_FROM_EMAIL = '"Eén Gezin, Eén Plan" <noreply@voorbeeld.example>'
# Each client of a test loads the middleware anew: a file is looked for when it is asked, instead of all of them each time.
WHITENOISE_AUTOREFRESH = True
BASIS_URL = env("TEST_BASIS_URL", default="http://testserver")
vars().update(env.email_url("EMAIL_URL", default="smtp://127.0.0.1:1"))
