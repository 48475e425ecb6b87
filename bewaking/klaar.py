"""What is still missing before a region starts: people, organisations and the machine, each with where it is mended (X6).

Asked of the data at the moment the page is opened. What the system can't know of itself (a copy that was put back once) is
said to be so, never ticked off.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.core import checks
from django.db.models import Max
from django.urls import reverse
from django.utils.translation import gettext as _

from berichten.models import Bericht, MailStaat
from bewaking.models import Zelfcontrole
from core import clock_home, key_mark
from escalatie.models import Modelniveau, Niveauhouder
from instanties.models import Functie, Gemeente, Instelling, Regio, Rol
from instanties.selectie import BEHEERDERS_NODIG, die_inloggen
from termijnen.models import STIL_NA, Kloktik

# The name that migration 0002 gives.
NOG_GEEN_NAAM = "Onze regio"
LEIDING = {Rol.MANAGER, Rol.BESTUURDER}
# The morning's self-check, and a day on which it was missed.
VERS = timedelta(days=2)


@dataclass(frozen=True)
class Punt:
    """One thing that a region needs. `klaar` None: the system can't know. `mist`: of what, each with where it is mended."""

    titel: str
    klaar: bool | None
    uitleg: str
    url: str = ""
    mist: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Rolstand:
    """So many have this role, and so many of them can really log in."""

    rol: str
    mensen: int
    inloggen: int


@dataclass(frozen=True)
class Gereedheid:
    """The whole page."""

    punten: list[Punt]
    rollen: list[Rolstand]

    @property
    def nog(self) -> int:
        """How many are still missing."""
        return sum(punt.klaar is False for punt in self.punten)


def wie_inlogt() -> set[UUID]:
    """Of those with a function: who really can log in."""
    met_functie = Functie.objects.geldig().values("gebruiker")
    return set(die_inloggen().filter(pk__in=met_functie).values_list("pk", flat=True))


def gereedheid(nu: datetime) -> Gereedheid:
    """How far this region is. A fixed number of questions, however many people and organisations it has."""
    functies = list(Functie.objects.geldig().select_related("gebruiker", "instelling").order_by("id"))
    inloggers = wie_inlogt()
    regio, gemeenten = Regio.objects.huidige(), list(Gemeente.objects.filter(actief=True))
    mensen: dict[str, set[UUID]] = defaultdict(set)
    for functie in functies:
        mensen[functie.rol].add(functie.gebruiker_id)
    punten = [
        _naam(regio),
        _gemeenten(gemeenten, inloggers),
        _beslissers(regio, gemeenten, inloggers),
        _instellingen(functies, inloggers),
        _beheerders(mensen[Rol.BEHEERDER] & inloggers),
        _privacy_officer(mensen[Rol.PRIVACY_OFFICER] & inloggers),
        _mail(),
        _server(),
        _klok(nu),
        _zelfcontrole(nu),
        _kopie(),
    ]
    rollen = [Rolstand(str(rol.label), len(mensen[rol]), len(mensen[rol] & inloggers)) for rol in Rol]
    return Gereedheid(punten, rollen)


def _naam(regio: Regio) -> Punt:
    naam = regio.naam
    return Punt(
        _("De naam van de regio"), naam != NOG_GEEN_NAAM, _("De regio heet nu: %s.") % naam, reverse("instanties:regio")
    )


def _gemeenten(gemeenten: list[Gemeente], inloggers: set[UUID]) -> Punt:
    mist = [
        (gemeente.naam, reverse("instanties:gemeente", args=[gemeente.pk]))
        for gemeente in gemeenten
        if not {gemeente.ambtenaar_id, gemeente.vervanger_id} & inloggers
    ]
    return Punt(
        _("Gemeenten die meedoen, met een ambtenaar die kan inloggen"),
        bool(gemeenten) and not mist,
        _("Zonder ambtenaar komt een vastgelopen plan bij niemand terecht."),
        reverse("instanties:gemeenten"),
        mist,
    )


def _beslissers(regio: Regio, gemeenten: list[Gemeente], inloggers: set[UUID]) -> Punt:
    """Who decides above the official, where the region's ladder has such levels (E6)."""
    houders = set(Modelniveau.objects.filter(modelstap__model__actief=True).values_list("houder", flat=True))
    mist = []
    if Niveauhouder.BESTUUR in houders:
        mist += [
            (gemeente.naam, reverse("instanties:gemeente", args=[gemeente.pk]))
            for gemeente in gemeenten
            if gemeente.bestuur_id not in inloggers
        ]
    if Niveauhouder.REGIO in houders and regio.bovenlokaal_id not in inloggers:
        mist.append((_("boven de gemeenten"), reverse("instanties:regio")))
    return Punt(
        _("Op elk niveau van de gemeente iemand die beslist en kan inloggen"),
        not mist,
        _("Zonder wethouder of burgemeester, en iemand boven de gemeenten, blijft wat niet lukt bij de ambtenaar."),
        reverse("instanties:gemeenten"),
        mist,
    )


