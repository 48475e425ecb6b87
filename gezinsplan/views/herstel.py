"""A death that was recorded wrongly: asked by the coordinator, and a second person says yes or no (I8, I9)."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import clock
from core.acts import carry_out, filled
from core.confirm import ask_to_confirm
from core.idempotency import once
from gezinnen import actions
from gezinnen.models import GezinsRecht
from gezinnen.selectie import herstel_aan_mij_gevraagd
from gezinsplan.views.gezin import mensenpagina
from instanties.herbevestigen import herbevestigd
from instanties.rolformulier import AntwoordForm, JaNeeForm
from toestemming.permissions import met_gezin
from toestemming.zicht import Blik

HERSTEL = reverse_lazy("gezinsplan:herstel")


@met_gezin(GezinsRecht.BEWERKEN)
@herbevestigd
@once
def vragen(request: HttpRequest, blik: Blik, deelnemer_id: UUID) -> HttpResponse:
    """Ask a second person to undo that somebody has died."""
    rij = get_object_or_404(blik.deelnemers().filter(overleden_op__isnull=False), pk=deelnemer_id)
    return carry_out(
        request,
        lambda: actions.vraag_herstel(rij, nu=clock.now(), door=request.user),
        page=lambda: ask_to_confirm(
            request,
            title=_("Is %(naam)s niet overleden?") % {"naam": rij.naam},
            consequence=_(
                "We vragen een tweede persoon. Na het ja doet %(naam)s weer mee: met het gezag en het account van eerder, en wie een "
                "bescherming had, houdt die. Toestemming die is gestopt, vraagt u opnieuw. Wat een ander overnam of wat verviel, "
                "legt u zelf opnieuw vast."
            )
            % {"naam": rij.naam},
            button=_("Vraag om dit te herstellen"),
            back=mensenpagina(blik.gezin),
            danger=False,
        ),
        refused=mensenpagina(blik.gezin),
        done=_("Gevraagd. Een tweede persoon zegt ja of nee; u krijgt bericht."),
        then=mensenpagina(blik.gezin),
    )


@require_safe
@login_required
def herstel(request: HttpRequest) -> HttpResponse:
    """What waits for this person's yes or no: the plan's number, and who asks; nothing else of a family."""
    return render(request, "gezinsplan/herstel.html", {"wachten": herstel_aan_mij_gevraagd(request.user, clock.now())})


@login_required
@herbevestigd
@once
def beantwoorden(request: HttpRequest, verzoek_id: UUID) -> HttpResponse:
    """Say yes or no; by the yes it is undone."""
    verzoek = next((rij for rij in herstel_aan_mij_gevraagd(request.user, clock.now()) if rij.pk == verzoek_id), None)
    if verzoek is None:
        raise Http404
    form = filled(request, JaNeeForm)
    return carry_out(
        request,
        lambda: actions.beantwoord_herstel(
            verzoek, form.cleaned_data["antwoord"] == AntwoordForm.JA, nu=clock.now(), door=request.user
        ),
        form=form,
        home=str(HERSTEL),
        done=lambda rij: _("Dit is hersteld.") if rij.is_ja else _("Het blijft zoals het was."),
        then=str(HERSTEL),
    )
