"""As the tests, with static files as production gives them: named after their contents, and compressed."""

from config.settings.test import *  # noqa: F403
from config.settings.test import BASE_DIR

STATIC_ROOT = BASE_DIR / "var" / "bench" / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
