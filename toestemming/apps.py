from django.apps import AppConfig


class ToestemmingConfig(AppConfig):
    name = "toestemming"

    def ready(self) -> None:
        """Grounds follow from acts in the room below (T3)."""
        from gezinnen import signalen
        from toestemming import actions

        signalen.deelname_begonnen.connect(actions.bij_begin_deelname, dispatch_uid="grondslag_begint")
        signalen.deelname_gestopt.connect(actions.bij_stoppen_deelname, dispatch_uid="grondslag_eindigt")
        signalen.coordinator_gewisseld.connect(actions.bij_wissel_coordinator, dispatch_uid="grondslag_coordinatie")
