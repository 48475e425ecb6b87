// Small comforts: the focus goes to what asks for it, a link to a field puts the cursor there, menus close by Escape.
(() => {
  function naarFout(deel) {
    const samenvatting = deel.matches?.("[data-naar-fout]") ? deel : deel.querySelector("[data-naar-fout]");
    if (samenvatting) samenvatting.focus();
  }
  document.addEventListener("click", (gebeurtenis) => {
    const link = gebeurtenis.target.closest('.foutsamenvatting a[href^="#"]');
    if (!link) return;
    const veld = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!veld) return;
    gebeurtenis.preventDefault();
    const rij = veld.closest("details");
    if (rij) rij.open = true;
    veld.focus();
    veld.scrollIntoView({ block: "center" });
  });
  document.addEventListener("keydown", (gebeurtenis) => {
    if (gebeurtenis.key !== "Escape" || gebeurtenis.defaultPrevented) return;
    const open = gebeurtenis.target.closest("details[open]");
    if (open) {
      open.open = false;
      open.querySelector("summary").focus();
    } else {
      // A row of the plan closes by its own way back; what was typed in it is offered when it opens again.
      gebeurtenis.target.closest(".planformulier")?.querySelector(".knoppen__terug").click();
    }
  });
  // From a row that closed, the focus goes to the link that opened it: its way back names that.
  let terugNaar = "";
  const NAAR = "#naar-";
  document.addEventListener("click", (gebeurtenis) => {
    const link = gebeurtenis.target.closest(`.knoppen__terug[href*="${NAAR}"]`);
    if (link) terugNaar = link.hash;
  });
  function naarOpener(anker) {
    if (anker.startsWith(NAAR)) document.getElementById(anker.slice(1))?.focus();
    terugNaar = "";
  }
  // A click beside the menu of the person closes it.
  document.addEventListener("click", (gebeurtenis) => {
    for (const menu of document.querySelectorAll(".gebruikersmenu[open]")) if (!menu.contains(gebeurtenis.target)) menu.open = false;
  });
  // A row that opens puts the cursor in its first field.
  document.addEventListener("toggle", (gebeurtenis) => {
    const rij = gebeurtenis.target;
    if (!rij.matches?.("details.uitklap--knop[open]") || !rij.contains(document.activeElement)) return;
    const veld = rij.querySelector(".veld :is(input:not([type=hidden]), textarea, select)");
    if (veld) veld.focus();
  }, true);
  // Saved, and on to the next: the server marks where the cursor goes (data-focus-nu); a row in place opens first.
  function naarVolgende(deel) {
    const doel = deel.matches?.("[data-focus-nu]") ? deel : deel.querySelector("[data-focus-nu]");
    if (!doel) return;
    doel.removeAttribute("data-focus-nu");
    if (doel.matches("details")) doel.open = true;
    const veld = doel.querySelector(".veld :is(input:not([type=hidden]), textarea, select)") || doel;
    if (veld === doel && !doel.matches("a, button, input, select, textarea, summary")) doel.tabIndex = -1;
    veld.focus();
  }
  const bekijk = (deel) => {
    naarVolgende(deel);
    naarFout(deel);
  };
  document.addEventListener("htmx:afterSettle", (gebeurtenis) => {
    bekijk(gebeurtenis.target);
    naarOpener(terugNaar);
  });
  document.addEventListener("DOMContentLoaded", () => {
    bekijk(document);
    naarOpener(location.hash);
  });
})();
