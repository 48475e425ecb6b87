// What was typed survives a lost session or connection: forms with data-bewaar keep their fields in this tab
// (sessionStorage: gone with the tab, never on a server) and offer them back. Under the person who typed, the address that
// the form is sent to (so the family and the object in it) and, where one address has more forms, the form's name. It goes
// when the server says that the form with this key was carried out (core/drafts.py), and when somebody else logs in.
(() => {
  const BEGIN = "bewaar:";
  const WACHT_MS = 300;
  const wie = () => document.body.dataset.wie || "";
  const waarheen = (form) => new URL(form.getAttribute("action") || location.href, location.href);

  function plek(form) {
    const heen = waarheen(form);
    // The form that came back with errors is the same form.
    heen.searchParams.delete("fout");
    return `${BEGIN}${wie()}:${heen.pathname}${heen.search}#${form.dataset.bewaar}`;
  }
  const lees = (naam) => {
    try {
      return JSON.parse(sessionStorage.getItem(naam) || "null");
    } catch {
      return null;
    }
  };
  const vergeet = (naam) => sessionStorage.removeItem(naam);
  const alle = () => Object.keys(sessionStorage).filter((naam) => naam.startsWith(BEGIN));

  // Who logs in in this tab, finds nothing of who typed here before. The login page itself leaves it for its writer.
  function ruimVanAnderen() {
    if (wie()) for (const naam of alle()) if (!naam.startsWith(`${BEGIN}${wie()}:`)) vergeet(naam);
  }
  // Carried out: each a key and the address it was sent to. What was typed after sending stays.
  function ruimBewaard(forms) {
    for (const naam of alle()) {
      const kopie = lees(naam);
      if (!kopie || (kopie.verstuurd && forms.some(([sleutel, pad]) => sleutel === kopie.sleutel && pad === kopie.pad))) vergeet(naam);
    }
  }

  const telt = (veld) => veld.name && !["hidden", "password", "file", "submit", "button"].includes(veld.type) && veld.autocomplete !== "one-time-code";
  const sleutelveld = (veld) => veld.matches("[data-sleutelveld]");

  function waarden(form) {
    const velden = [];
    for (const veld of form.elements) {
      if (!telt(veld) && !sleutelveld(veld)) continue;
      if (veld.type === "checkbox" || veld.type === "radio") velden.push([veld.name, veld.value, veld.checked]);
      else if (veld.multiple) velden.push([veld.name, [...veld.selectedOptions].map((keuze) => keuze.value), null]);
      else velden.push([veld.name, veld.value, null]);
    }
    return velden;
  }

  function zetTerug(form, velden) {
    for (const [naam, waarde, aan] of velden) {
      for (const veld of form.querySelectorAll(`[name="${CSS.escape(naam)}"]`)) {
        if (veld.type === "checkbox" || veld.type === "radio") {
          if (veld.value === waarde) veld.checked = aan;
        } else if (veld.multiple) {
          for (const keuze of veld.options) keuze.selected = waarde.includes(keuze.value);
        } else {
          veld.value = waarde;
        }
      }
    }
  }

  const anders = (form, velden) => JSON.stringify(waarden(form)) !== JSON.stringify(velden);

  let weg = false;
  function bewaarForm(form, verstuurd) {
    if (!wie() || weg) return;
    const om = new Intl.DateTimeFormat("nl-NL", { hour: "2-digit", minute: "2-digit" }).format(new Date());
    try {
      const sleutel = form.querySelector('input[name="eenmalig"]')?.value;
      sessionStorage.setItem(plek(form), JSON.stringify({ om, sleutel, pad: waarheen(form).pathname, verstuurd, velden: waarden(form) }));
    } catch {
      // A full or forbidden store must never stand in the way of typing.
    }
  }

  function biedTerugAan(form) {
    if (form.dataset.teruggaveGezien) return;
    form.dataset.teruggaveGezien = "ja";
    const kopie = lees(plek(form));
    if (!kopie) return;
    // The server sent the typed text back itself (an error at a field): nothing to offer.
    if (form.querySelector(".foutsamenvatting") || !anders(form, kopie.velden)) return;
    const sjabloon = document.querySelector('template[data-sjabloon="teruggave"]');
    if (!sjabloon) return;
    const vraag = sjabloon.content.firstElementChild.cloneNode(true);
    vraag.querySelector("[data-tijd]").textContent = kopie.om;
    vraag.querySelector("[data-terugzetten]").addEventListener("click", () => {
      zetTerug(form, kopie.velden);
      vraag.remove();
      const eerste = [...form.elements].find((veld) => telt(veld));
      if (eerste) eerste.focus();
    });
    vraag.querySelector("[data-weggooien]").addEventListener("click", () => {
      vergeet(plek(form));
      vraag.remove();
    });
    // A row that opens in place opens, so that the offer is seen.
    const rij = form.closest("details");
    if (rij) rij.open = true;
    form.prepend(vraag);
  }

  const wachtend = new WeakMap();
  document.addEventListener("input", (gebeurtenis) => {
    const form = gebeurtenis.target.closest("form[data-bewaar]");
    if (!form) return;
    clearTimeout(wachtend.get(form));
    wachtend.set(form, setTimeout(() => bewaarForm(form, false), WACHT_MS));
  });
  document.addEventListener("submit", (gebeurtenis) => {
    const form = gebeurtenis.target;
    if (form.matches("form[data-bewaar]")) {
      clearTimeout(wachtend.get(form));
      bewaarForm(form, true);
    }
    if (form.matches("[data-uitloggen], [data-verlaat]")) {
      weg = true;
      alle().forEach(vergeet);
    }
  }, true);

  function bekijk(deel) {
    const vind = (keuze) => [...(deel.matches?.(keuze) ? [deel] : []), ...deel.querySelectorAll(keuze)];
    for (const form of vind("form[data-bewaar]")) biedTerugAan(form);
  }

  // A part of a page says so in a header (HX-Trigger), before it is swapped in.
  document.addEventListener("bewaard", (gebeurtenis) => ruimBewaard(gebeurtenis.detail.forms));

  function zonderVerbinding(aan) {
    const balk = document.querySelector("[data-verbinding]");
    if (balk) balk.hidden = !aan;
  }
  for (const naam of ["htmx:sendError", "htmx:timeout"]) document.addEventListener(naam, () => zonderVerbinding(true));
  document.addEventListener("htmx:responseError", (gebeurtenis) => {
    const { xhr, requestConfig } = gebeurtenis.detail;
    // Refused (logged in again in another tab, a right that ended): the page itself says it best, and offers the text back.
    if (requestConfig.verb === "post" && [403, 404].includes(xhr.status)) location.reload();
    else zonderVerbinding(true);
  });
  document.addEventListener("htmx:afterRequest", (gebeurtenis) => {
    if (gebeurtenis.detail.successful) zonderVerbinding(false);
  });
  // A session that ended answers with the login page: go there as a whole page, and come back to this one.
  document.addEventListener("htmx:beforeSwap", (gebeurtenis) => {
    const inloggen = document.body.dataset.inloggen;
    const antwoord = gebeurtenis.detail.xhr.responseURL;
    if (!inloggen || !antwoord || location.pathname === inloggen) return;
    if (new URL(antwoord).pathname === inloggen) {
      gebeurtenis.detail.shouldSwap = false;
      location.assign(`${inloggen}?next=${encodeURIComponent(location.pathname + location.search)}`);
    }
  });
  document.addEventListener("htmx:afterSettle", (gebeurtenis) => bekijk(gebeurtenis.target));
  document.addEventListener("DOMContentLoaded", () => {
    ruimVanAnderen();
    ruimBewaard(JSON.parse(document.body.dataset.netBewaard || "[]"));
    for (const stuk of document.querySelectorAll("[data-getypt]")) stuk.hidden = alle().length === 0;
    bekijk(document);
  });
})();