def _instellingen(functies: list[Functie], inloggers: set[UUID]) -> Punt:
    """Only those with people: the sociale kaart also names who doesn't log in."""
    rollen: dict[Instelling, Counter[str]] = defaultdict(Counter)
    for functie in functies:
        if functie.instelling and functie.instelling.actief:
            rollen[functie.instelling][functie.rol] += functie.gebruiker_id in inloggers
    mist = [
        (instelling.naam, reverse("instanties:instelling", args=[instelling.pk]))
        for instelling, inlogt in sorted(rollen.items(), key=lambda paar: paar[0].naam_volgorde)
        if Rol.HULPVERLENER in inlogt and not any(inlogt[rol] for rol in LEIDING)
    ]
    helpt = any(inlogt[Rol.HULPVERLENER] for inlogt in rollen.values())
    return Punt(
        _("Instellingen met hulpverleners, en bij elk een manager of bestuurder die kan inloggen"),
        helpt and not mist,
        _("Een hulpverlener maakt het plan; de manager krijgt stap 2. Eén van beiden alleen is niet genoeg."),
        reverse("instanties:mensen"),
        mist,
    )


def _beheerders(wie: set[UUID]) -> Punt:
    return Punt(
        _("Twee beheerders die kunnen inloggen"),
        len(wie) >= BEHEERDERS_NODIG,
        _("Een rol die veel opent, bevestigt altijd een tweede persoon."),
        reverse("instanties:mensen"),
    )


def _privacy_officer(wie: set[UUID]) -> Punt:
    return Punt(
        _("Een privacy officer die kan inloggen"),
        bool(wie),
        _("Alleen de privacy officer kan het logboek bevragen."),
        reverse("instanties:mensen"),
    )


def _mail() -> Punt:
    # Of each at most one row, in one question.
    staten = [
        Bericht.objects.filter(mail_staat=staat).order_by().values_list("mail_staat", flat=True)[:1]
        for staat in (MailStaat.VERZONDEN, MailStaat.MISLUKT)
    ]
    gevonden = set(staten[0].union(staten[1]))
    gemaild, mislukt = MailStaat.VERZONDEN in gevonden, MailStaat.MISLUKT in gevonden
    return Punt(
        _("Mail komt aan"),
        gemaild and not mislukt,
        _("Er is al eens een mail verstuurd, en geen enkele kwam niet aan."),
        reverse("bewaking:mails"),
    )


def _server() -> Punt:
    """Our own checks of the settings, and whether SECRET_KEY is the one of this database. Their words name no value."""
    gevonden = checks.run_checks(tags=[checks.Tags.security], include_deployment_checks=True)
    mist = [(str(melding.msg), "") for melding in gevonden if str(melding.id).startswith("core.")]
    if not key_mark.fits():
        mist.append((_("SECRET_KEY is een andere dan waarmee deze database werkt."), ""))
    return Punt(
        _("Sleutels en instellingen van de server"),
        not mist,
        _("Wie het systeem draait, vult in wat er nog staat van het voorbeeld: 'Instellingen' in de handleiding."),
        mist=mist,
    )


def _klok(nu: datetime) -> Punt:
    laatste = Kloktik.objects.aggregate(laatste=Max("laatste_op"))["laatste"]
    loopt = not clock_home.state().is_held and laatste is not None and nu - laatste <= STIL_NA
    return Punt(_("De klok loopt"), loopt, _("Zonder klok loopt geen enkele termijn af."), reverse("bewaking:klok"))


def _zelfcontrole(nu: datetime) -> Punt:
    laatste = Zelfcontrole.objects.first()
    return Punt(
        _("De zelfcontrole vond niets"),
        laatste is not None and not laatste.kenmerk and nu - laatste.op <= VERS,
        _("Elke ochtend kijkt het systeem of alles klopt."),
        reverse("bewaking:zelfcontrole"),
    )


def _kopie() -> Punt:
    return Punt(
        _("Een kopie van vannacht, die al eens is teruggezet"),
        None,
        _(
            "Dit kan het systeem zelf niet zien. Vraag het wie het systeem draait: is er een kopie op een andere machine, is zij een "
            "keer teruggezet, en ligt SECRET_KEY ergens anders dan de kopie?"
        ),
    )
