"""The ledger of our tables: one line per model, that says where a person's data lies and what happens to it.

A new model needs its line here; `tests/huis/test_tables.py` fails without one and verifies all that can be verified.
Event tables of pghistory belong to the line of the model that they follow, as do tables that only join two others.

Each line says, in this order:

family       the lookup from a row to its Gezin, a column that holds the family's id, or why there is none
zicht        what limits who sees it (T3)
history      how an earlier value is found again (G7, X1)
stopping     what of it ends when a person stops: the function that does so, or the test that shows it
destruction  whether destroying a family reaches it, and how (X4)
retention    what takes it away when its time is over (X4)
merging      what happens when two rows turn out to be one person or one family (I9)
texts        each text that somebody can type: its marker in the every-way-out test, or why it has none. A text with
             fixed choices is a code and needs no line.

`NotBuilt` is a promise that nobody keeps yet: counted and printed, never done.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Path:
    """A lookup to Gezin; each hop is verified."""

    lookup: str


@dataclass(frozen=True)
class Column:
    """A bare uuid of a family or a person: no foreign key, so that a row outlives what it is about."""

    name: str


@dataclass(frozen=True)
class By:
    """The function, method or test that does it, by its dotted name; it is verified that it is there."""

    name: str


@dataclass(frozen=True)
class Rows:
    """Earlier values are rows: of this model itself, or of another."""

    model: str


@dataclass(frozen=True)
class Not:
    """It doesn't, and why that is right."""

    why: str


@dataclass(frozen=True)
class NotBuilt:
    """It should, and doesn't yet: the requirement that asks for it."""

    requirement: str
    how: str = ""


@dataclass(frozen=True)
class Marker:
    """A word of its own in the every-way-out test.

    `stays`: who takes part may read it whatever consent says; why. `as_typed`: why the names in it are read as somebody typed
    them; empty: who reads it sees no name behind a function in it, nor of a sensitive instelling (`namen_in_tekst_voor`).
    """

    stays: str = ""
    as_typed: str = ""


class Pghistory:
    """Every change is a row of its event table, to which the app can only add."""


PGHISTORY = Pghistory()
MARKER = Marker()
_IS_A_NAME = "a name, an address or a number itself"
A_NAME = Marker(as_typed=_IS_A_NAME)
A_TITLE = Marker(as_typed="the words by which a part is called, in every list and link: whoever types them reads that")


@dataclass(frozen=True, kw_only=True)
class Table:
    """One line."""

    family: Path | Column | Not
    zicht: By | Not
    history: Pghistory | Rows | By | Not
    stopping: By | Not
    destruction: By | NotBuilt | Not
    retention: By | NotBuilt | Not
    merging: By | NotBuilt | Not
    texts: dict[str, Marker | Not] = field(default_factory=dict)


# What holds for many lines.
_NO_FAMILY = Not("of the region, not of a family")
WITH_FAMILY = NotBuilt("X4", "goes with its family")
_WITH_PERSON = NotBuilt("X4", "goes with the account")
_FOLLOWS = NotBuilt("I9", "moves along with the person or the family")
_ACCOUNT_ONE = NotBuilt("I9", "two accounts of one person become one")
_NOTHING_TO_MERGE = Not("nobody's: there is nothing to put together")
_STAYS = Not("what was said or agreed stays, with who said it")
_OF_INTAKE = Not("said before there is a family: read by the intakepunt and who sent it, and shown in no plan")
_OF_REGION = Not("kept as long as the region works with it")
_LOGGED = By("instanties.actions.organisaties._noteer")
_HASH = Not("a hash: nobody can read it back")
_TEAM_OF_STAGNATIE = By("escalatie.zicht.zichten")
_COURSE = Rows("escalatie.Gebeurtenis")
_NAMES = "names are known to whoever takes part in the plan (G4)"
_WORD_OF_REGION = Not("of the region's vocabulary: no family data")
_OF_ORGANISATION = Not("of an organisation, in the sociale kaart for every professional (I2)")
_OF_ACCOUNT = Not("of the account: told to whoever works with this person (I5)")
_METHOD = Not("the ladder of the region: no family data")
_IN_THE_LOG = Not("the log takes no text of its own: the words of all others are sought in it")
_PRACTICE = Not("the practice environment only, where everything is invented")


