import gc

from django.apps import AppConfig

# After how many new objects Python looks for circles among them. A batch of the clock, or a large page, makes tens of
# thousands that go by themselves; looking after each 700, as Python does, took a third of the clock's time.
NIEUWE_OBJECTEN = 50_000


class CoreConfig(AppConfig):
    name = "core"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate, pre_migrate

        from core import begrippen

        gc.set_threshold(NIEUWE_OBJECTEN)
        pre_migrate.connect(begrippen.zet_vast, dispatch_uid="begrippen.zet_vast")
        post_migrate.connect(begrippen.laat_los, dispatch_uid="begrippen.laat_los")
