// What was typed survives a lost session or connection: forms with data-bewaar="key" keep their fields in this tab
// (sessionStorage: gone with the tab, never on a server) and offer them back. Keys belong to the person who typed.
(() => {
  const wie = () => document.body.dataset.wie || "";
  const plek = (sleutel) => `bewaar:${wie()}:${sleutel}`;
  const WACHT_MS = 300;

  const lees = (sleutel) => {
    try {
      return JSON.parse(sessionStorage.getItem(plek(sleutel)) || "null");
    } catch {
      return null;
    }
  };
  const vergeet = (sleutel) => sessionStorage.removeItem(plek(sleutel));

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

  function bewaarForm(form) {
    const om = new Intl.DateTimeFormat("nl-NL", { hour: "2-digit", minute: "2-digit" }).format(new Date());
    try {
      sessionStorage.setItem(plek(form.dataset.bewaar), JSON.stringify({ om, velden: waarden(form) }));
    } catch {
      // A full or forbidden store must never stand in the way of typing.
    }
  }

  function biedTerugAan(form) {
    if (form.dataset.teruggaveGezien) return;
    form.dataset.teruggaveGezien = "ja";
    const kopie = lees(form.dataset.bewaar);
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
      vergeet(form.dataset.bewaar);
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
    wachtend.set(form, setTimeout(() => bewaarForm(form), WACHT_MS));
  });
  document.addEventListener("submit", (gebeurtenis) => {
    const form = gebeurtenis.target;
    if (form.matches("form[data-bewaar]")) {
      clearTimeout(wachtend.get(form));
      bewaarForm(form);
    }
    if (form.matches("[data-uitloggen]")) {
      for (const sleutel of Object.keys(sessionStorage)) if (sleutel.startsWith("bewaar:")) sessionStorage.removeItem(sleutel);
    }
  }, true);

  function bekijk(deel) {
    const vind = (keuze) => [...(deel.matches?.(keuze) ? [deel] : []), ...deel.querySelectorAll(keuze)];
    for (const klaar of vind("[data-bewaard]")) vergeet(klaar.dataset.bewaard);
    for (const form of vind("form[data-bewaar]")) biedTerugAan(form);
  }

  // The server says so in a header (HX-Trigger: {"bewaard": "key"}) after an htmx save.
  document.addEventListener("bewaard", (gebeurtenis) => {
    const sleutel = gebeurtenis.detail && gebeurtenis.detail.value;
    if (sleutel) vergeet(sleutel);
  });

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
  document.addEventListener("DOMContentLoaded", () => bekijk(document));
})();