def _of_family(
    lookup: str, zicht: str, *, stopping: By | Not = _STAYS, history: object, **texts: Marker | Not
) -> Table:
    """A line of what belongs to one family and goes with it."""
    return Table(
        family=Path(lookup),
        zicht=By(zicht),
        history=history,
        stopping=stopping,
        destruction=WITH_FAMILY,
        retention=WITH_FAMILY,
        merging=_FOLLOWS,
        texts=texts,
    )


def _of_region(
    zicht: str,
    *,
    history: object = _LOGGED,
    stopping: By | Not = Not("of nobody in particular"),
    retention: By | Not = _OF_REGION,
    merging: NotBuilt | Not = _NOTHING_TO_MERGE,
    **texts: Marker | Not,
) -> Table:
    """A line of what no family owns."""
    return Table(
        family=_NO_FAMILY,
        zicht=By(zicht),
        history=history,
        stopping=stopping,
        destruction=_NO_FAMILY,
        retention=retention,
        merging=merging,
        texts=texts,
    )


TABLES: dict[str, Table] = {
    # gezinnen
    "gezinnen.Gezin": Table(
        family=Path(""),
        zicht=By("toestemming.zicht.zichtbare_gezinnen"),
        history=PGHISTORY,
        stopping=Not("a family doesn't stop: its plan is closed (Z5)"),
        destruction=NotBuilt("X4", "one function of the owner, asked for by two people"),
        retention=NotBuilt("X4", "as long as the law says, after the plan was closed"),
        merging=NotBuilt("I9", "two rows of one family become one, with both plans kept"),
        texts={"naam": Marker(_NAMES, as_typed=_IS_A_NAME)},
    ),
    "gezinnen.GezinRechtVerlening": _of_family(
        "content_object",
        "gezinnen.permissions.rechten",
        history=By("gezinnen.actions.toegang._log_rechten"),
        stopping=By("gezinnen.permissions.herzie_verleningen"),
    ),
    "gezinnen.Huishouden": _of_family(
        "gezin", "toestemming.zicht.Blik.huishoudens", history=PGHISTORY, naam=A_NAME, adres=A_NAME
    ),
    "gezinnen.Deelnemer": _of_family(
        "gezin",
        "toestemming.zicht.Blik.deelnemers",
        history=PGHISTORY,
        stopping=By("gezinnen.actions.stop_deelname"),
        naam=Marker(_NAMES, as_typed=_IS_A_NAME),
        telefoon=A_NAME,
        email=A_NAME,
        taal=A_NAME,
        relatie_tot_gezin=A_NAME,
        werkelijke_naam=A_NAME,
        reden_functienaam=MARKER,
        waarom_gestopt=MARKER,
    ),
    "gezinnen.Gezag": _of_family(
        "kind__gezin", "toestemming.zicht.Blik.mag_persoonlijk", history=PGHISTORY, waarom_geeindigd=MARKER
    ),
    "gezinnen.Coordinatorschap": _of_family(
        "gezin",
        "gezinsplan.permissions.plannen_zonder_coordinator",
        history=PGHISTORY,
        stopping=By("gezinnen.vertrek.wat_blijft_liggen"),
        waarom=MARKER,
    ),
    "gezinnen.Hoeder": _of_family(
        "gezin",
        "zorgcoordinatie.selectie.vastgehouden",
        history=PGHISTORY,
        stopping=By("gezinnen.vertrek.wat_blijft_liggen"),
    ),
    "gezinnen.Herstelverzoek": _of_family(
        "deelnemer__gezin",
        "gezinnen.selectie.herstel_aan_mij_gevraagd",
        history=By("gezinnen.actions.herstel._noteer"),
        hoe_gezegd=Not("always empty here: the second person answers himself (a constraint)"),
    ),
    # termijnen
    "termijnen.Termijn": _of_family(
        "gezin",
        "termijnen.models.TermijnQuerySet.gevraagd_aan",
        history=Rows("termijnen.TermijnWijziging"),
        stopping=By("gezinsplan.actions.mensen.herzie_wie_gevraagd_wordt"),
        soort=Not("the name of a kind"),
    ),
    "termijnen.Gevraagd": _of_family(
        "termijn__gezin",
        "termijnen.models.TermijnQuerySet.gevraagd_aan",
        history=Not("who is asked follows from the plan; who was told is a Bericht"),
        stopping=By("gezinsplan.actions.mensen.herzie_wie_gevraagd_wordt"),
    ),
    "termijnen.TermijnWijziging": _of_family(
        "termijn__gezin",
        "gezinsplan.models.AfspraakQuerySet.zichtbaar_voor",
        history=Rows("termijnen.TermijnWijziging"),
        reden=MARKER,
    ),
    "termijnen.Herinnering": _of_family(
        "termijn__gezin",
        "termijnen.inbox.termijnen_van",
        history=Not("a moment to come; it goes when it was sent or the term ended"),
        stopping=By("termijnen.actions.leven.beeindig"),
    ),
    "termijnen.Klokfout": _of_family(
        "termijn__gezin",
        "instanties.permissions.vereist_beheerder",
        history=Rows("termijnen.Klokfout"),
        melding=Not("the kind of fault and the line of code, cut by termijnen.actions.klok._kort: no values"),
    ),
    "termijnen.Kloktik": _of_region(
        "instanties.permissions.vereist_beheerder", history=Not("the last tick only; the log has the rest")
    ),
    # toestemming
    "toestemming.Veiligheidsvlag": _of_family(
        "gezin",
        "toestemming.views.bescherming._zichtbare_vlaggen",
        history=PGHISTORY,
        stopping=Not("silence and leaving never end a protection: only toestemming.actions.hef_vlag_op does (S19)"),
        reden=MARKER,
        bedoeld_voor=MARKER,
        bedoeld_over=MARKER,
        waarom_opgeheven=MARKER,
    ),
    "toestemming.Vlagverzoek": _of_family(
        "vlag__gezin",
        "toestemming.beoordelaars.mag_beantwoorden",
        history=PGHISTORY,
        stopping=By("toestemming.actions.vlagverzoeken.verstreken"),
        waarom=MARKER,
        hoe_gezegd=Not("asked of one person, who answers himself: nobody writes it down for another"),
    ),
    "toestemming.Deelkeuze": _of_family("gezin", "toestemming.zicht.Blik.onderdeel_q", history=PGHISTORY),
    "toestemming.Toestemmingsgesprek": _of_family(
        "gezin",
        "toestemming.stand.Stand.van_lid",
        history=PGHISTORY,
        stopping=By("toestemming.actions.gevolgen.bij_stoppen_deelname"),
        doel=Marker(as_typed="the words that were signed stand as they stood on the sheet"),
        tekst=Not("made by the system of `doel` and the lines below it; their words are sought"),
        tekst_sha256=_HASH,
    ),
    "toestemming.Toestemming": _of_family(
        "gezin",
        "toestemming.stand.Stand.van_lid",
        history=PGHISTORY,
        stopping=By("toestemming.actions.gevolgen.bij_stoppen_deelname"),
    ),
    "toestemming.Handtekening": _of_family(
        "toestemming__gezin", "toestemming.stand.Stand.van_lid", history=PGHISTORY, bewijs=MARKER
    ),
    "toestemming.Poging": _of_family(
        "gezin", "toestemming.stand.Stand.tekenaars", history=PGHISTORY, hoe=MARKER, uitkomst=MARKER
    ),
    "toestemming.Grondslagsoort": _of_region(
        "instanties.permissions.vereist_beheerder",
        history=By("toestemming.actions.soorten.leg_soort_vast"),
        code=Not("the name of a kind"),
        naam=_WORD_OF_REGION,
        uitleg=_WORD_OF_REGION,
    ),
    "toestemming.Grondslag": _of_family(
        "gezin",
        "toestemming.zicht.gronden_van",
        history=Rows("toestemming.Grondslag"),
        stopping=By("toestemming.actions.gevolgen.bij_stoppen_deelname"),
        reden=MARKER,
        kenmerk=MARKER,
    ),
    "toestemming.Intrekking": _of_family(
        "gezin", "toestemming.stand.Stand.van_lid", history=PGHISTORY, uitkomst=MARKER
    ),
    "toestemming.Weigering": _of_family(
        "gezin",
        "toestemming.stand.Stand.van_lid",
        history=PGHISTORY,
        stopping=Not("it lasts, also for who leaves and comes back, until the same yes: tests/toestemming/test_nee.py"),
        telt=Not("keys of people, made by toestemming.actions.herzien"),
    ),
    "toestemming.Verjaardag": _of_family(
        "gezinslid__gezin",
        "toestemming.verwoording.over_verjaardag",
        history=Not("follows from the birth date, whose changes are kept"),
        stopping=By("toestemming.actions.verjaardagen.plan_verjaardag"),
    ),
    "toestemming.Vertegenwoordiging": _of_family(
        "wie__gezin",
        "toestemming.permissions.met_gezin",
        history=PGHISTORY,
        stopping=By("toestemming.actions.beeindig_vertegenwoordiging"),
        reden=MARKER,
    ),
    # zorgcoordinatie
    "zorgcoordinatie.Signaal": Table(
        family=Path("gezin"),
        zicht=By("zorgcoordinatie.selectie.aan_mij_gevraagd"),
        history=Rows("zorgcoordinatie.Signaal"),
        stopping=By("zorgcoordinatie.selectie.aan_mij_gevraagd"),
        destruction=NotBuilt("X4", "goes with its family; without one by vernietig_oude"),
        retention=By("zorgcoordinatie.actions.vernietig_oude"),
        merging=_FOLLOWS,
        texts={
            "hoe_gezegd": Not("always empty here: the team answers itself"),
            **dict.fromkeys(("naam", "telefoon", "wat", "waarom_zonder", "waarom_niet"), _OF_INTAKE),
        },
    ),
    # gezinsplan
    "gezinsplan.Gezinsplan": _of_family(
        "gezin",
        "toestemming.zicht.Blik.mag_afstemming",
        history=PGHISTORY,
        afstemming=Marker("how people keep in touch is for whoever takes part (G4, zicht.Blik.mag_afstemming)"),
    ),
    "gezinsplan.Doel": _of_family(
        "plan__gezin",
        "gezinsplan.models.DoelQuerySet.zichtbaar_voor",
        history=PGHISTORY,
        tekst=A_TITLE,
        gesteld_door=MARKER,
        waarom=MARKER,
        gevolg=MARKER,
        viering=MARKER,
        waarom_gestopt=MARKER,
    ),
    "gezinsplan.Afspraak": _of_family(
        "doel__plan__gezin",
        "gezinsplan.models.AfspraakQuerySet.zichtbaar_voor",
        history=PGHISTORY,
        stopping=By("gezinsplan.actions.mensen.herzie_wie_gevraagd_wordt"),
        wat=A_TITLE,
        herhaling=A_TITLE,
        hoe_gehoord=MARKER,
        waarom_vervallen=MARKER,
    ),
    "gezinsplan.Aanvaarding": _of_family(
        "afspraak__doel__plan__gezin",
        "gezinsplan.models.AfspraakQuerySet.zichtbaar_voor",
        history=Rows("gezinsplan.Aanvaarding"),
        hoe_gezegd=MARKER,
        reden=MARKER,
    ),
    "gezinsplan.AfstemmingZonderGezin": _of_family(
        "gezin",
        "gezinsplan.models.afstemming.AfstemmingQuerySet.zichtbaar_voor",
        history=Not("written once; the family's answer is filled in once, with when and by whom"),
        toelichting=MARKER,
    ),
    "gezinsplan.Navraag": _of_family(
        "afspraak__doel__plan__gezin",
        "gezinsplan.models.AfspraakQuerySet.zichtbaar_voor",
        history=By("gezinsplan.actions.navraag._bewaar_eerder_antwoord"),
        stopping=By("gezinsplan.actions.mensen.herzie_wie_gevraagd_wordt"),
        toelichting=MARKER,
    ),
    "gezinsplan.Gesprek": _of_family(
        "afspraak__doel__plan__gezin",
        "gezinsplan.models.AfspraakQuerySet.zichtbaar_voor",
        history=Not("written once when it was held; its term has its own rows"),
        stopping=By("gezinsplan.actions.mensen.herzie_wie_gevraagd_wordt"),
        aanleiding=MARKER,
        uitkomst=MARKER,
    ),
    "gezinsplan.EenmaligeLink": _of_family(
        "navraag__afspraak__doel__plan__gezin",
        "gezinsplan.models.link.EenmaligeLinkQuerySet.levend",
        history=Rows("gezinsplan.EenmaligeLink"),
        stopping=By("tests.gezinsplan.test_eenmalige_link.test_whatever_ends_it_ends_the_link_at_once"),
        geheim_hash=_HASH,
        code_hash=_HASH,
        email=Not("the mail address of the doer as it was then; on no page"),
    ),
    "gezinsplan.PdfOpdracht": Table(
        family=Path("plan__gezin"),
        zicht=By("gezinsplan.actions.papier.haal_op"),
        history=Not("a copy for one reader for an hour"),
        stopping=By("gezinsplan.actions.papier.haal_op"),
        destruction=WITH_FAMILY,
        retention=By("gezinsplan.actions.papier.maak_wachtende"),
        merging=Not("gone before anybody merges"),
        texts={"zicht_kenmerk": _HASH},
    ),
    "gezinsplan.Evaluatie": _of_family(
        "doel__plan__gezin",
        "gezinsplan.models.DoelQuerySet.zichtbaar_voor",
        history=Rows("gezinsplan.Evaluatie"),
        waarom=MARKER,
        vervolg=MARKER,
    ),
    "gezinsplan.Reactie": Table(
        family=Path("doel__plan__gezin"),
        zicht=By("gezinsplan.models.DoelQuerySet.zichtbaar_voor"),
        history=Rows("gezinsplan.Reactie"),
        stopping=_STAYS,
        destruction=NotBuilt("X4", "goes with its goal, or with its afspraak"),
        retention=WITH_FAMILY,
        merging=_FOLLOWS,
        texts={"tekst": MARKER},
    ),
    # escalatie
    "escalatie.Escalatiemodel": _of_region(
        "escalatie.permissions.met_stagnatie", history=Rows("escalatie.Escalatiemodel"), naam=_METHOD
    ),
    "escalatie.Modelstap": _of_region(
        "escalatie.permissions.met_stagnatie",
        history=Rows("escalatie.Escalatiemodel"),
        naam=_METHOD,
        naam_voor_gezin=_METHOD,
    ),
    "escalatie.Modelspoor": _of_region(
        "escalatie.permissions.met_stagnatie", history=Rows("escalatie.Escalatiemodel"), naam=_METHOD, wanneer=_METHOD
    ),
    "escalatie.Modelcriterium": _of_region(
        "escalatie.permissions.met_stagnatie",
        history=Rows("escalatie.Escalatiemodel"),
        letter=_METHOD,
        vraag=_METHOD,
        verwijzing=_METHOD,
    ),
    "escalatie.Modelniveau": _of_region(
        "escalatie.permissions.met_stagnatie",
        history=Rows("escalatie.Escalatiemodel"),
        naam=_METHOD,
        naam_voor_gezin=_METHOD,
        wanneer=_METHOD,
    ),
    "escalatie.LangsteTermijn": _of_region(
        "escalatie.permissions.met_stagnatie", history=Rows("escalatie.Escalatiemodel")
    ),
    "escalatie.Stagnatie": _of_family(
        "gezin",
        "escalatie.zicht.zichtbare_stagnaties",
        history=_COURSE,
        toelichting=MARKER,
        geleerd=MARKER,
    ),
    "escalatie.StagnatieRechtVerlening": _of_family(
        "content_object__gezin",
        "escalatie.permissions.rechten",
        history=By("escalatie.actions.toegang.herzie_toegang"),
        stopping=By("escalatie.actions.toegang.herzie_toegang"),
    ),
    "escalatie.StagnatieAfspraak": _of_family("stagnatie__gezin", "escalatie.selectie.afspraken", history=_COURSE),
    "escalatie.Medepartij": _of_family("stagnatie__gezin", "escalatie.gelezen.verloop_van", history=_COURSE),
    "escalatie.BetrokkenOrganisatie": _of_family(
        "stagnatie__gezin",
        "escalatie.permissions.heeft_recht_q",
        history=_COURSE,
        stopping=By("escalatie.actions.toegang.herzie_toegang"),
    ),
    "escalatie.Escalatiebericht": _of_family(
        "stagnatie__gezin",
        "escalatie.zicht.Zicht.bericht",
        history=PGHISTORY,
        doel=Not("the words of Doel.tekst, which is sought"),
        afgesproken=MARKER,
        ontbreekt=MARKER,
        gevraagd=MARKER,
        visie_gezin=MARKER,
        hoe_gelezen=MARKER,
    ),
    "escalatie.Berichtlezing": _of_family(
        "bericht__stagnatie__gezin",
        "escalatie.vrijgave.met_lezers",
        history=PGHISTORY,
        hoe=Not("the same words as Escalatiebericht.hoe_gelezen, which is sought"),
    ),
    "escalatie.Stap": _of_family(
        "stagnatie__gezin",
        "escalatie.beeld._toelichting",
        history=_COURSE,
        stopping=By("escalatie.actions.overdragen.herbezet_zonder"),
        toelichting=MARKER,
    ),
    "escalatie.Actie": _of_family(
        "stap__stagnatie__gezin",
        "escalatie.selectie.acties",
        history=_COURSE,
        stopping=By("escalatie.actions.overdragen.geef_acties_over"),
        wat=MARKER,
        gewenst_resultaat=MARKER,
    ),
    "escalatie.Actieverzoek": _of_family(
        "actie__stap__stagnatie__gezin",
        "escalatie.gelezen.verloop_van",
        history=_COURSE,
        stopping=By("escalatie.actions.overdragen.geef_acties_over"),
        reden=MARKER,
        hoe_gezegd=MARKER,
    ),
    "escalatie.Oplossing": _of_family(
        "stagnatie__gezin",
        "escalatie.zicht.zichten",
        history=_COURSE,
        geleerd=MARKER,
        gezin_zegt=MARKER,
        hoe_gezegd=MARKER,
    ),
    "escalatie.Tussenvraag": _of_family(
        "stagnatie__gezin",
        "escalatie.gelezen.verloop_van",
        history=_COURSE,
        stopping=By("escalatie.actions.klok.tussenvragen_verstreken"),
        tekst=MARKER,
        hoe_gezegd=Not("nobody writes down an answer for another here: it stays empty"),
    ),
    "escalatie.Gebeurtenis": _of_family(
        "stagnatie__gezin", "escalatie.selectie.verloop", history=Rows("escalatie.Gebeurtenis"), tekst=MARKER
    ),
    "escalatie.Vraag": _of_family(
        "stagnatie__gezin",
        "escalatie.selectie.vragen",
        history=_COURSE,
        stopping=By("escalatie.actions.klok.vragen_verstreken"),
        tekst=MARKER,
        antwoord=MARKER,
    ),
    "escalatie.Besluit": _of_family(
        "stap__stagnatie__gezin", "escalatie.zicht.zichten", history=_COURSE, tekst=MARKER, grond=MARKER
    ),
    "escalatie.Bevestiging": _of_family(
        "besluit__stap__stagnatie__gezin",
        "escalatie.zicht.zichten",
        history=_COURSE,
        stopping=By("escalatie.actions.klok.bevestigingen_verstreken"),
        grond=MARKER,
    ),
    "escalatie.Terugkoppeling": _of_family(
        "stap__stagnatie__gezin", "escalatie.zicht.zichten", history=_COURSE, tekst=MARKER
    ),
    # berichten
    "berichten.Bericht": Table(
        family=Column("gezin_id"),
        zicht=By("berichten.models.BerichtQuerySet.van"),
        history=Not("one fact to one receiver; only sent and read are filled in"),
        stopping=By("berichten.selectie.verwoord"),
        destruction=NotBuilt("X4", "no foreign key: to be named by that function"),
        retention=NotBuilt("X4", "an inbox grows for ever"),
        merging=_ACCOUNT_ONE,
        texts={
            "soort": Not("the name of a kind"),
            "sleutel": Not("ids and numbers that tell one fact from another"),
            "adres": Not("an old mail address of the receiver, until that mail was sent"),
            "laatste_fout": Not("what the mail server said; seen by the beheerder, who knows the address anyway"),
        },
    ),
    # instanties
    "instanties.Begripwoord": _of_region(
        "instanties.permissions.vereist_beheerder",
        history=PGHISTORY,
        sleutel=_WORD_OF_REGION,
        woord=_WORD_OF_REGION,
        meervoud=_WORD_OF_REGION,
        voor_gezin=_WORD_OF_REGION,
        uitleg=_WORD_OF_REGION,
        wie_doet_wat=_WORD_OF_REGION,
    ),
    "instanties.Regio": _of_region(
        "instanties.permissions.vereist_beheerder",
        naam=_WORD_OF_REGION,
        vertrouwenspersoon=_WORD_OF_REGION,
        clientondersteuner=_WORD_OF_REGION,
        klacht=_WORD_OF_REGION,
    ),
    "instanties.Regiowijziging": _of_region(
        "instanties.permissions.vereist_beheerder", wat=_WORD_OF_REGION, van=_WORD_OF_REGION, naar=_WORD_OF_REGION
    ),
    "instanties.VrijeDag": _of_region("instanties.permissions.vereist_beheerder", naam=_WORD_OF_REGION),
    "instanties.Gebruiker": Table(
        family=Not("one person may belong to several families, by a Deelnemer in each"),
        zicht=By("toestemming.namen.Namen.van"),
        history=By("instanties.actions.mensen._noteer"),
        stopping=By("instanties.actions.beeindig_toegang"),
        destruction=NotBuilt("X4", "the account of somebody whose last family was destroyed"),
        retention=_WITH_PERSON,
        merging=_ACCOUNT_ONE,
        texts={
            "password": _HASH,
            "inlognaam": Not("for logging in; shown to that person and the beheerder"),
            "naam": Marker(_NAMES, as_typed=_IS_A_NAME),
            "email": _OF_ACCOUNT,
            "telefoon": _OF_ACCOUNT,
            "mobiel": _OF_ACCOUNT,
        },
    ),
    "instanties.Gemeente": _of_region(
        "instanties.permissions.vereist_beheerder",
        stopping=By("instanties.selectie.ambtenaar"),
        merging=NotBuilt("I9", "an organisation that closes or merges leaves nothing behind"),
        naam=_OF_ORGANISATION,
        telefoon=_OF_ORGANISATION,
    ),
    "instanties.Instelling": _of_region(
        "toestemming.namen.Namen.kent",
        merging=NotBuilt("I9", "an organisation that closes or merges leaves nothing behind"),
        naam=_OF_ORGANISATION,
        naam_voor_anderen=_OF_ORGANISATION,
        aanbod=_OF_ORGANISATION,
        telefoon=_OF_ORGANISATION,
        email=_OF_ORGANISATION,
    ),
    "instanties.Functie": _of_region(
        "instanties.selectie.functies_van",
        history=By("instanties.actions.functies._noteer"),
        stopping=By("instanties.actions.beeindig_functie"),
        merging=_ACCOUNT_ONE,
        titel=_OF_ACCOUNT,
    ),
    "instanties.FunctieVerzoek": _of_region(
        "instanties.bevestigers.aan_mij_gevraagd",
        history=By("instanties.actions.functies._noteer"),
        stopping=By("instanties.actions.functies.laat_vragen_vervallen"),
        merging=_ACCOUNT_ONE,
        titel=_OF_ACCOUNT,
        hoe_gezegd=Not("always empty here: the second person answers himself (a constraint)"),
    ),
    "instanties.Sluitverzoek": _of_region(
        "instanties.bevestigers.sluiten_aan_mij_gevraagd",
        history=By("instanties.actions.sluiten._noteer"),
        stopping=By("instanties.actions.functies._vraagt_niets_meer"),
        merging=_ACCOUNT_ONE,
        hoe_gezegd=Not("always empty here: the second person answers himself (a constraint)"),
    ),
    "instanties.Toegangsverzoek": _of_region(
        "instanties.bevestigers.toegang_aan_mij_gevraagd",
        history=By("instanties.actions.nieuwe_toegang._noteer"),
        stopping=By("instanties.actions.functies.laat_vragen_vervallen"),
        merging=_ACCOUNT_ONE,
        hoe_gezegd=Not("always empty here: the second person answers himself (a constraint)"),
    ),
    "instanties.Beheermelding": _of_region(
        "instanties.permissions.vereist_beheerder",
        history=Rows("instanties.Beheermelding"),
        retention=Not("handled ones stay as what was done about them; names of staff and numbers only"),
        tekst=Not("made by the system: names of staff and plan numbers; sought for family words in the same test"),
    ),
    "instanties.Uitnodiging": _of_region(
        "instanties.permissions.vereist_beheerder",
        history=Rows("instanties.Uitnodiging"),
        stopping=By("instanties.actions.trek_uitnodiging_in"),
        merging=_ACCOUNT_ONE,
        code_hash=_HASH,
    ),
    "instanties.Weg": _of_region(
        "instanties.views.toegang.toegang",
        history=Rows("instanties.Weg"),
        stopping=By("instanties.actions.bevestig_wegen"),
        merging=_ACCOUNT_ONE,
    ),
    "instanties.Vervanging": _of_region(
        "instanties.permissions.mag_afwezigheid_vastleggen",
        history=By("instanties.actions.vervangingen._noteer"),
        stopping=By("tests.instanties.test_vervanging.test_who_can_no_longer_stand_in_is_passed_over"),
        merging=_ACCOUNT_ONE,
    ),
    # logboek: kept by its own rules, whatever happens to a family (docs/logboek.md).
    "logboek.Logregel": Table(
        family=Column("gezin_id"),
        zicht=By("toestemming.inzage.lijnen"),
        history=Rows("logboek.Logregel"),
        stopping=Not("what somebody did stays on record"),
        destruction=Not("who looked is kept for its own term, with ids and names as they were (NEN 7513)"),
        retention=By("instanties.management.commands.logboek_opruimen.Command"),
        merging=Not("a record of what was: never rewritten"),
        texts={
            "gebruiker_naam": Not("the name of who did it, as it was"),
            "namens_naam": Not("the name of who was stood in for, as it was"),
            "rol": Not("a role, named by the system"),
            "instelling_naam": Not("the name of an organisation, as it was"),
            "doel": _IN_THE_LOG,
            "leefgebieden": Not("codes, named by the system"),
            "onderwerpen": Not("codes and ids, named by the system"),
            "gezin_nummer": Not("the plan number: how outsiders know a family"),
            "object_soort": Not("the name of a kind"),
            "object_naam": _IN_THE_LOG,
            "getoond": _IN_THE_LOG,
            "grondslag": Not("kinds of ground, named by the system"),
            "bron": Not("the name of a command or task"),
            "url_naam": Not("the name of an address"),
            "melding": _IN_THE_LOG,
        },
    ),
    "logboek.Zegel": _of_region(
        "logboek.zegels.controleer",
        history=Rows("logboek.Zegel"),
        retention=Not("a chain is worth nothing with links missing"),
        inhoud=_HASH,
        vorige=_HASH,
        kenmerk=_HASH,
    ),
    "logboek.Onderzoek": Table(
        family=Column("gezin_id"),
        zicht=By("instanties.permissions.vereist_privacy_officer"),
        history=Rows("logboek.Onderzoek"),
        stopping=Not("what somebody asked stays on record"),
        destruction=Not("kept like the logboek itself"),
        retention=NotBuilt("X4", "as long as the months that it was about"),
        merging=Not("a record of what was: never rewritten"),
        texts={
            "reden": Not("of the privacy officer, read by privacy officers only"),
            "door_naam": Not("the name of who asked, as it was"),
            "gebruiker_naam": Not("the name of a colleague, as it was"),
            "gezin_nummer": Not("the plan number: how outsiders know a family"),
        },
    ),
    # Technique.
    "core.Processed": Table(
        family=Not("ids of forms that were sent"),
        zicht=Not("never shown: it leads the sender to where the form led"),
        history=Not("gone after its time"),
        stopping=Not("whoever can't log in sends no form"),
        destruction=Not("gone within a day"),
        retention=By("core.idempotency.clear"),
        merging=_NOTHING_TO_MERGE,
        texts={"path": Not("an address with ids"), "answer_url": Not("an address with ids")},
    ),
    "core.ClockHome": _of_region(
        "instanties.permissions.vereist_beheerder",
        history=By("bewaking.actions.houd_klok_vast"),
        place=Not("the mark of a database"),
        reason=Not("why the beheerder holds the clock"),
    ),
    "core.KeyMark": _of_region(
        "core.checks.key_fits",
        history=Not("since when it is this one stands in it; who accepted it stands in the logboek"),
        fingerprint=Not("a mark of the installation's key"),
    ),
    "bewaking.Zelfcontrole": _of_region(
        "instanties.permissions.vereist_beheerder",
        history=Rows("bewaking.Zelfcontrole"),
        retention=By("bewaking.actions.controleer"),
        bevindingen=Not("kinds, numbers and ids"),
        kenmerk=Not("names of checks"),
    ),
    "oefenomgeving.Oefenklok": _of_region("oefenomgeving.actions.merk", history=_PRACTICE, retention=_PRACTICE),
    "oefenomgeving.Opdracht": _of_region("oefenomgeving.actions.doe", history=_PRACTICE, retention=_PRACTICE),
    "oefenomgeving.Oefenbrief": _of_region(
        "oefenomgeving.actions.brieven",
        history=_PRACTICE,
        retention=By("oefenomgeving.actions.leeg"),
        aan=_PRACTICE,
        onderwerp=_PRACTICE,
        tekst=_PRACTICE,
        opmaak=_PRACTICE,
    ),
}
