"""Where somebody is logged in, in words, and the button that ends all other places (X2)."""

import re
from typing import Any

from allauth.usersessions.views import ListUserSessionsView
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# The first that fits: a browser names its ancestors too.
_BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
_APPARATEN = (
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
    ("Mac OS", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux"),
)  # fmt: skip


def in_woorden(user_agent: str) -> str:
    """What browser on what machine, as far as it says so itself."""
    browser = next((naam for teken, naam in _BROWSERS if re.search(rf"{teken}\w*/", user_agent)), "")
    apparaat = next((naam for teken, naam in _APPARATEN if teken in user_agent), "")
    if browser and apparaat:
        return _("%(browser)s op %(apparaat)s") % {"browser": browser, "apparaat": apparaat}
    return browser or apparaat or _("onbekend apparaat")


class Sessies(ListUserSessionsView):
    success_url = reverse_lazy("usersessions_list")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["plaatsen"] = [
            {"waar": in_woorden(sessie.user_agent), "sinds": sessie.created_at, "hier": sessie.is_current()}
            for sessie in context["sessions"]
        ]
        context["andere"] = any(not plaats["hier"] for plaats in context["plaatsen"])
        return context

    def form_valid(self, form: Any) -> HttpResponse:
        form.save(self.request)
        messages.success(self.request, gettext_lazy("U bent nu alleen nog hier ingelogd."))
        return HttpResponseRedirect(self.get_success_url())
