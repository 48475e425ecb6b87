"""What a betrokkene sees without consent, because the own help needs it (T3)."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import klok
from core.antwoorden import probeer
from core.idempotentie import eenmalig
from gezinnen.models import GezinsRecht
from instanties.models import Leefgebied
from toestemming import actions
from toestemming.models import Grondslag, SoortGrondslag
from toestemming.permissions import met_gezin
from toestemming.zicht import Blik


class AandeelForm(forms.Form):
    """The leefgebieden of the own help; none: only the own afspraken."""

    leefgebieden = forms.MultipleChoiceField(
        label=gettext_lazy("Waar gaat de eigen hulp over?"),
        help_text=gettext_lazy("Niets aangevinkt: alleen de eigen afspraken, en waar toestemming voor is."),
        choices=Leefgebied.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


@met_gezin(GezinsRecht.BEWERKEN)
@eenmalig
def aandeel(request: HttpRequest, blik: Blik, deelnemer_id: UUID) -> HttpResponse:
    """Change it; what somebody needs beyond the own help is asked of the family."""
    wie = get_object_or_404(blik.deelnemers().actief().betrokkenen().filter(gebruiker__isnull=False), pk=deelnemer_id)
    nu = Grondslag.objects.geldig().filter(gezin=blik.gezin, deelnemer=wie, soort=SoortGrondslag.RECHTSTREEKS_BETROKKEN)
    begin = {"leefgebieden": [gebied for grond in nu for gebied in grond.leefgebieden]}
    form = AandeelForm(request.POST if request.method == "POST" else None, initial=begin)
    if request.method == "POST":

        def daad() -> bool:
            actions.wijzig_aandeel(wie, form.cleaned_data["leefgebieden"], nu=klok.nu(), door=blik.gebruiker)
            return True

        if probeer(form, daad):
            messages.success(
                request,
                _("Vastgelegd wat %(naam)s voor de eigen hulp ziet.") % {"naam": wie.naam},
                extra_tags=f"bewaard:aandeel-{wie.pk}",
            )
            return redirect("gezinsplan:betrokkene_wijzigen", blik.gezin.pk, wie.pk)
    context = {"gezin": blik.gezin, "wie": wie, "form": form}
    return render(request, "toestemming/aandeel.html", context, status=422 if form.errors else 200)
