"""How an act on a stagnatie goes: a POST to a URL named after it, one call of an action, and back to the page."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from core.acts import carry_out, outdated, say_again
from core.idempotency import once
from escalatie.models import Escalatiebericht
from escalatie.permissions import Daad, met_stagnatie
from escalatie.vakken import Vak, pagina
from escalatie.views.pagina import toon
from escalatie.zicht import Zicht, zicht_op_id

View = Callable[..., HttpResponse]


def daad(wat: Daad | None) -> Callable[[View], View]:
    """A view for one act: the right asked, carried out once however often it is sent. GET leads to the page."""

    def maak(view: View) -> View:
        return require_http_methods(["GET", "HEAD", "POST"])(met_stagnatie(wat)(once(view)))

    return maak


def doe(
    request: HttpRequest,
    zicht: Zicht,
    vak: Vak,
    handel: Callable[[Any], Any],
    *,
    gelukt: str,
    opnieuw_gelezen: bool = False,
) -> HttpResponse:
    """Carry out `handel(form)` and go to the page; what a rule refuses comes back at its field, with what was typed.

    `opnieuw_gelezen`: the page that comes back shows the present text, so that the next answer is about that one.
    """
    say_again(request, vak.form)

    def kwam_terug() -> HttpResponse:
        vak.verouderd = outdated(vak.form)
        if opnieuw_gelezen:
            _versie_van_nu(vak)
        # The ladder may have moved meanwhile: the page shows how it stands now.
        vers = zicht_op_id(request.user, zicht.stagnatie.pk) if request.method == "POST" else zicht  # type: ignore[arg-type]
        if vers is None:
            raise Http404
        return toon(request, vers, vak)

    return carry_out(
        request,
        lambda: handel(vak.form),
        form=vak.form,
        page=kwam_terug,
        home=vak.pagina,
        done=gelukt,
        then=pagina(zicht),
    )


def _versie_van_nu(vak: Vak) -> None:
    versie = Escalatiebericht.objects.filter(stagnatie=vak.zicht.stagnatie).values_list("versie", flat=True).first()
    vak.form.data = vak.form.data.copy()
    vak.form.data["versie"] = versie
