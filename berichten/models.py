"""The outbox and the inbox in one table: what kind of thing waits for whom. Never a text about a family."""

import uuid
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class MailStaat(models.TextChoices):
    """Where the mail about a notice stands. `te_verzenden` moves to `verzonden` or `mislukt`; the others are final."""

    TE_VERZENDEN = "te_verzenden", _("wordt verzonden")
    VERZONDEN = "verzonden", _("verzonden")
    NIET_NODIG = "niet_nodig", _("geen mail")
    MISLUKT = "mislukt", _("mail niet aangekomen")


class BerichtQuerySet(models.QuerySet["Bericht"]):
    def van(self, gebruiker: Any) -> "BerichtQuerySet":
        """The notices of one receiver."""
        return self.filter(ontvanger=gebruiker)

    def ongelezen(self) -> "BerichtQuerySet":
        return self.filter(gelezen_op__isnull=True)

    def mail_aan_de_beurt(self, nu: datetime) -> "BerichtQuerySet":
        """Mails whose moment, or whose next try, has come."""
        return self.filter(mail_staat=MailStaat.TE_VERZENDEN, volgende_poging_op__lte=nu)

    def wacht_op_bundel(self, nu: datetime) -> "BerichtQuerySet":
        """What waits for its first mail at a later moment; what was tried before keeps its turn."""
        wachtend = self.filter(mail_staat=MailStaat.TE_VERZENDEN, volgende_poging_op__gt=nu, spoed=False)
        return wachtend.filter(bundel__isnull=True, pogingen=0, laatste_fout="")


class Bericht(models.Model):
    """One notice to one receiver about one fact (`sleutel`). The app that registered `soort` puts it into words."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    soort = models.CharField(max_length=50)
    ontvanger = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="berichten")
    # Who is away, when the receiver stands in (I6); the receiver's own notice otherwise.
    namens = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+")
    gezin_id = models.UUIDField(null=True, db_index=True)
    object_id = models.UUIDField(null=True)
    sleutel = models.CharField(max_length=200)
    gemaakt_op = models.DateTimeField()
    # Can't wait for the next bundle: mailed at once, in a mail of its own, and on top of the inbox.
    spoed = models.BooleanField(default=False)
    # By when something is asked, where that is so: what tells one mail from another without saying what it is about.
    uiterlijk_op = models.DateTimeField(null=True)
    gelezen_op = models.DateTimeField(null=True)
    mail_staat = models.CharField(max_length=15, choices=MailStaat, default=MailStaat.TE_VERZENDEN)
    volgende_poging_op = models.DateTimeField(null=True)
    # The mail in which this notice was last sent together with others: the same mail when it is sent again.
    bundel = models.UUIDField(null=True)
    pogingen = models.PositiveSmallIntegerField(default=0)
    verzonden_op = models.DateTimeField(null=True)
    laatste_fout = models.TextField(blank=True)
    # Where this mail goes instead of to the receiver's address of now: the one from before. Empty again once it was sent.
    adres = models.EmailField(blank=True, default="", db_default="")

    objects = BerichtQuerySet.as_manager()

    class Meta:
        verbose_name = _("bericht")
        verbose_name_plural = _("berichten")
        constraints = [
            models.UniqueConstraint(fields=["ontvanger", "sleutel"], name="een_bericht_per_feit_en_ontvanger"),
            models.CheckConstraint(
                condition=~Q(mail_staat=MailStaat.TE_VERZENDEN) | Q(volgende_poging_op__isnull=False),
                name="te_verzenden_mail_heeft_een_moment",
            ),
            models.CheckConstraint(
                condition=(
                    Q(mail_staat=MailStaat.VERZONDEN, verzonden_op__isnull=False)
                    | (~Q(mail_staat=MailStaat.VERZONDEN) & Q(verzonden_op__isnull=True))
                ),
                name="verzonden_mail_heeft_een_moment",
            ),
        ]
        indexes = [
            models.Index(
                fields=["volgende_poging_op"], condition=Q(mail_staat="te_verzenden"), name="bericht_te_verzenden"
            ),
            models.Index(fields=["ontvanger", "-gemaakt_op"], name="bericht_inbox"),
        ]

    def __str__(self) -> str:
        return f"{self.soort} ({self.id})"

    @property
    def over(self) -> uuid.UUID | None:
        """The id of what it is about."""
        return self.object_id

    @property
    def mail_id(self) -> uuid.UUID:
        """What the mail is known by: that of its bundle, or its own."""
        return self.bundel or self.id
