"""The rules of consent and zicht said slowly: one person, one part, one subject at a time, straight from the rows.

It knows nothing of how the system answers: no grounds of consent, no arrays, no filters. Only tests use it.
"""

from datetime import date

from django.utils.timezone import localdate

from core.names import fold
from gezinnen.models import Coordinatorschap, Deelnemer, Gezag
from instanties.models import Functie
from toestemming.models import (
    Deelkeuze,
    Grondslag,
    Handtekening,
    Toestemming,
    Veiligheidsvlag,
    Vertegenwoordiging,
    Weigering,
)

EIGEN = {"verslaving", "psychisch", "inkomen", "relaties"}


def leeftijd(lid, dag):
    """Whole years; birthdays of 29 February are on 1 March in other years."""
    if lid.geboortedatum is None:
        return None
    jaren = 0
    while True:
        volgend = lid.geboortedatum.year + jaren + 1
        try:
            jarig = lid.geboortedatum.replace(year=volgend)
        except ValueError:
            jarig = date(volgend, 3, 1)
        if jarig > dag:
            return jaren
        jaren += 1


def volwassen(lid, dag):
    jaren = leeftijd(lid, dag)
    return lid.relatie != "kind" if jaren is None else jaren >= 18


def eigen_zaak(deel):
    """Whether it is somebody's own matter, or may be: nobody said yet what it is about."""
    return not deel.leefgebieden or any(gebied in EIGEN for gebied in deel.leefgebieden)


def in_huis(lid):
    return lid.gestopt_op is None and lid.huishouden is not None and lid.huishouden.is_hoofdhuishouden


