"""Technique only: what a form that was sent twice needs, and in which database the clock is at home."""

from django.db import models


class Verwerkt(models.Model):
    """A form that was carried out: who sends the very same again is shown where it led (core/idempotentie.py)."""

    sleutel = models.UUIDField(primary_key=True, editable=False)
    gebruiker_id = models.UUIDField(null=True)
    pad = models.TextField()
    antwoord_url = models.TextField(blank=True)
    op = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = "verwerkt formulier"
        verbose_name_plural = "verwerkte formulieren"

    def __str__(self) -> str:
        return f"{self.pad} ({self.sleutel})"


class Klokplaats(models.Model):
    """In which database the clock last ran, and whether it is held there: one row (core/klokplaats.py)."""

    plaats = models.CharField(max_length=60)
    vastgehouden_op = models.DateTimeField(null=True)
    reden = models.CharField(max_length=300, blank=True)
    # The last tick that found the clock held: a worker is there, and waits.
    gewacht_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "plaats van de klok"
        verbose_name_plural = "plaatsen van de klok"
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="een_klokplaats")]

    def __str__(self) -> str:
        return self.plaats
