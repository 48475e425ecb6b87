"""The invariants of production data as questions: each gives the keys of what breaks it, at most a hundred (E9).

A question is plain SQL, read-only and with a time limit (bewaking/actions.py); `%(nu)s` is the moment. What it finds has a
sentence for the beheerder without anything about a family.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bewaking import onderwerpen
from core import hardening, key_mark, named, session_upkeep, traces
from instanties import tweede_factor
from instanties.models import Regio
from logboek import zegels
from logboek.models import Zegel
from termijnen import soorten
from termijnen.models import STIL_NA
from termijnen.uitstel import wacht_ten_onrechte
from woorden.zinnen import zin

HOOGSTENS = 100
# How many of the last links of the logboek are read again; plan-controle.timer reads them all.
ZEGELS = 100
# Minutes that something may wait before it counts as standing still.
TE_LAAT, MAIL_TE_LANG, PDF_TE_LANG, ZEGEL_TE_LANG, TRANSACTIE_TE_LANG = 30, 24 * 60, 30, 60, 60


@dataclass(frozen=True)
class Controle:
    """One invariant. `zoek` gives the keys of what breaks it; `tekst` says what it means, `doen` what to do."""

    naam: str
    tekst: Any
    doen: Any
    zoek: Callable[[datetime], list[str]]


def _sql(vraag: str, extra: Callable[[], Mapping[str, Any]] = dict) -> Callable[[datetime], list[str]]:
    def zoek(nu: datetime) -> list[str]:
        grenzen: dict[str, Any] = {
            "nu": nu,
            "te_laat": nu - timedelta(minutes=TE_LAAT),
            "mail": nu - timedelta(minutes=MAIL_TE_LANG),
            "pdf": nu - timedelta(minutes=PDF_TE_LANG),
            "stil": nu - STIL_NA,
            "kiest": settings.OEFENOMGEVING,
        }
        with connection.cursor() as cursor:
            cursor.execute(f"{vraag} LIMIT {HOOGSTENS}", {**grenzen, **extra()})
            return [str(rij[0]) for rij in cursor.fetchall()]

    return zoek


def _keten(_nu: datetime) -> list[str]:
    """The last links of the logboek: the number of the one that doesn't hold."""
    laatste = Zegel.objects.order_by("-nummer").values_list("nummer", flat=True).first()
    try:
        jaren = Regio.objects.huidige().logboek_bewaren_jaren
        zegels.controleer(jaren=jaren, vanaf=max(1, (laatste or 1) - ZEGELS))
    except zegels.ZegelFout as fout:
        return [str(fout.nummer or "")]
    return []


def _sleutel(_nu: datetime) -> list[str]:
    """Whether SECRET_KEY is the one with which this database works; what breaks it is the installation itself."""
    return [] if key_mark.fits() else ["SECRET_KEY"]


def _namen(_nu: datetime) -> list[str]:
    """The keys of names that another version of the system made."""
    gevonden = (pk for model, volgorde in named.kinds() for pk, _naam in named.stale(model, volgorde))
    return [str(pk) for pk in islice(gevonden, HOOGSTENS)]


def _tweede_stap(_nu: datetime) -> list[str]:
    return tweede_factor.onleesbaar()[:HOOGSTENS]


# Really: not closed, and with a password or an OpenID provider. Who was only invited can't act yet. In the practice
# environment one chooses who to be.
_LOGT_IN = """(u.is_active AND (%(kiest)s OR u.password NOT LIKE '!%%'
    OR EXISTS (SELECT FROM socialaccount_socialaccount s WHERE s.user_id = u.id)))"""
_UITNODIGEN = _("Nodig bij Beheer, Mensen iemand uit die dit doet, of geef nieuwe toegang.")

_BEHEER = _("Geef dit door aan wie het systeem draait.")