class Traag:
    """The rows of one family as they are at `nu`, read once."""

    def __init__(self, gezin, nu):
        self.nu, self.dag = nu, localdate(nu)
        rijen = Deelnemer.objects.filter(gezin=gezin).select_related("huishouden")
        self.mensen = list(rijen)
        self.leden = {rij.pk: rij for rij in self.mensen if rij.soort == "gezinslid"}
        self.coordinatoren = [rij.gebruiker_id for rij in Coordinatorschap.objects.filter(gezin=gezin, tot=None)]
        self.gezagrijen = list(Gezag.objects.geldig().filter(kind__gezin=gezin))
        self.vlaggen = list(Veiligheidsvlag.objects.filter(gezin=gezin, tot=None).exclude(van=None))
        self.keuzes = list(Deelkeuze.objects.filter(gezin=gezin, tot=None))
        self.gronden = list(Grondslag.objects.filter(gezin=gezin, tot=None).select_related("soort"))
        self.regels = list(Toestemming.objects.filter(gezin=gezin).select_related("gesprek"))
        self.tekens = list(Handtekening.objects.filter(toestemming__gezin=gezin, tot=None))
        self.nees = list(Weigering.objects.filter(gezin=gezin, tot=None).select_related("ontvanger"))
        self.functies = set(Functie.objects.filter(beeindigd_op=None).values_list("gebruiker", "instelling"))
        self.vervangen = {rij.wie_id: rij for rij in Vertegenwoordiging.objects.filter(wie__gezin=gezin, tot=None)}

    def gezag(self, kind):
        return {rij.houder_id for rij in self.gezagrijen if rij.kind_id == kind.pk} if kind.gezag_bekend else set()

    def moeten_tekenen(self, over_id):
        """The ids of who must sign; None when that isn't known, so that nobody can."""
        if over_id is not None:
            return self._voor(self.leden[over_id])
        thuis = [lid for lid in self.leden.values() if in_huis(lid)]
        nodig = set()
        for lid in thuis:
            voor = self._voor(lid)
            if voor is None:
                return None
            ouders = self.gezag(lid) if self._ouders_tekenen(lid) else set()
            ouders_thuis = {ouder.pk for ouder in thuis} & ouders
            nodig |= (voor - ouders) | (ouders_thuis or ouders)
        return nodig or None

    def _ouders_tekenen(self, lid):
        if lid.pk in self.vervangen:
            return self.vervangen[lid.pk].door_wie_id is None
        return not volwassen(lid, self.dag) and (leeftijd(lid, self.dag) or 0) < 16

    def _voor(self, lid):
        if lid.pk in self.vervangen:
            if self.vervangen[lid.pk].door_wie_id:
                return {self.vervangen[lid.pk].door_wie_id}
            return None if volwassen(lid, self.dag) else self.gezag(lid) or None
        if self._leeftijd_onbekend(lid):
            return None
        if volwassen(lid, self.dag) or (leeftijd(lid, self.dag) or 0) >= 16:
            return {lid.pk}
        ouders = self.gezag(lid)
        if not ouders:
            return None
        return ouders | {lid.pk} if (leeftijd(lid, self.dag) or 0) >= 12 else ouders

    def toegestaan(self, regel):
        """Whether everybody who must has said yes to this line, and it isn't withdrawn or past."""
        if regel.staat in ("ingetrokken", "verlopen") or regel.gesprek.geldig_tot < self.dag:
            return False
        if any(self.later_geweigerd(nee, regel) for nee in self.nees):
            return False
        nodig = self.moeten_tekenen(regel.over_id)
        ja = {rij.ondertekenaar_id for rij in self.tekens if rij.toestemming_id == regel.pk and rij.antwoord == "ja"}
        return nodig is not None and all(pk in ja for pk in nodig)

    def later_geweigerd(self, nee, regel):
        """Whether somebody said, after this line was asked, that its receiver may not know this."""
        if nee.regel_id is not None or regel.gesprek.vastgelegd_op >= nee.op:
            return False
        if not self.gaat_over(nee, regel.leefgebied, regel.over_id):
            return False
        if regel.ontvanger_id is None:
            return nee.ontvanger_instelling_id == regel.ontvanger_instelling_id
        [wie] = [rij for rij in self.mensen if rij.pk == regel.ontvanger_id]
        return self.tegen(nee, wie)

    def tegen(self, nee, ik):
        """Whether this 'no' names this person, or an instelling for which he or she takes part or works."""
        if nee.ontvanger_instelling_id is not None:
            daar = nee.ontvanger_instelling_id
            return daar == ik.instelling_id or (ik.gebruiker_id, daar) in self.functies
        if ik.gebruiker_id is None or nee.ontvanger.gebruiker_id is None:
            zelfde_naam = ik.soort != "gezinslid" and fold(ik.naam) == fold(nee.ontvanger.naam)
            return ik.pk == nee.ontvanger_id or zelfde_naam
        return ik.gebruiker_id == nee.ontvanger.gebruiker_id

    def gaat_over(self, nee, leefgebied, over_id):
        """Whether it is about this, and by who may say so today."""
        if nee.leefgebied not in ("", leefgebied):
            return False
        if nee.bereik == "personen" and nee.over_id != over_id:
            return False
        if nee.bereik == "samen" and over_id is not None:
            return False
        if over_id is None and in_huis(self.leden[nee.wie_id]):
            return True
        return nee.wie_id == over_id or nee.wie_id in (self.moeten_tekenen(over_id) or ())

    def betrokken_gesloten(self, ik, leefgebied, over_id):
        """Whether the 'no' is of who it is about, or of everybody who must sign: one holder of gezag isn't enough."""
        wie = {nee.wie_id for nee in self.nees if self.tegen(nee, ik) and self.gaat_over(nee, leefgebied, over_id)}
        if not wie or over_id in wie:
            return bool(wie)
        if over_id is not None:
            return self.moeten_tekenen(over_id) <= wie
        thuis = [lid for lid in self.leden.values() if in_huis(lid)]
        zelf = {pk for lid in thuis for pk in self._voor_zich(lid)}
        return (zelf or self.moeten_tekenen(None) or {None}) <= wie

    def _voor_zich(self, lid):
        if lid.pk in self.vervangen:
            return {self.vervangen[lid.pk].door_wie_id} - {None}
        return {lid.pk} if volwassen(lid, self.dag) or (leeftijd(lid, self.dag) or 0) >= 12 else set()

    def mag_weten(self, ik, leefgebied, over_id):
        """Whether this participant has a reason to know this one subject."""
        for grond in self.gronden:
            if grond.deelnemer_id != ik.pk:
                continue
            if grond.soort_id != "rechtstreeks_betrokken" and not grond.soort.met_de_hand:
                continue
            if grond.soort_id == "rechtstreeks_betrokken" and self.betrokken_gesloten(ik, leefgebied, over_id):
                continue
            voorbij = grond.uiterlijk is not None and grond.uiterlijk <= self.nu
            if not voorbij and leefgebied in grond.leefgebieden and (not grond.over_wie or over_id in grond.over_wie):
                return True
        for regel in self.regels:
            voor_mij = regel.ontvanger_id == ik.pk or (
                regel.ontvanger_instelling_id is not None and regel.ontvanger_instelling_id == ik.instelling_id
            )
            past = regel.leefgebied == leefgebied and regel.over_id == over_id
            if not voor_mij or not past or not self.toegestaan(regel):
                continue
            # A yes to all of an instelling is wider than a 'no' about one of them.
            zelfde = regel.ontvanger_instelling_id
            over_mij = (nee for nee in self.nees if nee.ontvanger_instelling_id != zelfde and self.tegen(nee, ik))
            if regel.ontvanger_id is not None or not any(self.gaat_over(nee, leefgebied, over_id) for nee in over_mij):
                return True
        return False

    def ziet(self, gebruiker, deel):
        """Whether this account sees this part (with pk, over_wie and leefgebieden)."""
        if gebruiker.pk in self.coordinatoren:
            return True
        ikken = [rij for rij in self.mensen if rij.gebruiker_id == gebruiker.pk and rij.gestopt_op is None]
        if not ikken:
            return False
        [ik] = ikken
        over = list(deel.over_wie)
        for vlag in self.vlaggen:
            if vlag.voor_wie_id == ik.pk and any(wie in vlag.over_wie for wie in over):
                return False
        if deel.leefgebieden and all(
            self.mag_weten(ik, gebied, wie) for gebied in deel.leefgebieden for wie in (over or [None])
        ):
            return True
        return ik.soort == "gezinslid" and self._als_familie(ik, over, deel)

    def zaak_van_ander(self, gebruiker, deel):
        """Whether this is another gezinslid's own matter, for a gezinslid: an own afspraak under it opens no more of it."""
        ikken = [lid for lid in self.leden.values() if lid.gebruiker_id == gebruiker.pk and lid.gestopt_op is None]
        if not ikken or not eigen_zaak(deel):
            return False
        [ik] = ikken
        if volwassen(ik, self.dag) and not self._leeftijd_onbekend(ik):
            return ik.pk not in deel.over_wie and any(self._jongere(wie) for wie in deel.over_wie)
        anderen = [lid for lid in self.leden.values() if lid.pk in deel.over_wie and lid.pk != ik.pk]
        return not deel.over_wie or any(volwassen(lid, self.dag) for lid in anderen)

    def _als_familie(self, ik, over, deel):
        if not over and not deel.leefgebieden:
            # Nobody said what it is about, nor about whom: never everyone's.
            return False
        eigen = eigen_zaak(deel)
        kozen = {rij.van_id for rij in self.keuzes if rij.voor_id == ik.pk and rij.onderdeel == deel.pk}
        if volwassen(ik, self.dag) and not self._leeftijd_onbekend(ik):
            return self._gaat_mij_aan(ik, over) and not (
                eigen and ik.pk not in over and any(self._jongere(wie) and wie not in kozen for wie in over)
            )
        volwassenen = [pk for pk, lid in self.leden.items() if volwassen(lid, self.dag) and pk != ik.pk]
        gekozen = [pk for pk in kozen if pk in volwassenen]
        if not over:
            van_wie = [pk for pk in volwassenen if in_huis(self.leden[pk])]
            return in_huis(ik) and (not eigen or (bool(gekozen) and all(pk in gekozen for pk in van_wie)))
        van_wie = [pk for pk in over if pk in volwassenen]
        erbij = ik.pk in over or all(pk in gekozen for pk in over)
        if gekozen and erbij and all(pk in gekozen for pk in van_wie):
            return True
        return self._gaat_mij_aan(ik, over) and not (eigen and van_wie)

    def _leeftijd_onbekend(self, lid):
        """Nobody knows: no birth date, no parent, no gezag over anyone."""
        draagt = any(lid.pk in self.gezag(ander) for ander in self.leden.values())
        return lid.geboortedatum is None and lid.relatie == "anders" and not draagt

    def _jongere(self, pk):
        lid = self.leden.get(pk)
        return lid is not None and not volwassen(lid, self.dag) and (leeftijd(lid, self.dag) or 0) >= 16

    def _gaat_mij_aan(self, ik, over):
        if not over:
            return in_huis(ik)
        if ik.pk in over:
            return True
        kinderen = [pk for pk, lid in self.leden.items() if not volwassen(lid, self.dag)]
        mijn = [pk for pk in kinderen if ik.pk in self.gezag(self.leden[pk])]
        if any(pk not in kinderen or (pk not in mijn and not in_huis(ik)) for pk in over):
            return False
        return any(pk in mijn for pk in over)
