// Type two letters, choose from a list: an ARIA combobox on top of an ordinary text field. Arrows, Enter, Escape, Tab.
(() => {
  const MINIMAAL = 2;
  let teller = 0;

  function maak(veld) {
    const invoer = veld.querySelector("input:not([type=hidden])");
    const sleutel = veld.querySelector("[data-sleutelveld]");
    const lijst = veld.querySelector('[role="listbox"]');
    const stand = veld.querySelector("[data-suggestiestand]");
    if (!invoer || !lijst || veld.dataset.klaar) return;
    veld.dataset.klaar = "ja";
    lijst.id = lijst.id || `suggesties-${(teller += 1)}`;
    invoer.setAttribute("role", "combobox");
    invoer.setAttribute("aria-autocomplete", "list");
    invoer.setAttribute("aria-controls", lijst.id);
    invoer.setAttribute("aria-expanded", "false");

    let actief = -1;
    let wacht = 0;
    const keuzes = () => [...lijst.querySelectorAll('[role="option"]')];

    function dicht() {
      lijst.hidden = true;
      actief = -1;
      invoer.setAttribute("aria-expanded", "false");
      invoer.removeAttribute("aria-activedescendant");
    }
    function open() {
      lijst.hidden = false;
      invoer.setAttribute("aria-expanded", "true");
      const aantal = keuzes().length;
      stand.textContent = aantal === 1 ? "1 mogelijkheid" : `${aantal} mogelijkheden`;
    }
    function wijs(nummer) {
      const rij = keuzes();
      if (!rij.length) return;
      actief = (nummer + rij.length) % rij.length;
      rij.forEach((keuze, index) => keuze.setAttribute("aria-selected", String(index === actief)));
      invoer.setAttribute("aria-activedescendant", rij[actief].id);
      rij[actief].scrollIntoView({ block: "nearest" });
    }
    function kies(keuze) {
      invoer.value = keuze.dataset.tekst;
      sleutel.value = keuze.dataset.sleutel;
      dicht();
      stand.textContent = `Gekozen: ${keuze.dataset.tekst}`;
      invoer.dispatchEvent(new Event("change", { bubbles: true }));
    }
    async function haal() {
      const vraag = invoer.value.trim();
      if (vraag.length < MINIMAAL) return dicht();
      const adres = new URL(veld.dataset.suggesties, location.href);
      adres.searchParams.set("q", vraag);
      adres.searchParams.set("lijst", lijst.id);
      await htmx.ajax("GET", adres.pathname + adres.search, { source: lijst, target: lijst, swap: "innerHTML" });
      if (invoer.value.trim() !== vraag || document.activeElement !== invoer) return undefined;
      actief = -1;
      return open();
    }

    invoer.addEventListener("input", () => {
      sleutel.value = "";
      clearTimeout(wacht);
      wacht = setTimeout(haal, 220);
    });
    invoer.addEventListener("keydown", (gebeurtenis) => {
      if (lijst.hidden) {
        if (gebeurtenis.key === "ArrowDown") haal();
        return;
      }
      if (gebeurtenis.key === "ArrowDown") wijs(actief + 1);
      else if (gebeurtenis.key === "ArrowUp") wijs(actief - 1);
      else if (gebeurtenis.key === "Escape") dicht();
      else if (gebeurtenis.key === "Enter" && actief >= 0) kies(keuzes()[actief]);
      else return;
      gebeurtenis.preventDefault();
      gebeurtenis.stopPropagation();
    });
    invoer.addEventListener("blur", () => setTimeout(dicht, 150));
    lijst.addEventListener("pointerdown", (gebeurtenis) => {
      const keuze = gebeurtenis.target.closest('[role="option"]');
      gebeurtenis.preventDefault();
      if (keuze) kies(keuze);
    });
  }

  const bekijk = (deel) => deel.querySelectorAll("[data-suggesties]").forEach(maak);
  document.addEventListener("htmx:afterSettle", (gebeurtenis) => bekijk(gebeurtenis.target));
  document.addEventListener("DOMContentLoaded", () => bekijk(document));
})();
