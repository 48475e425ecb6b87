"""'Ik doe dit', or 'Dat kan ik niet'; and for the coordinator: who said yes (T3)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from core import clock
from core.acts import filled
from core.idempotency import once
from gezinnen.models import GezinsRecht
from gezinsplan import actions
from gezinsplan.forms.aanvaarden import DoeIkForm, JaForm, kan_niet_form
from gezinsplan.models import Aanvaarding
from gezinsplan.views.afspraak import doe, namens
from gezinsplan.views.rijen import vind_afspraak
from toestemming.permissions import met_gezin
from toestemming.zicht import Blik
from woorden.zinnen import zin


@met_gezin()
@once
def aanvaarden(request: HttpRequest, blik: Blik, afspraak_id: UUID) -> HttpResponse:
    afspraak = vind_afspraak(blik, afspraak_id)
    form = filled(request, DoeIkForm, namens=namens(blik, afspraak))
    return doe(
        request,
        blik,
        afspraak,
        "doe_ik",
        form,
        lambda: actions.aanvaard(
            afspraak, nu=clock.now(), door=blik.gebruiker, hoe_gezegd=form.cleaned_data.get("hoe_gezegd", "")
        ),
        _("Mooi, dat is afgesproken."),
    )


@met_gezin()
@once
def kan_niet(request: HttpRequest, blik: Blik, afspraak_id: UUID) -> HttpResponse:
    afspraak = vind_afspraak(blik, afspraak_id)
    form = filled(request, kan_niet_form)
    return doe(
        request,
        blik,
        afspraak,
        "kan_niet",
        form,
        lambda: actions.zeg_kan_niet(afspraak, form.cleaned_data["reden"], nu=clock.now(), door=blik.gebruiker),
        zin(_("Dank voor het antwoord. [De zorgcoördinator] leest het en kijkt wie dit wel kan doen.")),
    )


@met_gezin(GezinsRecht.BEWERKEN)
@once
def ja_vastleggen(request: HttpRequest, blik: Blik, afspraak_id: UUID) -> HttpResponse:
    afspraak = vind_afspraak(blik, afspraak_id)
    ja = Aanvaarding.objects.ja().filter(afspraak=afspraak).values_list("deelnemer_id", flat=True)
    form = filled(request, JaForm, afspraak=afspraak, ja=set(ja))
    return doe(
        request,
        blik,
        afspraak,
        "ja",
        form,
        lambda: actions.leg_ja_vast(
            afspraak, form.cleaned_data["wie"], form.cleaned_data["hoe_gezegd"], nu=clock.now(), door=blik.gebruiker
        ),
        _("Het staat erbij."),
    )
