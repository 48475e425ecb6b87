"""Screens of the family's pages, from the test client into a real browser."""
import mimetypes, os
from pathlib import Path
from datetime import timedelta
import django_htmx
import pytest
from django.urls import reverse
from playwright.sync_api import sync_playwright
from start import native
from gezinsplan import actions
from gezinsplan.actions import DoelGegevens, Terugblik
from tests.gezinsplan.test_papier import vul
from tests.gezinsplan.conftest import vers
from tests.inloggen import client_van
from core.duur import Duur, Eenheid
from core import klok
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]="true"
WORTEL=Path("/work/main"); STATISCH=(WORTEL/"static", Path(django_htmx.__file__).parent/"static")

def rijk(v):
    c=v.cast
    v.nu -= timedelta(days=18); start=v.nu
    oma=v.afspraak("Oma haalt Sanne op maandag uit school", c.oma, termijn=Duur(2,Eenheid.WEEK), herhaling="elke maandag")
    gedaan=v.afspraak("Moeder belt met school over Sanne", c.moeder_in_gezin)
    gevr=v.afspraak("Moeder maakt een afspraak bij de tandarts", c.moeder_in_gezin, termijn=Duur(10,Eenheid.DAG))
    school=v.afspraak("Mentor belt elke week met moeder", c.mentor_in_gezin, termijn=Duur(2,Eenheid.WEEK), herhaling="elke week")
    late=v.afspraak("School maakt een rooster voor Sanne", c.mentor_in_gezin, termijn=Duur(10,Eenheid.DAG))
    kind=v.afspraak("Daan gaat op woensdag voetballen", c.broer_in_gezin, termijn=Duur(15,Eenheid.DAG), over_wie=[c.broer_in_gezin.pk], doel=v.doel)
    vader=v.afspraak("Vader haalt Sanne om het weekend op", c.vader_in_gezin, termijn=Duur(8,Eenheid.WEEK), doel=v.doel)
    eigen=actions.voeg_doel_toe(c.gezin, DoelGegevens("Petra blijft bij de kliniek", leefgebieden=["verslaving"], over_wie=[c.moeder_in_gezin.pk], gesteld_door="de kliniek", waarom="Dat helpt Petra", gevolg="Dan praten we samen"), hoofddoel=v.doel, nu=v.nu, door=c.coordinator)
    v.afspraak("Petra gaat elke week naar de kliniek", c.moeder_in_gezin, doel=eigen, termijn=Duur(13,Eenheid.WEEK), herhaling="elke week")
    feest=actions.voeg_doel_toe(c.gezin, DoelGegevens("We eten weer samen aan tafel", over_wie=[]), nu=v.nu, door=c.coordinator)
    v.afspraak("Iedereen eet om zes uur", c.moeder_in_gezin, c.broer_in_gezin, doel=feest)
    v.activeer()
    actions.vink_af(gedaan, v.dag(2), nu=start+timedelta(days=2), door=c.moeder)
    actions.evalueer(feest, Terugblik(volgens_afspraak=True, bereikt=True, viering="We gaan samen pannenkoeken eten."), nu=start+timedelta(days=5), door=c.coordinator)
    actions.reageer(vers(school), "Ik vind het fijn dat u belt.", nu=start+timedelta(days=3), door=c.moeder)
    v.tik(11)
    v.nu=start+timedelta(days=11); v.tik(6)
    from escalatie.models import Stagnatie
    print("stagnaties", Stagnatie.objects.count())
    v.nu=klok.nu()
    return v, gevr, school, eigen

@pytest.mark.django_db
def test_foto(voorbeeld):
    v, gevr, school, eigen = rijk(voorbeeld); c=v.cast
    g=c.gezin.pk
    pads={"plan":reverse("gezinsplan:ons_plan_gezin",args=[g])}
    klaar={}
    from gezinsplan.actions import papier
    from gezinsplan.models import PdfOpdracht
    from toestemming import zicht
    o=papier.vraag_pdf(zicht.blik(c.moeder,c.gezin),nu=klok.nu()); mo=client_van(c.moeder)
    u=reverse("gezinsplan:papier",args=[g,o.pk])
    klaar["moeder","wacht"]=mo.get(u).content
    PdfOpdracht.objects.update(staat="mislukt"); klaar["moeder","mislukt"]=mo.get(u).content
    PdfOpdracht.objects.update(staat="wacht"); papier.maak_wachtende(klok.nu()); klaar["moeder","klaar"]=mo.get(u).content
    klaar["moeder","berichten"]=mo.get("/berichten/").content
    for naam in os.environ.get("WIE","moeder vader broer").split():
        cl=client_van(getattr(c,naam))
        alle=dict(pads)
        if naam=="moeder":
            alle["afspraak"]=reverse("gezinsplan:afspraak",args=[g,gevr.pk]); alle["anders"]=reverse("gezinsplan:afspraak",args=[g,school.pk]); alle["doel"]=reverse("gezinsplan:doel",args=[g,eigen.pk])
        for s,pad in alle.items():
            klaar[naam,s]=cl.get(pad,follow=True).content
    with sync_playwright() as p:
        b=p.chromium.launch(executable_path=native.browser())
        for naam in os.environ.get("WIE","moeder vader broer").split():
            fouten=[]
            def antwoord(route):
                pad=route.request.url.removeprefix("http://proef.example").partition("#")[0]
                if pad.startswith("/static/"):
                    f=next((q/pad.removeprefix("/static/").partition("?")[0] for q in STATISCH if (q/pad.removeprefix("/static/").partition("?")[0]).is_file()),None)
                    if not f: fouten.append(pad); return route.fulfill(status=404)
                    return route.fulfill(body=f.read_bytes(),content_type=mimetypes.guess_type(str(f))[0] or "image/svg+xml")
                if not pad.startswith("/"): return route.abort()
                s=pad.strip("/")
                if (naam,s) not in klaar: return route.fulfill(status=204)
                route.fulfill(status=200, body=klaar[naam,s], headers={"content-type":"text/html"})
            alle={s:"/"+s for n,s in klaar if n==naam}
            for w in (360,1280):
                pg=b.new_context(viewport={"width":w,"height":800}).new_page()
                pg.route("**/*",antwoord)
                for s,pad in alle.items():
                    pg.goto("http://proef.example"+pad)
                    if 0:
                        pg.locator("details.taak__gedaan summary").first.click()
                    pg.evaluate((WORTEL/"node_modules/axe-core/axe.min.js").read_text())
                    r=pg.evaluate("r=>axe.run({runOnly:r})",["wcag2a","wcag2aa","wcag21a","wcag21aa","wcag22aa"])["violations"]
                    print(naam,w,s,[(x["id"],[n["html"][:150] for n in x["nodes"]]) for x in r], "breed:", pg.evaluate("document.documentElement.scrollWidth"))
                    pg.screenshot(path=f"/tmp/fam/{naam}-{s}-{w}.png",full_page=True)
            print(fouten)
        b.close()
