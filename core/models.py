"""Technique only: what a form that was sent twice needs, and in which database the clock is at home.

Tables and columns keep the names that they were made with (docs/migraties.md).
"""

from django.db import models


class Processed(models.Model):
    """A form that was carried out: who sends the very same again is shown where it led (core/idempotency.py)."""

    key = models.UUIDField(primary_key=True, editable=False, db_column="sleutel")
    user_id = models.UUIDField(null=True, db_column="gebruiker_id")
    path = models.TextField(db_column="pad")
    answer_url = models.TextField(blank=True, db_column="antwoord_url")
    at = models.DateTimeField(db_index=True, db_column="op")

    class Meta:
        db_table = "core_verwerkt"
        verbose_name = "verwerkt formulier"
        verbose_name_plural = "verwerkte formulieren"

    def __str__(self) -> str:
        return f"{self.path} ({self.key})"


class ClockHome(models.Model):
    """In which database the clock last ran, and whether it is held there: one row (core/clock_home.py)."""

    place = models.CharField(max_length=60, db_column="plaats")
    held_at = models.DateTimeField(null=True, db_column="vastgehouden_op")
    reason = models.CharField(max_length=300, blank=True, db_column="reden")
    # The last tick that found the clock held: a worker is there, and waits.
    waited_at = models.DateTimeField(null=True, db_column="gewacht_op")

    class Meta:
        db_table = "core_klokplaats"
        verbose_name = "plaats van de klok"
        verbose_name_plural = "plaatsen van de klok"
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="een_klokplaats")]

    def __str__(self) -> str:
        return self.place


class KeyMark(models.Model):
    """The fingerprint of the SECRET_KEY with which this database works: one row (core/key_mark.py)."""

    fingerprint = models.CharField(max_length=64)
    since = models.DateTimeField()

    class Meta:
        verbose_name = "kenmerk van de sleutel"
        verbose_name_plural = "kenmerken van de sleutel"
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="een_sleutelkenmerk")]

    def __str__(self) -> str:
        return f"{self.since:%Y-%m-%d}"
