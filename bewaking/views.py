"""The machine room of the beheerder: the clock, the self-check, the mails that failed (E9)."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from bewaking import actions, klaar, selectie
from bewaking.forms import LoslatenForm
from core import clock
from core.acts import carry_out, filled, only_pressed
from core.idempotency import once
from instanties.herbevestigen import herbevestigd
from instanties.permissions import vereist_beheerder


@vereist_beheerder
@herbevestigd
@once
def klok_bij_beheer(request: HttpRequest) -> HttpResponse:
    """What the clock would do and send; while it is held, the button that lets it run."""
    beeld = selectie.wat_de_klok_zou_doen(clock.now())
    form = filled(request, LoslatenForm, klaarstaand=beeld.aantal_mails, tot=beeld.laatste_tik)
    return carry_out(
        request,
        lambda: actions.laat_klok_lopen(
            form.cleaned_data["reden"], nu=clock.now(), door=request.user, mails_voor=form.mails_voor
        ),
        form=form,
        page=lambda: render(request, "bewaking/klok.html", {"beeld": beeld, "form": form}),
        done=_de_klok_loopt,
        then=reverse("bewaking:klok"),
    )


def _de_klok_loopt(liggen: int) -> str:
    tekst = _("De klok loopt. Wat wachtte, gebeurt nu, één keer.")
    if not liggen:
        return tekst
    gelaten = ngettext("%(n)d mail wordt niet meer verstuurd.", "%(n)d mails worden niet meer verstuurd.", liggen)
    return f"{tekst} {gelaten % {'n': liggen}}"


@require_safe
@vereist_beheerder
def klaar_om_te_beginnen(request: HttpRequest) -> HttpResponse:
    """What is still missing before this region starts, with where it is mended (X6)."""
    return render(request, "bewaking/klaar.html", {"gereedheid": klaar.gereedheid(clock.now())})


@require_safe
@vereist_beheerder
def zelfcontrole(request: HttpRequest) -> HttpResponse:
    """What the system last found about itself, and what to do about it."""
    return render(request, "bewaking/zelfcontrole.html", {"uitkomst": selectie.controleuitkomst()})


@vereist_beheerder
@only_pressed("bewaking:zelfcontrole")
@once
def nu_controleren(request: HttpRequest) -> HttpResponse:
    """Look again at once, instead of tomorrow."""
    uitslag = actions.controleer(clock.now())
    if uitslag.kenmerk:
        messages.warning(request, _("Er is iets gevonden. Hieronder staat wat u kunt doen."))
    else:
        messages.success(request, _("Alles klopt."))
    return redirect("bewaking:zelfcontrole")


@require_safe
@vereist_beheerder
def mails(request: HttpRequest) -> HttpResponse:
    """Mails that were given up: to whom, and what the server said."""
    pagina = Paginator(selectie.mislukte_mails(), selectie.MEESTE_MAILS).get_page(request.GET.get("pagina"))
    return render(request, "bewaking/mails.html", {"pagina": pagina})


@vereist_beheerder
@once
def mail_opnieuw(request: HttpRequest, bericht_id: UUID) -> HttpResponse:
    """Try one that failed again."""
    bericht = get_object_or_404(selectie.mislukte_mails(), pk=bericht_id)
    return carry_out(
        request,
        lambda: actions.verstuur_opnieuw([bericht.pk], nu=clock.now(), door=request.user),
        done=_("De mail aan %(wie)s wordt opnieuw geprobeerd.") % {"wie": bericht.ontvanger},
        then=reverse("bewaking:mails"),
    )
