"""The kinds of ground, kept by the beheerder: what a new law brings needs no new code (T3)."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from core.errors import NotAllowed, RuleError
from instanties.models import Gebruiker
from instanties.permissions import is_beheerder
from logboek.actions import schrijf
from logboek.models import Handeling
from toestemming.models import Grondslagsoort, Opent
from woorden.zinnen import zin

LANGSTE_CODE = 30


@dataclass(frozen=True)
class Soortgegevens:
    """What the beheerder says of a kind. The rules below `uitleg` hold for a kind that is recorded by hand only."""

    naam: str
    uitleg: str
    vraagt_reden: bool = True
    vraagt_kenmerk: bool = False
    hoogstens_dagen: int | None = None
    actief: bool = True


@transaction.atomic
def leg_soort_vast(soort: Grondslagsoort | None, gegevens: Soortgegevens, *, door: Gebruiker) -> Grondslagsoort:
    """Add a kind that a coordinator can record by hand, or change one. Grounds in force keep the end that they had.

    Of a kind that our own acts make only the words change. Raises RuleError at the field (naam, uitleg, hoogstens_dagen).
    """
    if not is_beheerder(door):
        raise NotAllowed
    nieuw = soort is None
    if soort is None:
        soort = Grondslagsoort(code=_nieuwe_code(gegevens.naam), opent=Opent.PLAN, met_de_hand=True)
    soort.naam, soort.uitleg = gegevens.naam.strip(), gegevens.uitleg.strip()
    if not soort.uitleg:
        raise RuleError(_("Leg in gewone woorden uit waarom dit mag. Het gezin leest dit."), "uitleg")
    if soort.met_de_hand:
        soort.vraagt_reden, soort.vraagt_kenmerk = gegevens.vraagt_reden, gegevens.vraagt_kenmerk
        soort.hoogstens_dagen, soort.actief = gegevens.hoogstens_dagen, gegevens.actief
    try:
        soort.full_clean()
    except ValidationError as fout:
        veld, meldingen = next(iter(fout.message_dict.items()))
        if veld == "naam" and gegevens.naam.strip():
            raise RuleError(_("Er is al een grond met deze naam."), "naam") from None
        raise RuleError(meldingen[0], veld) from None
    soort.save(force_insert=nieuw)
    schrijf(
        Handeling.AANMAKEN if nieuw else Handeling.WIJZIGEN,
        gebruiker=door,
        object_soort="grondslagsoort",
        object_naam=zin(soort.naam),
        getoond={"code": soort.code},
    )
    return soort


def _nieuwe_code(naam: str) -> str:
    """A code from the name that no kind has yet. Raises RuleError for a name without letters."""
    begin = slugify(naam)[:LANGSTE_CODE].strip("-")
    if not begin:
        raise RuleError(_("Vul een naam in."), "naam")
    bezet = set(Grondslagsoort.objects.values_list("code", flat=True))
    code, nummer = begin, 2
    while code in bezet:
        code = f"{begin[: LANGSTE_CODE - 1 - len(str(nummer))]}-{nummer}"
        nummer += 1
    return code