CONTROLES: tuple[Controle, ...] = (
    Controle(
        "stagnatie_zonder_stap",
        _("Een vastgelopen plan heeft niet precies één open stap met een lopende termijn."),
        _BEHEER,
        _sql("""
            SELECT g.id FROM escalatie_stagnatie g
            LEFT JOIN escalatie_stap s ON s.stagnatie_id = g.id AND s.staat = 'open'
            LEFT JOIN termijnen_termijn t ON t.id IN (s.vastleggen_id, s.resultaat_id) AND t.staat = 'loopt'
            WHERE g.staat = 'open' GROUP BY g.id HAVING count(DISTINCT s.id) <> 1 OR count(t.id) <> 1"""),
    ),
    Controle(
        "houder_zonder_account",
        _("Een stap of termijn wordt bewaakt door iemand die niet meer kan inloggen."),
        _("Geef deze persoon weer toegang, of noem bij de instelling een ander."),
        _sql("""
            SELECT DISTINCT u.id FROM instanties_gebruiker u WHERE NOT u.is_active AND (
                EXISTS (SELECT FROM escalatie_stap s WHERE s.houder_id = u.id AND s.staat = 'open')
                OR EXISTS (SELECT FROM termijnen_termijn t WHERE t.houder_id = u.id AND t.staat = 'loopt'
                    AND t.soort LIKE 'stap%%'))"""),
    ),
    Controle(
        "coordinator_weg_en_niemand_die_kiest",
        zin(_("[Een zorgcoördinator] kan niet meer inloggen, en bij die instelling kan niemand een ander noemen.")),
        _("Maak iemand manager of bestuurder van die instelling."),
        _sql("""
            SELECT DISTINCT c.instelling_id FROM gezinnen_coordinatorschap c
            JOIN instanties_gebruiker u ON u.id = c.gebruiker_id AND NOT u.is_active
            JOIN gezinsplan_gezinsplan p ON p.gezin_id = c.gezin_id AND p.staat = 'actief'
            WHERE c.tot IS NULL AND NOT EXISTS (
                SELECT FROM instanties_functie f JOIN instanties_gebruiker m ON m.id = f.gebruiker_id AND m.is_active
                WHERE f.instelling_id = c.instelling_id AND f.rol IN ('manager', 'bestuurder')
                AND f.beeindigd_op IS NULL)"""),
    ),
    Controle(
        "plan_zonder_coordinator",
        zin(_("Een lopend plan heeft geen [zorgcoördinator] en staat op geen enkele lijst.")),
        _BEHEER,
        _sql("""
            SELECT p.id FROM gezinsplan_gezinsplan p WHERE p.staat = 'actief' AND NOT EXISTS (
                SELECT FROM gezinnen_coordinatorschap c WHERE c.gezin_id = p.gezin_id AND c.tot IS NULL)"""),
    ),
    Controle(
        "gezin_zonder_hoeder",
        _("Een gezin wordt door niemand vastgehouden, door twee, of door een ander dan wie het coördineert."),
        _BEHEER,
        _sql("""
            SELECT g.id FROM gezinnen_gezin g LEFT JOIN gezinnen_hoeder h ON h.gezin_id = g.id AND h.tot IS NULL
            LEFT JOIN gezinnen_coordinatorschap c ON c.gezin_id = g.id AND c.tot IS NULL
            GROUP BY g.id HAVING count(DISTINCT h.id) <> 1
            OR max(h.coordinatorschap_id::text) IS DISTINCT FROM max(c.id::text)"""),
    ),
    Controle(
        "vastgehouden_bij_niemand",
        zin(_("Een gezin zonder [zorgcoördinator] wordt vastgehouden door iemand die daar niet meer werkt.")),
        _("Maak iemand manager of bestuurder van die instelling."),
        _sql("""
            SELECT h.id FROM gezinnen_hoeder h WHERE h.vorm = 'signaalhouder' AND h.tot IS NULL AND NOT EXISTS (
                SELECT FROM instanties_functie f JOIN instanties_gebruiker u ON u.id = f.gebruiker_id AND u.is_active
                WHERE f.instelling_id = h.instelling_id AND f.beeindigd_op IS NULL
                AND (f.gebruiker_id = h.gebruiker_id OR f.rol IN ('leidinggevende', 'manager', 'bestuurder')))"""),
    ),
    Controle(
        "signaal_bij_niemand",
        zin(_("Een signaal over een gezin wacht bij [een sociaal team] waar niemand het kan lezen.")),
        zin(_("Geef iemand daar de rol van lid van [het sociaal team], of van manager.")),
        _sql("""
            SELECT s.id FROM zorgcoordinatie_signaal s WHERE s.staat = 'wacht' AND NOT EXISTS (
                SELECT FROM instanties_functie f JOIN instanties_gebruiker u ON u.id = f.gebruiker_id AND u.is_active
                WHERE f.instelling_id = s.instelling_id AND f.rol IN ('sociaal_team', 'leidinggevende', 'manager', 'bestuurder')
                AND f.beeindigd_op IS NULL)"""),
    ),
    Controle(
        "twee_coordinatoren",
        zin(_("Een gezin heeft twee [zorgcoördinatoren].")),
        _BEHEER,
        _sql("""
            SELECT gezin_id FROM gezinnen_coordinatorschap WHERE tot IS NULL GROUP BY gezin_id HAVING count(*) > 1"""),
    ),
    Controle(
        "termijn_te_laat",
        _("Een termijn is voorbij, maar de klok heeft er niets mee gedaan."),
        _("Kijk of de klok loopt. Loopt zij, geef dit dan door aan wie het systeem draait."),
        _sql("""
            SELECT id FROM termijnen_termijn
            WHERE staat = 'loopt' AND aan_de_beurt_op < %(te_laat)s AND pogingen = 0"""),
    ),
    Controle(
        "termijn_wacht_ten_onrechte",
        _("Een termijn is voorbij, en de klok wacht ermee terwijl dat niet mag."),
        _BEHEER,
        lambda nu: [str(pk) for pk in wacht_ten_onrechte(nu, nu - timedelta(minutes=TE_LAAT))[:HOOGSTENS]],
    ),
    Controle(
        "termijn_mislukt",
        _("De klok kon een termijn niet afhandelen en probeert het al een dag."),
        _("Kijk bij 'Wat de klok niet kon doen', en geef dit door aan wie het systeem draait."),
        _sql("""
            SELECT DISTINCT f.termijn_id FROM termijnen_klokfout f JOIN termijnen_termijn t ON t.id = f.termijn_id
            WHERE f.opgelost_op IS NULL AND t.staat = 'loopt' AND f.op < %(mail)s"""),
    ),
    Controle(
        "onbekende_soort",
        _("Er loopt een termijn van een soort die deze versie niet kent."),
        _("Er draait een oudere versie dan waarmee is gewerkt. Geef dit door aan wie het systeem draait."),
        _sql(
            "SELECT DISTINCT soort FROM termijnen_termijn WHERE staat = 'loopt' AND soort <> ALL(%(bekend)s)",
            lambda: {"bekend": soorten.namen()},
        ),
    ),
    Controle(
        "termijn_zonder_onderwerp",
        _("Er loopt een termijn van iets dat er niet meer is, of dat al klaar is."),
        _BEHEER,
        _sql(onderwerpen.termijn_waarvan_niets_meer_open_is()),
    ),
    Controle(
        "onderwerp_zonder_termijn",
        _("Er wacht iets op een antwoord of een daad, maar er loopt geen termijn van: de klok vraagt er niet naar."),
        _BEHEER,
        _sql(onderwerpen.open_waarvan_geen_termijn_loopt()),
    ),
    Controle(
        "klok_staat_stil",
        _("De klok staat stil of wordt vastgehouden."),
        _("Kijk bij 'De klok' wat u kunt doen."),
        _sql("SELECT 'klok' WHERE NOT EXISTS (SELECT FROM termijnen_kloktik WHERE laatste_op > %(stil)s)"),
    ),
    Controle(
        "mail_mislukt",
        _("Een mail is na alle pogingen niet aangekomen."),
        _("Kijk bij 'Mails die niet aankwamen' wat de mailserver zei."),
        _sql("SELECT id FROM berichten_bericht WHERE mail_staat = 'mislukt'"),
    ),
    Controle(
        "mail_wacht_te_lang",
        _("Een mail had een dag geleden verstuurd moeten zijn."),
        _("Kijk of de mailserver antwoordt, en of de klok loopt."),
        _sql("""
            SELECT id FROM berichten_bericht
            WHERE mail_staat = 'te_verzenden' AND volgende_poging_op < %(mail)s"""),
    ),
    Controle(
        "pdf_blijft_hangen",
        _("Een plan op papier is gevraagd en niet gemaakt."),
        _("Kijk of de worker draait en of de schijf niet vol is."),
        _sql("SELECT id FROM gezinsplan_pdfopdracht WHERE staat IN ('wacht', 'bezig') AND gevraagd_op < %(pdf)s"),
    ),
    Controle(
        "onderdeel_volgt_niet",
        _("Een onderdeel van een plan gaat over iets anders dan zijn doel, terwijl niemand het apart zette."),
        _("Wie het leest, kan te veel of te weinig zien. Geef dit meteen door aan wie het systeem draait."),
        _sql("""
            SELECT deel.id FROM gezinsplan_doel boven JOIN (
                SELECT id, doel_id AS boven_id, apart, onderwerpen FROM gezinsplan_afspraak
                UNION ALL SELECT id, hoofddoel_id, apart, onderwerpen FROM gezinsplan_doel
            ) deel ON deel.boven_id = boven.id AND NOT deel.apart
            WHERE deel.onderwerpen IS DISTINCT FROM boven.onderwerpen"""),
    ),
    Controle(
        "vlag_gaat_niet_mee",
        _("Een veiligheidsvlag geldt niet voor elke rij waaronder dezelfde persoon in een plan staat."),
        _("Iemand kan te veel lezen. Geef dit meteen door aan wie het systeem draait."),
        _sql("""
            SELECT DISTINCT v.id FROM toestemming_veiligheidsvlag v
            JOIN gezinnen_deelnemer wie ON wie.id = v.voor_wie_id
            JOIN gezinnen_deelnemer ook ON ook.gezin_id = v.gezin_id AND ook.gestopt_op IS NULL
                AND (ook.naam_sleutel = wie.naam_sleutel OR ook.gebruiker_id = wie.gebruiker_id)
            WHERE v.tot IS NULL AND ook.id <> wie.id AND ook.id <> ALL(v.over_wie) AND NOT EXISTS (
                SELECT FROM toestemming_veiligheidsvlag mee WHERE mee.voor_wie_id = ook.id
                AND (mee.volgt_id = v.id OR mee.tot IS NULL AND mee.over_wie @> v.over_wie))"""),
    ),
    Controle(
        "grond_voorbij_zijn_einde",
        _("Een toestemming of andere grondslag is voorbij, maar staat nog als lopend."),
        _("Er is niets te zien dat niet mag: wat voorbij is, opent niets. Geef dit door aan wie het systeem draait."),
        _sql("""
            SELECT g.id FROM toestemming_grondslag g JOIN toestemming_grondslagsoort s ON s.code = g.soort
            WHERE g.tot IS NULL AND g.uiterlijk < %(mail)s AND g.soort = 'toestemming'"""),
    ),
    Controle(
        "grond_zonder_rol",
        zin(_("Iemand heeft zicht als [zorgcoördinator] zonder dat te zijn, of is het zonder dat zicht.")),
        _BEHEER,
        _sql("""
            SELECT coalesce(g.gezin_id, c.gezin_id)
            FROM (SELECT gezin_id, gebruiker_id FROM toestemming_grondslag
                WHERE soort = 'coordinatie' AND tot IS NULL AND gebruiker_id IS NOT NULL) g
            FULL JOIN (SELECT gezin_id, gebruiker_id FROM gezinnen_coordinatorschap WHERE tot IS NULL) c
                ON c.gezin_id = g.gezin_id AND c.gebruiker_id = g.gebruiker_id
            WHERE g.gezin_id IS NULL OR c.gezin_id IS NULL"""),
    ),
    Controle(
        "recht_na_de_stap",
        zin(_("Iemand leest nog [een escalatiebericht] van een stap die voorbij is.")),
        _BEHEER,
        _sql("""
            SELECT g.id FROM toestemming_grondslag g
            WHERE g.soort = 'doorzettingsmacht' AND g.tot IS NULL AND NOT EXISTS (
                SELECT FROM escalatie_stap s JOIN escalatie_stagnatie v ON v.id = s.stagnatie_id
                WHERE s.id = g.voor_object AND v.staat = 'open')"""),
    ),
    Controle(
        "logboek_onverzegeld",
        _("Het logboek wordt niet meer verzegeld."),
        _("Vaak houdt een vastgelopen verbinding met de database dit op. Geef dit door aan wie het systeem draait."),
        _sql(
            """
            SELECT min(r.op) FROM logboek_regel r
            WHERE r.positie >= (SELECT coalesce(max(tot), 0) FROM logboek_zegel)
            HAVING min(r.op) < now() - %(zegel)s * interval '1 minute'""",
            lambda: {"zegel": ZEGEL_TE_LANG},
        ),
    ),
    Controle(
        "oude_transactie",
        _("Een verbinding met de database is al een uur met hetzelfde bezig."),
        _("Zolang dat duurt, wordt het logboek niet verzegeld. Geef het nummer door aan wie het systeem draait."),
        _sql(
            """
            SELECT pid || ' (' || date_trunc('minute', now() - xact_start) || ')' FROM pg_stat_activity
            WHERE datname = current_database() AND xact_start < now() - %(oud)s * interval '1 minute'
            AND pid <> pg_backend_pid()""",
            lambda: {"oud": TRANSACTIE_TE_LANG},
        ),
    ),
    Controle(
        "gemeente_waar_niemand_inlogt",
        _("Bij een gemeente die meedoet kan de ambtenaar niet inloggen, en de vervanger ook niet."),
        _UITNODIGEN,
        _sql(f"""
            SELECT g.id FROM instanties_gemeente g WHERE g.actief AND NOT EXISTS (
                SELECT FROM instanties_gebruiker u WHERE u.id IN (g.ambtenaar_id, g.vervanger_id) AND {_LOGT_IN})"""),  # noqa: S608
    ),
    Controle(
        "niveau_zonder_beslisser",
        _("Bij een gemeente die meedoet is er geen wethouder of burgemeester genoemd die kan inloggen."),
        _UITNODIGEN,
        _sql(f"""
            SELECT g.id FROM instanties_gemeente g WHERE g.actief AND NOT EXISTS (
                SELECT FROM instanties_gebruiker u WHERE u.id = g.bestuur_id AND {_LOGT_IN}) AND EXISTS (
                SELECT FROM escalatie_modelniveau n JOIN escalatie_modelstap s ON s.id = n.modelstap_id
                JOIN escalatie_escalatiemodel m ON m.id = s.model_id WHERE m.actief AND n.houder = 'bestuur')"""),  # noqa: S608
    ),
    Controle(
        "manager_logt_niet_in",
        _("Een instelling die een plan mee uitvoert heeft geen manager of bestuurder die kan inloggen."),
        _UITNODIGEN,
        _sql(f"""
            SELECT i.id FROM instanties_instelling i
            WHERE i.actief AND NOT EXISTS (
                SELECT FROM instanties_functie f JOIN instanties_gebruiker u ON u.id = f.gebruiker_id
                WHERE f.instelling_id = i.id AND f.rol IN ('manager', 'bestuurder') AND f.beeindigd_op IS NULL
                AND {_LOGT_IN})
            AND EXISTS (
                SELECT FROM gezinsplan_gezinsplan p WHERE p.staat = 'actief' AND (
                    EXISTS (SELECT FROM gezinnen_coordinatorschap c
                        WHERE c.gezin_id = p.gezin_id AND c.instelling_id = i.id AND c.tot IS NULL)
                    OR EXISTS (SELECT FROM gezinnen_deelnemer d
                        WHERE d.gezin_id = p.gezin_id AND d.instelling_id = i.id AND d.gestopt_op IS NULL)))"""),  # noqa: S608
    ),
    Controle(
        "geen_privacy_officer_logt_in",
        _("Er is geen privacy officer die kan inloggen: niemand kan het logboek bevragen."),
        _UITNODIGEN,
        _sql(f"""
            SELECT 'regio' FROM instanties_gemeente g WHERE g.actief AND NOT EXISTS (
                SELECT FROM instanties_functie f JOIN instanties_gebruiker u ON u.id = f.gebruiker_id
                WHERE f.rol = 'privacy_officer' AND f.beeindigd_op IS NULL AND {_LOGT_IN})"""),  # noqa: S608
    ),
    Controle(
        "minder_dan_twee_beheerders",
        _("Er zijn geen twee functioneel beheerders die kunnen inloggen: niemand kan een rol van de ander bevestigen."),
        _("Maak iemand beheerder bij Beheer, Mensen; of wie het systeem draait, doet het met 'eerste_beheerder'."),
        _sql(f"""
            SELECT 'regio' FROM instanties_gemeente g WHERE g.actief AND 2 > (
                SELECT count(DISTINCT u.id) FROM instanties_functie f JOIN instanties_gebruiker u ON u.id = f.gebruiker_id
                WHERE f.rol = 'beheerder' AND f.beeindigd_op IS NULL AND {_LOGT_IN})"""),  # noqa: S608
    ),
    Controle(
        "rol_zonder_tweede_persoon",
        _("Een rol staat als bevestigd, maar niemand zei er ja op."),
        _("Beëindig deze rol bij Beheer, Mensen, en waarschuw de privacy officer."),
        _sql("""
            SELECT f.id FROM instanties_functie f JOIN instanties_functieverzoek v ON v.id = f.verzoek_id
            WHERE v.staat <> 'ja' OR v.gebruiker_id <> f.gebruiker_id OR v.rol <> f.rol
            OR v.instelling_id IS DISTINCT FROM f.instelling_id OR v.gemeente_id IS DISTINCT FROM f.gemeente_id"""),
    ),
    Controle(
        "sessies_blijven_liggen",
        _("Van een sessie die voorbij is, of van tekst die te lang wachtte, is nog iets bewaard."),
        _("Niemand kan het zien, maar het hoort weg te zijn. Kijk of de worker draait."),
        lambda _nu: session_upkeep.overdue(timezone.now())[:HOOGSTENS],
    ),
    Controle(
        "log_van_de_database",
        _("In het log van de database kan tekst van gezinnen komen."),
        _("Wie het systeem draait, zet op de databaseserver wat in deploy/postgresql.conf staat."),
        lambda _nu: traces.of_the_database(connection.alias),
    ),
    Controle(
        "broker_bewaart",
        _("Redis bewaart op schijf wat erdoorheen gaat."),
        _("Wie het systeem draait, zet op de server van Redis wat in deploy/redis.conf staat."),
        lambda _nu: traces.of_the_broker(),
    ),
    Controle(
        "namen_niet_te_vinden",
        _("Een naam is niet te vinden zoals die er staat, of staat in een lijst op de verkeerde plek."),
        _("Wie het systeem draait, voert manage.py naamsleutels uit. Dat hoort bij elke nieuwe versie."),
        _namen,
    ),
    Controle(
        "geschiedenis_te_omzeilen",
        _("De rol van de app kan in de database iets veranderen zonder geschiedenis."),
        _BEHEER,
        lambda _nu: hardening.open_to(connection.alias),
    ),
    Controle(
        "andere_sleutel",
        _("SECRET_KEY is een andere dan waarmee deze database werkt."),
        _("Wie het systeem draait, zet de oude sleutel terug, of volgt 'Een geheim kwijt' in de handleiding."),
        _sleutel,
    ),
    Controle(
        "tweede_stap_onleesbaar",
        _("De tweede stap van iemand is met een andere sleutel versleuteld: die komt er niet in."),
        _("Geef deze persoon nieuwe toegang, bij Beheer, Mensen."),
        _tweede_stap,
    ),
    Controle(
        "keten_van_het_logboek",
        _("De zegels van het logboek kloppen niet."),
        _("Er is iets aan het logboek veranderd. Waarschuw de privacy officer, en bewaar een kopie van de database."),
        _keten,
    ),
)

PER_NAAM = {controle.naam: controle for controle in CONTROLES}
