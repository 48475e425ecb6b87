"""How a view carries out an act: one way for every form, with and without JavaScript.

    form = filled(request, HuishoudenForm, initial=...)
    return carry_out(
        request,
        lambda: actions.wijzig_huishouden(huis, **form.cleaned_data, nu=clock.now(), door=request.user),
        form=form,
        page=lambda: toon_formulier(request, gezin, form, titel=...),
        done=_("Dit is vastgelegd."),
        then=mensenpagina(gezin),
    )

Done: a word of it, and a redirect to where one goes on. Refused, by a field or by a rule (RuleError, Outdated): the
form comes back with every error at its field and with all that was typed. It waits in the session meanwhile and is shown
by GET at the same address (core/returned.py), so that the back button and a reload work; htmx gets its part at once, with
status 422. A rule that refuses leaves nothing behind of what the act had begun. NotAllowed and Http404 go on to the
pages for them.
"""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect

from core import returned
from core.errors import Outdated, RuleError
from core.htmx import wants_part
from core.returned import Refusal

# The tag of a message that says which row was saved.
SAVED_ROW = "bewaard"

P = ParamSpec("P")
Form = TypeVar("Form")
Result = TypeVar("Result")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def typed(request: HttpRequest) -> QueryDict | None:
    """What was typed into the form of this address: sent now, or come back with errors. None: nothing yet."""
    if request.method == "POST":
        return request.POST
    came_back = returned.of(request)
    return came_back.data if came_back else None


def filled(
    request: HttpRequest, make: Callable[Concatenate[QueryDict | None, P], Form], *args: P.args, **kwargs: P.kwargs
) -> Form:
    """The form of this address, `make(data, ...)`: with what was typed, and what a rule said about that; else empty."""
    form = make(typed(request), *args, **kwargs)
    say_again(request, form)
    return form


def say_again(request: HttpRequest, form: Any) -> None:
    """Show in a form that came back what a rule said. `filled` does so itself."""
    came_back = returned.of(request) if request.method != "POST" else None
    if came_back and came_back.refusal:
        _show(form, came_back.refusal)


def outdated(form: Any) -> Refusal | None:
    """Both texts, when this form started from an older one."""
    return getattr(form, "outdated", None)


def carry_out(
    request: HttpRequest,
    act: Callable[[], Result],
    *,
    then: str | Callable[[Result], str | HttpResponse],
    form: Any = None,
    page: Callable[[], HttpResponse] | None = None,
    home: str = "",
    refused: str = "",
    done: str | Callable[[Result], str] = "",
    saved: str = "",
    keeps: bool = True,
) -> HttpResponse:
    """Do `act` with what was sent; see above. A GET shows the form.

    `form`: that must be in order; None for a bare button, then a rule's words are told on the page `refused`, or `then`.
    `page`: shows the form; None for a bare button. A GET of that leads to where the button stands: somebody comes back by
    one after logging in again.
    `home`: the address where the form or the button stands, when that isn't here; a GET without anything that came back
    leads there. Of a button: else `refused`, else `then`.
    `then`: where one goes on, or made of what `act` gave: an address, or an answer of its own. `done`: what is told there.
    `saved`: the row of the page where one goes on, that says there that it was saved.
    `keeps`: False where nobody is logged in and so nothing is kept: the page with the errors is the answer itself.
    """
    if request.method != "POST":
        if page is None:
            return redirect(home or refused or _address(then))
        return redirect(home) if home and returned.of(request) is None else page()
    if form is not None and not form.is_valid():
        return _comes_back(request, form, page, None, keeps)
    try:
        with transaction.atomic():
            result = act()
    except RuleError as error:
        if form is None:
            messages.warning(request, error.message)
            return redirect(refused or home or _address(then))
        refusal = _refusal(form, error)
        _show(form, refusal)
        return _comes_back(request, form, page, refusal, keeps)
    returned.forget(request)
    if message := done(result) if callable(done) else done:
        messages.success(request, message, extra_tags=f"{SAVED_ROW}:{saved}" if saved else "")
    where = then(result) if callable(then) else then
    return where if isinstance(where, HttpResponse) else redirect(where)


def _address(then: object) -> str:
    if callable(then):
        raise TypeError("a bare button whose way on is made of what it gave says where it stands")
    return str(then)


def saved_row(told: Iterable[Any]) -> str:
    """Which row of this page was saved just now, by the messages `told`: the `saved` of its act; empty: none."""
    tags = " ".join(message.extra_tags or "" for message in told).split()
    return next((tag.partition(":")[2] for tag in tags if tag.startswith(f"{SAVED_ROW}:")), "")


def only_pressed(home: str) -> Callable[[View[P]], View[P]]:
    """Make the decorator for a bare button that is no act with a rule: a GET leads to the page by this name."""

    def decorate(view: View[P]) -> View[P]:
        @wraps(view)
        def wrapped(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            return view(request, *args, **kwargs) if request.method == "POST" else redirect(home)

        return wrapped

    return decorate


def _comes_back(
    request: HttpRequest, form: Any, page: Callable[[], HttpResponse] | None, refusal: Refusal | None, keeps: bool
) -> HttpResponse:
    request.came_back = True  # type: ignore[attr-defined] # it may be sent again (core/idempotency.py)
    # A part has no address and no place in the history; what is too large for a session is shown at once as well.
    # A set of forms holds a plain dict when nothing at all was sent.
    data = form.data if isinstance(form.data, QueryDict) else request.POST
    address = None if wants_part(request) or not keeps else returned.keep(request, data, refusal)
    if address is not None:
        return HttpResponseRedirect(address, status=303)
    if page is None:
        raise TypeError("an act with a form has a page to show it on")
    answer = page()
    answer.status_code = 422
    return answer


def _refusal(form: Any, error: RuleError) -> Refusal:
    if not isinstance(error, Outdated):
        return Refusal(error.message, error.field)
    # Both texts are shown: what is sent next starts, knowingly, from the present one (G7).
    form.data = form.data.copy()
    form.data[form.add_prefix("versie")] = str(error.version)
    names = {name: str(field.label) for name, field in form.fields.items()}
    own, present = (
        {names.get(name, name): text for name, text in texts.items()} for texts in (error.own, error.present)
    )
    return Refusal(error.message, None, True, own, present)


def _show(form: Any, refusal: Refusal) -> None:
    """At its field or on top; a form that knows better where a rule's words belong has a `show_refusal` of its own."""
    form.is_valid()
    if refusal.outdated:
        form.outdated = refusal
    elif hasattr(form, "show_refusal"):
        form.show_refusal(refusal.field, refusal.message)
    else:
        show_at(form, refusal.field, refusal.message)


def show_at(form: forms.BaseForm, field: str | None, message: str) -> None:
    """At this field, or on top when the form has none by that name."""
    form.add_error(field if field in form.fields else None, message)
