"""The first login, on any phone: name and one-time code, then a password of one's own (X2)."""

from datetime import timedelta
from typing import Any

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from allauth.core import ratelimit
from django import forms
from django.contrib.auth.decorators import login_required
from django.contrib.auth.password_validation import validate_password
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from core import clock
from core.acts import carry_out
from core.errors import RuleError
from core.forms import Form
from core.idempotency import once
from instanties.actions import controleer_uitnodiging, los_uitnodiging_in, neem_uitnodiging_over
from instanties.actions.uitnodigingen import VOOR_EEN_ANDER
from instanties.herbevestigen import herbevestigd
from instanties.inlogformulieren import WACHTWOORDHULP
from instanties.models import Uitnodiging
from instanties.selectie import is_naam
from instanties.teller import met_teller

IN_SESSIE = "welkom"
# Between the code and the password: long enough to think of one, short enough for a phone left on the table.
BEDENKTIJD = timedelta(minutes=30)


class CodeForm(Form):
    naam = forms.CharField(
        label=gettext_lazy("Uw naam"),
        help_text=gettext_lazy("Uw voornaam of achternaam is genoeg."),
        max_length=150,
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    code = forms.CharField(
        label=gettext_lazy("De code uit uw brief of mail"),
        help_text=gettext_lazy("Bijvoorbeeld ABCD-EFGH-JKMN. Hoofdletters en streepjes maken niet uit."),
        max_length=30,
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )


class WachtwoordForm(Form):
    """The password twice; the inlognaam goes along so that the phone remembers both."""

    wachtwoord = forms.CharField(
        label=gettext_lazy("Kies een wachtwoord"),
        help_text=WACHTWOORDHULP,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )
    nog_eens = forms.CharField(
        label=gettext_lazy("Typ het nog een keer"),
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )

    inlognaam = forms.CharField(required=False, widget=forms.HiddenInput({"autocomplete": "username"}))

    def __init__(self, *args: Any, gebruiker: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.gebruiker = gebruiker
        self.fields["inlognaam"].initial = gebruiker.inlognaam

    def clean_wachtwoord(self) -> str:
        wachtwoord = self.cleaned_data["wachtwoord"]
        validate_password(wachtwoord, self.gebruiker)
        return wachtwoord

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        if "wachtwoord" in gegevens and gegevens.get("nog_eens") != gegevens["wachtwoord"]:
            self.add_error("nog_eens", _("Dit is niet hetzelfde wachtwoord. Typ het nog een keer."))
        return gegevens


@never_cache
@met_teller
def welkom(request: HttpRequest) -> HttpResponse:
    """Name and code. Whatever is wrong gets one and the same answer.

    Also for who is logged in already and takes part with a family: the code may be of another family (I9).
    """
    binnen = request.user.is_authenticated
    if binnen and request.user.is_professional:
        return render(request, "instanties/al_ingelogd.html")
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if not ratelimit.consume(request, action="welkom"):
            return render(request, "429.html", status=429)
        uitnodiging = controleer_uitnodiging(form.cleaned_data["naam"], form.cleaned_data["code"], nu=clock.now())
        if uitnodiging is not None and binnen and not is_naam(uitnodiging.gebruiker.naam, request.user.naam):
            form.add_error("code", VOOR_EEN_ANDER)
        elif uitnodiging is not None:
            request.session.cycle_key()
            request.session[IN_SESSIE] = [str(uitnodiging.pk), timezone.now().timestamp()]
            return redirect("instanties:ander_gezin" if binnen else "instanties:welkom_wachtwoord")
        else:
            form.add_error(
                "code",
                _("Deze naam en code horen niet bij elkaar, of de code werkt niet meer. Kijk ze nog eens na."),
            )
    pagina = "instanties/al_ingelogd.html" if binnen else "instanties/welkom.html"
    return render(request, pagina, {"form": form}, status=422 if form.errors else 200)


@never_cache
@met_teller
@sensitive_post_parameters("wachtwoord", "nog_eens")
def welkom_wachtwoord(request: HttpRequest) -> HttpResponse:
    """Choose a password, and be logged in. Back to the code when that was too long ago or is used up."""
    uitnodiging = uit_sessie(request)
    if uitnodiging is None or request.user.is_authenticated:
        return HttpResponseRedirect(reverse("instanties:welkom"), status=303)
    gebruiker = uitnodiging.gebruiker
    form = WachtwoordForm(request.POST if request.method == "POST" else None, gebruiker=gebruiker)
    if request.method == "POST" and form.is_valid():
        try:
            gebruiker = los_uitnodiging_in(uitnodiging, form.cleaned_data["wachtwoord"], nu=clock.now())
        except RuleError as fout:
            form.add_error(None, fout.message)
        else:
            del request.session[IN_SESSIE]
            login = Login(user=gebruiker, redirect_url=reverse("werklijst:mijn_werk"))
            return perform_password_login(request, {"username": gebruiker.inlognaam}, login)
    context = {"form": form, "gebruiker": gebruiker}
    return render(request, "instanties/welkom_wachtwoord.html", context, status=422 if form.errors else 200)


@never_cache
@login_required
@herbevestigd
@once
def ander_gezin(request: HttpRequest) -> HttpResponse:
    """Who is asked by another family too, says whether he wants to see it with the account that he has (I9).

    Nothing of that family is shown here. Who says nothing leaves all as it was, and nobody hears of it.
    """
    if request.user.is_professional:
        raise Http404
    uitnodiging = uit_sessie(request)
    if uitnodiging is None:
        return HttpResponseRedirect(reverse("instanties:welkom"), status=303)

    def neem_over() -> None:
        neem_uitnodiging_over(uitnodiging, request.user, nu=clock.now())
        del request.session[IN_SESSIE]

    hier = reverse("instanties:ander_gezin")
    return carry_out(
        request,
        neem_over,
        page=lambda: render(request, "instanties/ander_gezin.html", {"gebruiker": uitnodiging.gebruiker}),
        done=_("U ziet nu ook het andere gezin met dit account."),
        then="/",
        refused=hier,
    )


def uit_sessie(request: HttpRequest) -> Uitnodiging | None:
    """The invitation whose code was given in this session, while it still holds."""
    sleutel, op = request.session.get(IN_SESSIE, (None, 0))
    if sleutel is None or timezone.now().timestamp() - op > BEDENKTIJD.total_seconds():
        return None
    return (
        Uitnodiging.objects.select_related("gebruiker")
        .filter(pk=sleutel, gebruikt_op__isnull=True, ingetrokken_op__isnull=True, gebruiker__is_active=True)
        .first()
    )
