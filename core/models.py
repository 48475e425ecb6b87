"""Technique only: what a form that was sent twice needs."""

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
