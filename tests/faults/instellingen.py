"""The settings of the tests with an app that can be broken, and less patience with a mail server that hangs."""

from config.settings.test import *  # noqa: F403
from config.settings.test import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.faults.kapot.apps.KapotConfig"]
EMAIL_TIMEOUT = 2
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
