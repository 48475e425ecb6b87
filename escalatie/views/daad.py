"""How an act on a stagnatie goes: a POST to a URL named after it, one call of an action, and back to the page."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from core.fouten import Regelfout, Verouderd
from core.idempotentie import eenmalig
from escalatie.models import Escalatiebericht
from escalatie.permissions import Daad, met_stagnatie
from escalatie.vakken import Data, Vak, pagina
from escalatie.views.pagina import toon
from escalatie.zicht import Zicht, zicht_op_id

View = Callable[..., HttpResponse]


def daad(wat: Daad | None) -> Callable[[View], View]:
    """A view for one act: the right asked, carried out once however often it is sent. GET leads to the page."""

    def maak(view: View) -> View:
        return require_http_methods(["GET", "HEAD", "POST"])(met_stagnatie(wat)(eenmalig(view)))

    return maak


def lees_data(request: HttpRequest) -> Data:
    return request.POST if request.method == "POST" else None


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
    if request.method != "POST":
        return redirect(vak.pagina)
    status = 422
    if vak.form.is_valid():
        try:
            handel(vak.form)
        except Verouderd as fout:
            status = 409
            vak.verouderd = _met_labels(vak, fout)
            _versie_van_nu(vak)
        except Regelfout as fout:
            _bij_het_veld(vak.form, fout)
            if opnieuw_gelezen:
                _versie_van_nu(vak)
        else:
            messages.success(request, gelukt, extra_tags=f"bewaard:{vak.bewaar}")
            return redirect(pagina(zicht))
    # The ladder may have moved meanwhile: the page shows how it stands now.
    vers = zicht_op_id(request.user, zicht.stagnatie.pk)  # type: ignore[arg-type]
    if vers is None:
        raise Http404
    return toon(request, vers, vak, status=status)


def _bij_het_veld(form: Any, fout: Regelfout) -> None:
    if not hasattr(form, "fields"):
        _bij_de_rij(form, fout)
        return
    veld = fout.veld
    if veld == "instellingen" and veld not in form.fields:
        veld = "andere_instelling"
    form.add_error(veld if veld in form.fields else None, fout.melding)


def _bij_de_rij(rijen: Any, fout: Regelfout) -> None:
    """A rule about one of several actions: at its field when there is one row, else above the rows."""
    gevuld = rijen.gevuld
    if len(gevuld) == 1 and fout.veld in gevuld[0].fields:
        gevuld[0].add_error(fout.veld, fout.melding)
    else:
        rijen.non_form_errors().append(fout.melding)


def _met_labels(vak: Vak, fout: Verouderd) -> Verouderd:
    """Both texts under the words of the form instead of the names of its fields (G7)."""
    labels = {naam: str(veld.label) for naam, veld in vak.form.fields.items()}
    return Verouderd(
        fout.melding,
        eigen={labels.get(naam, naam): tekst for naam, tekst in fout.eigen.items()},
        huidig={labels.get(naam, naam): tekst for naam, tekst in fout.huidig.items()},
    )


def _versie_van_nu(vak: Vak) -> None:
    """Both texts have been shown: what is sent next starts from the present one."""
    versie = Escalatiebericht.objects.filter(stagnatie=vak.zicht.stagnatie).values_list("versie", flat=True).first()
    vak.form.data = vak.form.data.copy()
    vak.form.data["versie"] = versie
