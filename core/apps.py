import gc

from django.apps import AppConfig

# After how many new objects Python looks for circles among them. A batch of the clock, or a large page, makes tens of
# thousands that go by themselves; looking after each 700, as Python does, took a third of the clock's time.
NEW_OBJECTS = 50_000


class CoreConfig(AppConfig):
    name = "core"

    def ready(self) -> None:
        from core import checks  # noqa: F401 - known to Django from here on

        gc.set_threshold(NEW_OBJECTS)
