import gc
from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate

# After how many new objects Python looks for circles among them. A batch of the clock, or a large page, makes tens of
# thousands that go by themselves; looking after each 700, as Python does, took a third of the clock's time.
NEW_OBJECTS = 50_000


class CoreConfig(AppConfig):
    name = "core"

    def ready(self) -> None:
        from core import checks  # noqa: F401 - known to Django from here on

        post_migrate.connect(_harden, sender=self, dispatch_uid="core.hardening")
        gc.set_threshold(NEW_OBJECTS)


def _harden(sender: Any, using: str, **_: Any) -> None:
    """After all migrations of all rooms: what they gave the role of the app too much is taken back."""
    from core.hardening import harden

    harden(using)
