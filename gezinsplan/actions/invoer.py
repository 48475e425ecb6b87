"""What people give to the actions, held against the rules that hold for every way in."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from core.errors import Outdated, RuleError
from gezinnen.models import Deelnemer
from instanties.models import Leefgebied
from toestemming.models import Onderdeel, VolgendOnderdeel


def tekst(waarde: str, veld: str, maximum: int, *, leeg: str = "") -> str:
    """The text without spaces around it. Raises RuleError when too long, or empty where `leeg` says what to do."""
    schoon = (waarde or "").replace("\x00", "").strip()
    if leeg and not schoon:
        raise RuleError(leeg, veld)
    if len(schoon) > maximum:
        raise RuleError(
            _("Dit is te lang: %(aantal)d tekens. Er passen er %(maximum)d in. Houd het kort.")
            % {"aantal": len(schoon), "maximum": maximum},
            veld,
        )
    return schoon


def leefgebieden(waarden: Iterable[str]) -> list[str]:
    """Known leefgebieden, each once, in the order of the list. Raises RuleError."""
    gekozen = set(waarden)
    if gekozen - set(Leefgebied.values):
        raise RuleError(_("Kies onderwerpen uit de lijst."), "leefgebieden")
    return [gebied for gebied in Leefgebied.values if gebied in gekozen]


def over_wie(ids: Iterable[UUID], gezin_id: UUID) -> list[UUID]:
    """Gezinsleden of this family. Raises RuleError for anybody else."""
    gekozen = set(ids)
    bekend = set(Deelnemer.objects.gezinsleden().filter(gezin_id=gezin_id, pk__in=gekozen).values_list("pk", flat=True))
    if gekozen != bekend:
        raise RuleError(_("Kies mensen uit dit gezin."), "over_wie")
    return sorted(bekend)


def waarover(
    deel: VolgendOnderdeel,
    boven: Onderdeel | None,
    gebieden: Iterable[str] | None,
    wie: Iterable[UUID] | None,
    *,
    gezin_id: UUID,
) -> None:
    """Let `deel` be about this; None for both: about the same as `boven`, which it follows from then on. Raises RuleError."""
    deel.apart = boven is not None and (gebieden is not None or wie is not None)
    deel.leefgebieden = leefgebieden(boven.leefgebieden if boven and gebieden is None else gebieden or ())
    deel.over_wie = list(boven.over_wie) if boven and wie is None else over_wie(wie or (), gezin_id)


def uitvoerders(ids: Sequence[UUID], gezin_id: UUID, *, al_gekozen: Iterable[UUID] = ()) -> list[Deelnemer]:
    """The people of this family's plan with these ids; someone who has stopped only where he was chosen before."""
    gevonden = list(
        Deelnemer.objects.filter(gezin_id=gezin_id, pk__in=set(ids)).order_by("soort", "naam_volgorde", "pk")
    )
    bleven = set(al_gekozen)
    if len(gevonden) != len(set(ids)) or any(d.gestopt_op and d.pk not in bleven for d in gevonden):
        raise RuleError(_("Kies mensen die aan dit plan meedoen."), "uitvoerders")
    return gevonden


def eis_versie(huidige_versie: int, versie: int, *, eigen: Mapping[str, str], huidig: Mapping[str, str]) -> None:
    """Raise Outdated, with both texts, when the row was changed since `versie` was read (G7)."""
    if huidige_versie != versie and dict(eigen) != dict(huidig):
        raise Outdated(
            _("Iemand anders heeft dit intussen veranderd. Hieronder staan beide teksten. Kies wat er moet staan."),
            own=dict(eigen),
            present=dict(huidig),
            version=huidige_versie,
        )
