"""What a part of a plan carries, so that zicht can say who sees it (T3)."""

from typing import Any

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from instanties.models import Leefgebied


class Onderdeel(models.Model):
    """A part of a plan. What it is about, and about whom, decides who sees it (zicht).

    `over_wie` holds ids of gezinsleden. Empty: about the family that lives together in the main household.
    """

    leefgebieden = ArrayField(
        models.CharField(max_length=20, choices=Leefgebied),
        verbose_name=_("waar gaat het over"),
        default=list,
        blank=True,
    )
    over_wie = ArrayField(models.UUIDField(), verbose_name=_("over wie gaat het"), default=list, blank=True)
    # As toestemming/onderwerpen.py makes them of the two above, kept up by the database: what the filter of zicht reads.
    onderwerpen = models.GeneratedField(
        expression=models.Func(models.F("leefgebieden"), models.F("over_wie"), function="toestemming_onderwerpen"),
        output_field=ArrayField(models.TextField()),
        db_persist=True,
    )

    class Meta:
        abstract = True

    @property
    def is_onbenoemd(self) -> bool:
        """Whether nobody has said yet what it is about: until then it is an own matter of whoever it names (regels.py)."""
        return not self.leefgebieden


class VolgendOnderdeel(Onderdeel):
    """A part that hangs under another, and is about the same as that one, until somebody sets it apart (ADR 0026).

    `apart` False: `leefgebieden` and `over_wie` are those of the part above, kept equal by the database. Each such model has
    `volgt_boven` among its triggers, and the part above `neemt_onder_mee`.
    """

    apart = models.BooleanField(_("gaat over iets anders"), default=False, db_default=False)

    class Meta:
        abstract = True


def volgt_boven(veld: str, tabel: str) -> list[pgtrigger.Trigger]:
    """The triggers of what follows, by the foreign key `veld` to a part in `tabel`: whatever is written, it is about the same.

    The part above is held meanwhile, so that it doesn't change between the reading and the writing.
    """
    func = f"""
        IF NOT NEW.apart AND NEW.{veld}_id IS NOT NULL THEN
            SELECT leefgebieden, over_wie INTO boven FROM {tabel} WHERE id = NEW.{veld}_id FOR SHARE;
            IF FOUND THEN
                NEW.leefgebieden := boven.leefgebieden;
                NEW.over_wie := boven.over_wie;
            END IF;
        END IF;
        RETURN NEW;
    """  # noqa: S608 - names of our own
    zo: dict[str, Any] = {"when": pgtrigger.Before, "declare": [("boven", "RECORD")], "func": func}
    # Other writing leaves the part above alone: an afspraak that is ticked off waits for nobody who changes its goal.
    anders = pgtrigger.AnyChange("apart", veld, "leefgebieden", "over_wie")
    return [
        pgtrigger.Trigger(name="begint_als_boven", operation=pgtrigger.Insert, **zo),
        pgtrigger.Trigger(name="volgt_boven", operation=pgtrigger.Update, condition=anders, **zo),
    ]


def neemt_onder_mee(*onder: tuple[str, str]) -> pgtrigger.Trigger:
    """The trigger of a part under which others hang, each (table, its foreign key): who follows, becomes about the same."""
    mee = "".join(
        f"UPDATE {tabel} SET leefgebieden = NEW.leefgebieden, over_wie = NEW.over_wie WHERE {veld}_id = NEW.id AND NOT apart;"  # noqa: S608
        for tabel, veld in onder
    )
    return pgtrigger.Trigger(
        name="neemt_onder_mee",
        operation=pgtrigger.Update,
        when=pgtrigger.After,
        condition=pgtrigger.AnyChange("leefgebieden", "over_wie"),
        func=f"{mee} RETURN NULL;",
    )
