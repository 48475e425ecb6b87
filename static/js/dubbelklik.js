// A second click on the same button sends nothing a second time. The server guards it too; this spares people the doubt.
(() => {
  const SLOT_MS = 8000;
  const ontgrendel = (form) => {
    delete form.dataset.bezig;
    for (const knop of form.querySelectorAll("[type=submit]")) knop.removeAttribute("aria-busy");
  };
  document.addEventListener("submit", (gebeurtenis) => {
    const form = gebeurtenis.target;
    if (form.method !== "post") return;
    if (form.dataset.bezig) {
      gebeurtenis.preventDefault();
      gebeurtenis.stopImmediatePropagation();
      return;
    }
    form.dataset.bezig = "ja";
    if (gebeurtenis.submitter) gebeurtenis.submitter.setAttribute("aria-busy", "true");
    // A lost connection must not lock the form for ever.
    setTimeout(() => ontgrendel(form), SLOT_MS);
  }, true);
  document.addEventListener("htmx:afterRequest", (gebeurtenis) => {
    const form = gebeurtenis.target.closest && gebeurtenis.target.closest("form");
    if (form) ontgrendel(form);
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-bezig]").forEach(ontgrendel));
})();
