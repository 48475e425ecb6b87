"""Who is concerned by a stagnatie and hears of each event: for whole lists, with a fixed number of queries (E10).

The family and the team hear of it as far as they may see what it is about, by the same rule as zicht; from outside the
team those hear of it who keep or kept a step of it, or were asked something.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.utils.timezone import localdate

from berichten.models import Bericht, MailStaat
from escalatie import vrijgave
from escalatie.models import Actie, Stagnatie, StagnatieAfspraak, StagnatieRecht, StagnatieRechtVerlening
from gezinnen.models import Coordinatorschap, Deelnemer
from gezinnen.selectie import coordinatoren
from gezinsplan.models import Afspraak
from instanties.models import Gebruiker
from toestemming.kring import kring_van
from toestemming.zicht import kijkers


def rekent_op(deelnemer: Deelnemer | None, niet: Collection[UUID] = ()) -> Gebruiker | None:
    """The account that answers for this person: the own one, else the navrager's (G17). None: nobody can.

    `niet`: from whom a safety flag keeps what it is about; they aren't asked, for themselves nor for another (X5).
    """
    if deelnemer is None or deelnemer.gestopt_op is not None or {deelnemer.pk, deelnemer.navrager_id} & set(niet):
        return None
    if deelnemer.gebruiker is not None and deelnemer.gebruiker.is_active:
        return deelnemer.gebruiker
    navrager = deelnemer.navrager
    if navrager is not None and navrager.gestopt_op is None and navrager.gebruiker and navrager.gebruiker.is_active:
        return navrager.gebruiker
    return None


class Ontvangers:
    """The people around these stagnaties (with `gezin`, `doel` and `partij` loaded), read once when it is made."""

    def __init__(self, stagnaties: Iterable[Stagnatie], nu: datetime) -> None:
        self._nu = nu
        self._stagnaties = {stagnatie.pk: stagnatie for stagnatie in stagnaties}
        gezin_ids = {stagnatie.gezin_id for stagnatie in self._stagnaties.values()}
        self._coordinatoren = coordinatoren(gezin_ids)
        self._deelnemers: dict[UUID, list[Deelnemer]] = defaultdict(list)
        rijen = Deelnemer.objects.actief().filter(gezin__in=gezin_ids).order_by("pk")
        for rij in rijen.select_related("gebruiker", "huishouden", "navrager__gebruiker"):
            self._deelnemers[rij.gezin_id].append(rij)
        self._kijkers = kijkers([rij for rijen in self._deelnemers.values() for rij in rijen], localdate(nu))
        self._apart: dict[UUID, list[Afspraak]] = defaultdict(list)
        self._met_acties: set[UUID] = set()
        self._eigen_deel = self._wie_doet_er_iets()
        self._buiten: dict[UUID, list[Gebruiker]] = defaultdict(list)
        verleend = StagnatieRechtVerlening.objects.filter(
            content_object__in=self._stagnaties, permission__codename=StagnatieRecht.BEKIJKEN
        )
        for verlening in verleend.select_related("user"):
            self._buiten[verlening.content_object_id].append(verlening.user)

    def _wie_doet_er_iets(self) -> dict[UUID, set[UUID]]:
        """Per stagnatie the deelnemers whose own share is in it: of a missed afspraak or of an action."""
        per_afspraak: dict[UUID, set[UUID]] = defaultdict(set)
        for rij in StagnatieAfspraak.objects.filter(stagnatie__in=self._stagnaties).select_related("afspraak"):
            per_afspraak[rij.afspraak_id].add(rij.stagnatie_id)
            if rij.afspraak.apart:
                self._apart[rij.stagnatie_id].append(rij.afspraak)
        eigen: dict[UUID, set[UUID]] = defaultdict(set)
        doet = Afspraak.uitvoerders.through.objects.filter(afspraak_id__in=list(per_afspraak))
        for afspraak_id, deelnemer_id in doet.values_list("afspraak_id", "deelnemer_id"):
            for stagnatie_id in per_afspraak[afspraak_id]:
                eigen[stagnatie_id].add(deelnemer_id)
        acties = Actie.objects.filter(stap__stagnatie__in=self._stagnaties)
        for stagnatie_id, deelnemer_id in acties.values_list("stap__stagnatie_id", "deelnemer_id"):
            self._met_acties.add(stagnatie_id)
            if deelnemer_id is not None:
                eigen[stagnatie_id].add(deelnemer_id)
        return eigen

    def coordinatorschap(self, stagnatie: Stagnatie) -> Coordinatorschap | None:
        """Who coordinates the family of this stagnatie."""
        return self._coordinatoren.get(stagnatie.gezin_id)

    def coordinator(self, stagnatie: Stagnatie) -> list[Gebruiker]:
        """The coordinator, as a list: of one, or empty."""
        schap = self.coordinatorschap(stagnatie)
        return [schap.gebruiker] if schap and schap.gebruiker.is_active else []

    def gezin(self, stagnatie: Stagnatie) -> list[Gebruiker]:
        """The family members with an account who may see what this is about (E10, G16)."""
        return _uniek(
            lid.gebruiker
            for lid in self._deelnemers[stagnatie.gezin_id]
            if lid.is_gezinslid and lid.gebruiker is not None and self._ziet(lid, stagnatie)
        )

    def namens_gezin(self, stagnatie: Stagnatie) -> list[Gebruiker]:
        """Of the family those who see all that it is about: they are asked, and answer for the family (E11, E13, G16)."""
        return _uniek(
            lid.gebruiker
            for lid in self._deelnemers[stagnatie.gezin_id]
            if lid.is_gezinslid and lid.gebruiker is not None and self._ziet_doel(lid, stagnatie)
        )

    def werkt_mee(self, gebruiker: Gebruiker, stagnatie: Stagnatie) -> bool:
        """Whether this person is a professional of the plan who sees all that it is about."""
        return any(
            rij.gebruiker_id == gebruiker.pk and rij.is_professional and self._ziet_doel(rij, stagnatie)
            for rij in self._deelnemers[stagnatie.gezin_id]
        )

    def professionals(self, stagnatie: Stagnatie) -> list[tuple[Deelnemer, bool]]:
        """The professionals of an instelling from whom no safety flag keeps it, each with whether he sees all that it is
        about (T3, X5)."""
        mensen = [rij for rij in self._deelnemers[stagnatie.gezin_id] if rij.is_professional and rij.instelling_id]
        return [(rij, self._ziet_doel(rij, stagnatie)) for rij in mensen if not self._verborgen(rij.pk, stagnatie)]

    def heeft_aandeel(self, deelnemer: Deelnemer, stagnatie: Stagnatie) -> bool:
        """Whether a missed afspraak or an action of it is his."""
        return deelnemer.pk in self._eigen_deel[stagnatie.pk]

    def prive(self, stagnatie: Stagnatie) -> set[UUID]:
        """The accounts that belong to the family or its network: there they are nobody's manager."""
        mensen = self._deelnemers[stagnatie.gezin_id]
        return {rij.gebruiker_id for rij in mensen if rij.gebruiker_id and not rij.is_professional}

    def geeft_vrij(self, stagnatie: Stagnatie) -> list[Gebruiker]:
        """Of those the ones who must have read the escalatiebericht before it goes, by age and gezag (E13, T2, S19)."""
        nodig = vrijgave.wie_leest(kring_van(stagnatie.gezin_id), stagnatie, localdate(self._nu))
        lezers = set(vrijgave.zelf(nodig.wie))
        mogen = {lid.gebruiker_id for lid in self._deelnemers[stagnatie.gezin_id] if lid.pk in lezers}
        return [wie for wie in self.namens_gezin(stagnatie) if wie.pk in mogen]

    def team(self, stagnatie: Stagnatie) -> list[Gebruiker]:
        """The coordinator, and the professionals and netwerkleden who may see it or have a share in it."""
        anderen = [
            rekent_op(rij)
            for rij in self._deelnemers[stagnatie.gezin_id]
            if not rij.is_gezinslid and self._ziet(rij, stagnatie) and not self._verborgen_voor_navrager(rij, stagnatie)
        ]
        return _uniek([*self.coordinator(stagnatie), *(ander for ander in anderen if ander)])

    def buiten(self, stagnatie: Stagnatie) -> list[Gebruiker]:
        """Keepers of steps past and present, and who was asked something, from outside the team."""
        return _uniek(self._buiten[stagnatie.pk])

    def allen(self, stagnatie: Stagnatie) -> list[Gebruiker]:
        """Everybody concerned, each once."""
        return _uniek([*self.gezin(stagnatie), *self.team(stagnatie), *self.buiten(stagnatie)])

    def _ziet(self, deelnemer: Deelnemer, stagnatie: Stagnatie) -> bool:
        """Whether this participant sees it, or has a share in it; a test holds it against zicht."""
        if self._verborgen(deelnemer.pk, stagnatie):
            return False
        if stagnatie.partij_id == deelnemer.pk or deelnemer.pk in self._eigen_deel[stagnatie.pk]:
            return True
        if deelnemer.gebruiker_id and stagnatie.gemeld_door_id == deelnemer.gebruiker_id:
            return True
        return self._ziet_doel(deelnemer, stagnatie)

    def _verborgen_voor_navrager(self, deelnemer: Deelnemer, stagnatie: Stagnatie) -> bool:
        """Whether who answers for somebody without account may not know of it: a safety flag (X5)."""
        if deelnemer.gebruiker_id or deelnemer.navrager_id is None:
            return False
        return self._verborgen(deelnemer.navrager_id, stagnatie)

    def _verborgen(self, deelnemer_id: UUID, stagnatie: Stagnatie) -> bool:
        """Whether a safety flag keeps from this participant whom it is about: then no share in it opens it (X5).

        Without a goal that may be anyone of the family, but for what he reported himself, until something is arranged in it.
        """
        kijker = self._kijkers.get(deelnemer_id)
        if kijker is None or not kijker.verborgen:
            return False
        if stagnatie.doel is None:
            mensen = self._deelnemers[stagnatie.gezin_id]
            meldde = any(rij.pk == deelnemer_id and rij.gebruiker_id == stagnatie.gemeld_door_id for rij in mensen)
            zelf = stagnatie.gemeld_door_id is not None and meldde
            return not zelf or stagnatie.pk in self._met_acties
        delen = (stagnatie.doel, *self._apart[stagnatie.pk])
        return any(kijker.verborgen.intersection(deel.over_wie) for deel in delen if deel is not None)

    def _ziet_doel(self, deelnemer: Deelnemer, stagnatie: Stagnatie) -> bool:
        """Whether this participant sees the goal, and each missed afspraak that was set apart from its goal."""
        kijker = self._kijkers.get(deelnemer.pk)
        if kijker is None:
            return False
        if stagnatie.doel is None:
            return kijker.alles or kijker.thuis
        delen = (stagnatie.doel, *self._apart[stagnatie.pk])
        return all(kijker.ziet(deel.over_wie, deel.leefgebieden, deel.pk) for deel in delen)


