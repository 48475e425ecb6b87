"""Who may not know what about whom: nothing chosen beforehand, and no reason asked (T8)."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import Form
from gezinnen.models import Deelnemer
from instanties.models import Instelling, Leefgebied
from toestemming.actions import Neegegevens
from toestemming.models import Bereik
from woorden.zinnen import zin

ALLES = "alles"
Keuze = tuple[str, str]


class NeeForm(Form):
    """One 'no'. `mensen` and `instellingen`: who can be meant, each with the words for this reader; `over`: about whom."""

    ontvanger = forms.ChoiceField(
        label=gettext_lazy("Wie mag iets niet weten?"),
        help_text=zin(
            gettext_lazy(
                "Mensen van het gezin staan hier niet bij. Moet iemand van het gezin iets niet lezen? Zeg het [de zorgcoördinator]."
            )
        ),
    )
    over = forms.ChoiceField(label=gettext_lazy("Over wie?"), widget=forms.RadioSelect)
    leefgebied = forms.ChoiceField(
        label=gettext_lazy("Waarover?"),
        choices=[("", gettext_lazy("Kies")), (ALLES, gettext_lazy("Alles")), *Leefgebied.choices],
    )

    def __init__(
        self,
        *args: Any,
        mensen: Mapping[Deelnemer, str],
        instellingen: Mapping[Instelling, str],
        over: Sequence[tuple[uuid.UUID | None, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._ontvangers: dict[str, Deelnemer | Instelling] = {str(wie.pk): wie for wie in (*mensen, *instellingen)}
        self.fields["ontvanger"].choices = [  # type: ignore[attr-defined]
            ("", _("Kies")),
            *_groep(_("Wie meedoet aan dit plan"), mensen.items()),
            *_groep(_("Iedereen van een organisatie"), instellingen.items()),
        ]
        self.fields["over"].choices = _over(over)  # type: ignore[attr-defined]

    def gegevens(self) -> Neegegevens:
        """What was chosen."""
        gekozen, over = self._ontvangers[self.cleaned_data["ontvanger"]], self.cleaned_data["over"]
        leefgebied = self.cleaned_data["leefgebied"]
        bereik = over if over in Bereik.values else Bereik.PERSONEN
        return Neegegevens(
            ontvanger=gekozen if isinstance(gekozen, Deelnemer) else None,
            instelling=gekozen if isinstance(gekozen, Instelling) else None,
            leefgebied="" if leefgebied == ALLES else leefgebied,
            bereik=bereik,
            over=uuid.UUID(over) if bereik == Bereik.PERSONEN else None,
        )


def _groep(naam: str, wie: Iterable[tuple[Any, str]]) -> list[tuple[str, list[Keuze]]]:
    keuzes = [(str(een.pk), woorden) for een, woorden in wie]
    return [(naam, keuzes)] if keuzes else []


def _over(over: Sequence[tuple[uuid.UUID | None, str]]) -> list[Keuze]:
    keuzes = [(str(wie) if wie else Bereik.SAMEN.value, woorden) for wie, woorden in over]
    return [*keuzes, (Bereik.IEDEREEN.value, _("al deze mensen"))] if len(keuzes) > 1 else keuzes
