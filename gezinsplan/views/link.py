"""Letting a professional without an account answer himself: the link goes by mail, the code by phone (G17)."""

import logging
import smtplib
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from core import clock
from core.acts import carry_out, filled
from core.errors import NotAllowed, RuleError
from core.idempotency import once
from core.mail import make_mail
from gezinnen.models import Deelnemer
from gezinsplan import actions, links
from gezinsplan.actions.sloten import open_navraag
from gezinsplan.forms.link import LinkForm
from gezinsplan.models import Afspraak, EenmaligeLink, Navraag
from gezinsplan.permissions import mag_link_sturen
from gezinsplan.views.rijen import vind_afspraak
from toestemming.aanspreken import met_je, voor_gezin
from toestemming.namen import namen_voor
from toestemming.permissions import log_blik, met_gezin, weiger
from toestemming.zicht import Blik
from woorden.zinnen import zin

logger = logging.getLogger(__name__)

# The code stays on her own screen only: in a signed cookie of this page, for as long as a phone call takes.
CODEKOEK = "linkcode"
CODE_BLIJFT = 10 * 60


@require_http_methods(["GET", "POST"])
@never_cache
@met_gezin()
@once
def link(request: HttpRequest, blik: Blik, afspraak_id: UUID, deelnemer_id: UUID) -> HttpResponse:
    afspraak = vind_afspraak(blik, afspraak_id)
    deelnemer = _vind_uitvoerder(afspraak, deelnemer_id)
    if not mag_link_sturen(blik.gebruiker, afspraak, deelnemer):
        weiger(request, blik.gezin.pk)
        raise NotAllowed(zin(_("Deze link stuurt [de zorgcoördinator], of wie ernaar vraagt.")))
    navraag = open_navraag(afspraak)
    adres = namen_voor(blik).contact(deelnemer).email if not blik.is_coordinator else deelnemer.email
    form = filled(request, LinkForm, naam=deelnemer.naam, initial={"email": adres})

    def toon() -> HttpResponse:
        log_blik(request, blik, onderdelen=[afspraak], object_soort="afspraak", object_id=afspraak.pk)
        context = {
            "blik": blik,
            "gezin": blik.gezin,
            "je": met_je(blik),
            "afspraak": afspraak,
            "deelnemer": deelnemer,
            "form": form,
            "waarom_niet": links.waarom_geen_link(afspraak, deelnemer, navraag),
            **_toestand(request, navraag, deelnemer, clock.now()),
        }
        sjabloon = "gezinsplan/link_sturen_gezin.html" if voor_gezin(blik) else "gezinsplan/link_sturen.html"
        return render(request, sjabloon, context)

    return carry_out(
        request,
        lambda: _maak_en_mail(afspraak, deelnemer, form.cleaned_data["email"], blik),
        form=form,
        page=toon,
        then=lambda gemaakt: _naar_de_code(request, gemaakt),
    )


def _vind_uitvoerder(afspraak: Afspraak, deelnemer_id: UUID) -> Deelnemer:
    deelnemer = (
        afspraak.uitvoerders.select_related("instelling", "navrager")
        .filter(pk=deelnemer_id, gebruiker__isnull=True)
        .first()
    )
    if deelnemer is None:
        raise Http404
    return deelnemer


def _maak_en_mail(afspraak: Afspraak, deelnemer: Deelnemer, email: str, blik: Blik) -> actions.GemaakteLink:
    """Both or neither: a link that nobody got isn't made (an act that is refused leaves nothing), and an earlier one works."""
    gemaakt = actions.maak_link(afspraak, deelnemer, email, nu=clock.now(), door=blik.gebruiker)
    _mail(email, gemaakt)
    return gemaakt


def _mail(email: str, gemaakt: actions.GemaakteLink) -> None:
    """The link without any name, of whoever: who reads this mail by mistake learns nothing, and has no code (X5)."""
    context = {
        "adres": settings.BASIS_URL + reverse("gezinsplan:link_volgen", args=[gemaakt.geheim]),
        "tot": gemaakt.link.verloopt_op,
    }
    try:
        make_mail("mail/link", context, to=email, subject=_("Er is een vraag aan u")).send()
    except (smtplib.SMTPException, OSError) as fout:
        logger.exception("Eenmalige link niet gemaild.")
        raise RuleError(
            _("De mail kon niet worden verstuurd. Klopt het adres? Probeer het anders straks nog eens."), "email"
        ) from fout


def _naar_de_code(request: HttpRequest, gemaakt: actions.GemaakteLink) -> HttpResponse:
    antwoord = redirect(request.path)
    antwoord.set_signed_cookie(
        CODEKOEK,
        f"{gemaakt.link.pk}:{gemaakt.code}",
        max_age=CODE_BLIJFT,
        path=request.path,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )
    return antwoord


def _toestand(request: HttpRequest, navraag: Navraag | None, deelnemer: Deelnemer, nu: datetime) -> dict[str, Any]:
    """The link that runs, with its code as long as this screen has it; or that it was tried too often."""
    if navraag is None:
        return {"link": None, "code": "", "dicht": False}
    laatste = EenmaligeLink.objects.filter(navraag=navraag, deelnemer=deelnemer).order_by("-gemaakt_op").first()
    levend = EenmaligeLink.objects.levend(nu).filter(navraag=navraag, deelnemer=deelnemer).first()
    van, _deel, code = str(request.get_signed_cookie(CODEKOEK, "", max_age=CODE_BLIJFT)).partition(":")
    return {
        "link": levend,
        "code": code if levend is not None and van == str(levend.pk) else "",
        "dicht": levend is None and laatste is not None and laatste.gebruikt_op is None,
    }