def bereikt(soort: str, feiten: Collection[UUID]) -> set[UUID]:
    """Of these facts those of which the notice reached somebody: it was read here, or its mail was sent (S1)."""
    per_sleutel = {f"{soort}:{feit}": feit for feit in feiten}
    aangekomen = Q(gelezen_op__isnull=False) | Q(mail_staat=MailStaat.VERZONDEN)
    gevonden = Bericht.objects.filter(aangekomen, soort=soort, sleutel__in=list(per_sleutel))
    return {per_sleutel[sleutel] for sleutel in gevonden.values_list("sleutel", flat=True)}


def ooit_verteld(stagnaties: Iterable[Stagnatie]) -> dict[UUID, list[Gebruiker]]:
    """Everybody who was ever told anything of these stagnaties: they hear it when it was a mistake (E14)."""
    stagnaties = list(stagnaties)
    gevonden: dict[UUID, list[Gebruiker]] = defaultdict(list)
    berichten = Bericht.objects.filter(
        gezin_id__in={stagnatie.gezin_id for stagnatie in stagnaties},
        object_id__in=[stagnatie.pk for stagnatie in stagnaties],
    )
    for bericht in berichten.select_related("ontvanger").order_by("pk"):
        if bericht.object_id is not None:
            gevonden[bericht.object_id].append(bericht.ontvanger)
    return {stagnatie_id: _uniek(ontvangers) for stagnatie_id, ontvangers in gevonden.items()}


def _uniek(gebruikers: Iterable[Gebruiker]) -> list[Gebruiker]:
    return list({gebruiker.pk: gebruiker for gebruiker in gebruikers if gebruiker.is_active}.values())
