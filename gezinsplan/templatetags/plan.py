"""How parts of a plan are shown: the state of an afspraak as a badge, who does it, and when."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import clock
from gezinnen.models import Deelnemer
from gezinsplan import hulp
from gezinsplan.bereik import bereik_van
from gezinsplan.models import Afspraak, Afspraakstaat
from gezinsplan.planbeeld import Doelbeeld
from toestemming.namen import namen_voor
from toestemming.zicht import Blik
from woorden.templatetags.werkwijze import bereikbaar
from woorden.tijdwoorden import dag_kort

register = template.Library()

BIJNA = timedelta(days=2)
BADGE_VAN = {
    Afspraakstaat.VOORSTEL: "concept",
    Afspraakstaat.GEVRAAGD: "gevraagd",
    Afspraakstaat.NIET_GEDAAN: "niet_gehaald",
    Afspraakstaat.GEDAAN: "gehaald",
    Afspraakstaat.VERVALLEN: "niet_meer_nodig",
}


@register.filter
def badge_van(afspraak: Afspraak) -> str:
    """The badge of an afspraak: its state, and for one that runs whether its term is near.

    To who is still asked to say yes it doesn't run: it is asked; nor to who guards the plan, as long as nobody said yes.
    """
    if afspraak.staat == Afspraakstaat.LOOPT and getattr(afspraak, "gevraagd", False):
        return "gevraagd"
    if afspraak.staat == Afspraakstaat.LOOPT and afspraak.wacht_op_ja:
        return "wacht_op_ja"
    if afspraak.staat != Afspraakstaat.LOOPT or afspraak.termijn is None:
        return BADGE_VAN.get(Afspraakstaat(afspraak.staat), "loopt")
    over = afspraak.termijn.loopt_af_op - clock.now()
    if over <= timedelta(0):
        return "te_laat"
    return "bijna" if over <= BIJNA else "loopt"


@register.filter
def wie(afspraak: Afspraak) -> str:
    """The doers by name; not for who is still asked to say yes."""
    if afspraak.kaal:
        return ""
    return ", ".join(uitvoerder.naam for uitvoerder in afspraak.uitvoerders.all()) or _("nog niemand")


@register.filter
def doet(afspraak: Afspraak, blik: Blik) -> bool:
    """Whether this reader, or whoever he or she stands in for, is one of its doers."""
    ik = {mens.pk for mens in blik.als_deelnemers}
    return any(wie.pk in ik for wie in afspraak.uitvoerders.all())


# How a fact is shown: in a row, as a line of a row or of a page, in a list of terms (in a box each, or not), behind the words.
FEIT = {
    "rij": "<span>{1}</span>",
    "rijregel": "<span>{1}</span>",
    "regel": "<p>{1}</p>",
    "gegevens": "<div><dt>{0}</dt><dd>{1}</dd></div>",
    "gegevens_los": "<dt>{0}</dt><dd>{1}</dd>",
    "haakjes": " ({1})",
}


@register.simple_tag
def feiten(afspraak: Afspraak, als: str = "rij") -> SafeString:
    """What an afspraak says of itself beside what, who and when. A new field is one line here, and stands everywhere.

    `als` is a key of FEIT.
    """
    alle = [(_("Hoe vaak"), afspraak.herhaling)]
    op_een_regel = als in ("regel", "rijregel")
    gezegd = [(naam, capfirst(woorden) if op_een_regel else woorden) for naam, woorden in alle if woorden]
    return format_html_join("", FEIT[als], gezegd)


@register.filter
def planning(afspraak: Afspraak) -> str:
    """The term of an afspraak that doesn't run yet: '2 weken vanaf ma 22 nov' or 'uiterlijk vr 4 dec'."""
    vandaag = clock.today()
    if afspraak.eind_op:
        return _("uiterlijk %(dag)s") % {"dag": dag_kort(afspraak.eind_op, vandaag)}
    if not afspraak.duur:
        return ""
    return _("%(duur)s vanaf %(dag)s") % {"duur": afspraak.duur, "dag": dag_kort(afspraak.start_op, vandaag)}


@register.filter
def begint_nog(afspraak: Afspraak) -> bool:
    """Whether its first day still has to come, for one that runs: then that day is said."""
    return afspraak.staat == Afspraakstaat.LOOPT and afspraak.start_op > clock.today()


@register.filter
def loopt_nog(afspraak: Afspraak) -> bool:
    """Whether its term still counts on the page."""
    return afspraak.staat in (Afspraakstaat.LOOPT, Afspraakstaat.GEVRAAGD, Afspraakstaat.NIET_GEDAAN)


@register.filter
def tips(beeld: Doelbeeld) -> list[str]:
    """Gentle help about a goal (G2)."""
    return hulp.bij_doel(beeld)


@register.filter
def sleutel(onderdeel: Any) -> str:
    """The id of a part as text, to compare with what is open."""
    pk: UUID = onderdeel.pk
    return str(pk)


@register.filter
def heeft(aantallen: dict[UUID, int], pk: UUID) -> str:
    """How many reactions a part has, in words; empty for none."""
    aantal = aantallen.get(pk, 0)
    return ngettext("%(n)d reactie", "%(n)d reacties", aantal) % {"n": aantal} if aantal else ""


@register.filter
def bij(woorden: dict[UUID, str], pk: UUID) -> str:
    """What a table of words says about this part; empty for nothing."""
    return woorden.get(pk, "")


@register.inclusion_tag("onderdelen/bereikbaar.html")
def bereik(mens: Deelnemer, blik: Blik) -> dict[str, Any]:
    """How somebody in the plan is reached, and whether today: what the plan says, else the own account (I5, G4, X5, R2)."""
    if not blik.mag_contact(mens):
        return bereikbaar()
    contact = namen_voor(blik).contact(mens)
    return bereikbaar(contact.telefoon, contact.mobiel, contact.email, contact.dagen, bereik_van(mens, contact, blik))


@register.inclusion_tag("onderdelen/bereikbaar.html")
def bereik_kort(mens: Deelnemer, blik: Blik) -> dict[str, Any]:
    """The same without mail and days, for the head of a page."""
    contact = namen_voor(blik).contact(mens)
    return bereikbaar(contact.telefoon, contact.mobiel, bereik=bereik_van(mens, contact, blik))
