"""The ways into an account, each with when it was made and by whom: an alarm for its owner (I8, X2)."""

import uuid
from datetime import datetime, timedelta

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from instanties.models.organisaties import Gebruiker, Uitnodiging

# How long each login speaks of it, and how long its owner has to wait before saying that it is right.
BLIJFT_GEZEGD = timedelta(days=14)
BEDENKTIJD = timedelta(hours=24)


class Wegsoort(models.TextChoices):
    CODE = "code", _("een inlogcode")
    LINK = "link", _("een link om een nieuw wachtwoord te kiezen")
    WACHTWOORD = "wachtwoord", _("een nieuw wachtwoord")
    ADRES = "adres", _("een ander e-mailadres")
    PASSKEY = "passkey", _("een passkey")
    STAP = "stap", _("een andere tweede stap")
    DIENST = "dienst", _("een inlogdienst")
    OPEN = "open", _("weer toegang")


class WegQuerySet(models.QuerySet["Weg"]):
    def te_zeggen(self, nu: datetime) -> "WegQuerySet":
        """Those that their owner hears of: of the last two weeks, and not yet said to be right."""
        return self.filter(bevestigd_op__isnull=True, op__gt=nu - BLIJFT_GEZEGD)

    def te_bevestigen(self, nu: datetime) -> "WegQuerySet":
        """Those old enough to be said right: a day after the way was made, and a code after it was used."""
        tot = nu - BEDENKTIJD
        gebruikt = Q(uitnodiging__isnull=True, op__lte=tot) | Q(uitnodiging__gebruikt_op__lte=tot)
        return self.filter(gebruikt, bevestigd_op__isnull=True)

    def bindt(self, nu: datetime) -> "WegQuerySet":
        """Those by which somebody else may sit behind the account: until they are found right, however long ago (I8).

        A code that nobody used and that works no more, let nobody in; one that still works, may be used tomorrow. Nor does
        what was made before the server let its owner in anew: that took password and second step away, and by a mail
        address alone nobody comes in who works here.
        """
        werkt = Q(uitnodiging__ingetrokken_op__isnull=True, uitnodiging__verloopt_op__gt=nu)
        binnen = ~Q(soort=Wegsoort.CODE) | Q(uitnodiging__gebruikt_op__isnull=False) | werkt
        # Only the server makes a code of nobody (actions/uitnodigingen.py).
        van_de_server = Weg.objects.filter(
            gebruiker=OuterRef("gebruiker"),
            soort=Wegsoort.CODE,
            door__isnull=True,
            uitnodiging__gebruikt_op__isnull=False,
            op__gt=OuterRef("op"),
        )
        rijen = self.filter(binnen, ~Exists(van_de_server), door__isnull=False, bevestigd_op__isnull=True)
        return rijen.exclude(door=F("gebruiker"))

    def bewezen(self, sinds: datetime | None) -> "WegQuerySet":
        """Those that may be said right by who shows a means of `sinds`: before the first way of another that nobody found
        right yet. What came after that way may be of whoever used it; what came before it may not."""
        van_een_ander = Weg.objects.filter(
            ~Q(soort=Wegsoort.CODE) | Q(uitnodiging__gebruikt_op__isnull=False),
            ~Q(door=F("gebruiker")),
            gebruiker=OuterRef("gebruiker"),
            bevestigd_op__isnull=True,
            door__isnull=False,
        )
        na = van_een_ander.filter(op__lte=OuterRef("op"))
        if sinds is None:
            return self.exclude(Exists(na))
        return self.exclude(Exists(na.filter(op__lte=sinds)))


class Weg(models.Model):
    """That a way into an account was made. `door` empty: on the server itself, or asked by who wasn't logged in.

    Confirmed by its owner, or by who heard that owner say it (`bevestigd_door` is then somebody else).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gebruiker = models.ForeignKey(Gebruiker, on_delete=models.CASCADE, related_name="wegen")
    soort = models.CharField(max_length=10, choices=Wegsoort)
    op = models.DateTimeField()
    door = models.ForeignKey(Gebruiker, null=True, on_delete=models.PROTECT, related_name="+")
    uitnodiging = models.OneToOneField(Uitnodiging, null=True, on_delete=models.CASCADE, related_name="weg")
    bevestigd_op = models.DateTimeField(null=True)
    bevestigd_door = models.ForeignKey(Gebruiker, null=True, on_delete=models.PROTECT, related_name="+")

    objects = WegQuerySet.as_manager()

    class Meta:
        ordering = ["-op"]
        verbose_name = _("weg naar een account")
        indexes = [models.Index(fields=["gebruiker", "-op"], name="weg_van_gebruiker")]
        constraints = [
            models.CheckConstraint(
                condition=Q(soort="code", uitnodiging__isnull=False) | ~Q(soort="code") & Q(uitnodiging__isnull=True),
                name="een_code_is_van_een_uitnodiging",
            ),
            models.CheckConstraint(
                condition=Q(bevestigd_op__isnull=True, bevestigd_door__isnull=True)
                | Q(bevestigd_op__isnull=False, bevestigd_door__isnull=False),
                name="weg_bevestigd_door_iemand",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.op:%Y-%m-%d}"

    @property
    def door_een_ander(self) -> bool:
        """Whether somebody else made it."""
        return self.door_id is not None and self.door_id != self.gebruiker_id
