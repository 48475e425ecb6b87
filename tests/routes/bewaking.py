"""The machine room is the beheerder's alone."""

from types import SimpleNamespace

from berichten.models import Bericht, MailStaat
from tests.routes.instanties import ALLEEN_BEHEER
from tests.routes.rijen import KWAM_TERUG, Rij


def wereld(cast):
    mislukt = Bericht.objects.create(
        soort="herinnering", ontvanger=cast.mentor, sleutel="mislukt", gemaakt_op=cast.nu, mail_staat=MailStaat.MISLUKT
    )
    return SimpleNamespace(cast=cast, mislukt=mislukt)


RIJEN = {
    # The clock runs: there is nothing to let go, and the form says what is missing.
    "bewaking:klok": Rij(get=ALLEEN_BEHEER, post={"beheerder": KWAM_TERUG, "buitenstaander": 403}, rest=403),
    "bewaking:klaar": Rij(get=ALLEEN_BEHEER, rest=403),
    "bewaking:zelfcontrole": Rij(get=ALLEEN_BEHEER, rest=403),
    "bewaking:nu_controleren": Rij(post={"beheerder": 302, "buitenstaander": 403}, rest=403),
    "bewaking:mails": Rij(get=ALLEEN_BEHEER, rest=403),
    "bewaking:mail_opnieuw": Rij(
        post={"beheerder": 302, "buitenstaander": 403},
        rest=403,
        kwargs=lambda wereld: {"bericht_id": wereld.mislukt.pk},
    ),
}
