"""What a betrokkene sees without consent, because the own help needs it (T3)."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import clock
from core.acts import carry_out, filled
from core.forms import Form
from core.idempotency import once
from gezinnen.models import Deelnemer, GezinsRecht
from instanties.models import Leefgebied
from toestemming import actions
from toestemming.permissions import met_gezin
from toestemming.zicht import Blik


class AandeelForm(Form):
    """The leefgebieden of the own help; none: only the own afspraken."""

    leefgebieden = forms.MultipleChoiceField(
        label=gettext_lazy("Waar gaat de eigen hulp over?"),
        help_text=gettext_lazy("Niets aangevinkt: alleen de eigen afspraken, en waar toestemming voor is."),
        choices=Leefgebied.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, wie: Deelnemer, stond: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["leefgebieden"]
        veld.initial = stond
        if not wie.geeft_hulp:
            # What stands may become less, and nothing comes to it (T3).
            veld.choices = [keuze for keuze in Leefgebied.choices if keuze[0] in stond]  # type: ignore[attr-defined]


@met_gezin(GezinsRecht.BEWERKEN)
@once
def aandeel(request: HttpRequest, blik: Blik, deelnemer_id: UUID) -> HttpResponse:
    """Change it; what somebody needs beyond the own help is asked of the family."""
    wie = get_object_or_404(blik.deelnemers().actief().betrokkenen().filter(gebruiker__isnull=False), pk=deelnemer_id)
    form = filled(request, AandeelForm, wie=wie, stond=actions.gebieden_van_aandeel(wie, clock.now()))
    return carry_out(
        request,
        lambda: actions.wijzig_aandeel(wie, form.cleaned_data["leefgebieden"], nu=clock.now(), door=blik.gebruiker),
        form=form,
        page=lambda: render(request, "toestemming/aandeel.html", {"gezin": blik.gezin, "wie": wie, "form": form}),
        done=_("Vastgelegd wat %(naam)s voor de eigen hulp ziet.") % {"naam": wie.naam},
        then=reverse("gezinsplan:betrokkene_wijzigen", args=[blik.gezin.pk, wie.pk]),
    )
