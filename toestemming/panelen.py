"""What this room adds to Ons plan: that something is asked of this reader (T1, schermen 1)."""

from typing import Any

from django.http import HttpRequest

from toestemming.aanspreken import met_je
from toestemming.models import Grondslagsoort, Handtekening
from toestemming.na_code import getekend_na_code, kan_horen
from toestemming.rondom import rondom
from toestemming.stand import stand
from toestemming.zicht import Blik


class OnsPlanVraag:
    """Yes or no to lines that wait for this gezinslid."""

    template = "toestemming/paneel_ons_plan.html"

    def context(self, request: HttpRequest | None, **doel: Any) -> dict[str, Any] | None:
        """`blik`: what the reader sees of this family. Nothing where nothing waits."""
        blik: Blik = doel["blik"]
        if blik.deelnemer is None or not blik.is_gezinslid:
            return None
        if not rondom(blik.gezin.pk, blik.op).wacht_op_iemand:
            return None
        wacht = stand(blik.gezin.pk, blik.op).van_lid(blik).te_tekenen(blik.deelnemer.pk)
        if not wacht:
            return None
        return {"gezin_id": blik.gezin.pk, "lid_id": blik.deelnemer.pk, "beelden": wacht, "je": met_je(blik)}


class WeghoudenIngang:
    """On the plan, for a professional who takes part: keep something from somebody (X5). The family has no such entry."""

    template = "toestemming/paneel_weghouden.html"

    def context(self, request: HttpRequest | None, **doel: Any) -> dict[str, Any] | None:
        """`blik`: what the reader sees of this family."""
        blik: Blik = doel["blik"]
        if blik.deelnemer is None or not blik.deelnemer.is_professional:
            return None
        return {"gezin_id": blik.gezin.pk}


class GetekendNaCode:
    """Beside the ways into one's own account: what was signed after a code, when, where, and where to read it (I8)."""

    template = "toestemming/paneel_getekend.html"

    def context(self, request: HttpRequest | None, **doel: Any) -> dict[str, Any] | None:
        """What was answered and when; about whom and for whom is read on its own page."""
        if request is None:
            return None
        hier = Handtekening.objects.filter(
            na_weg__gebruiker=request.user.pk, na_weg__bevestigd_op__isnull=True, tot__isnull=True
        )
        regels = list(hier.select_related("toestemming__gezin").order_by("vastgelegd_op"))
        return {"regels": regels} if regels else None


class HoorBevestiging:
    """On the plan, for a second professional: somebody signed after a code of the coordinator; hear whether it was they."""

    template = "toestemming/paneel_hoor.html"

    def context(self, request: HttpRequest | None, **doel: Any) -> dict[str, Any] | None:
        """`blik`: what the reader sees of this family."""
        blik: Blik = doel["blik"]
        if not kan_horen(blik):
            return None
        wegen = list(getekend_na_code(blik))
        if not wegen:
            return None
        hier = blik.deelnemers().actief().filter(gebruiker__in=[weg.gebruiker_id for weg in wegen])
        leden = {lid.gebruiker_id: lid for lid in hier}
        vragen = [(weg, leden[weg.gebruiker_id]) for weg in wegen if weg.gebruiker_id in leden]
        return {"gezin_id": blik.gezin.pk, "vragen": vragen}


class SoortenIngang:
    """In the beheer area: the kinds of ground."""

    template = "toestemming/paneel_soorten.html"

    def context(self, request: HttpRequest | None, **doel: Any) -> dict[str, Any] | None:
        """How many there are to choose from."""
        return {"aantal": Grondslagsoort.objects.filter(actief=True, met_de_hand=True).count()}
