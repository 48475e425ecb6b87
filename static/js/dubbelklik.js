// A second click on the same button sends nothing a second time. The server guards it too; this spares people the doubt.
// "Back" may fetch the form anew while the browser puts the typed text back: then it gets the key it was sent with, so
// that the server knows it for the same form.
(() => {
  const SLOT_MS = 8000;
  const ontgrendel = (form) => {
    delete form.dataset.bezig;
    for (const knop of form.querySelectorAll("[type=submit]")) knop.removeAttribute("aria-busy");
  };
  const sleutelveld = (form) => form.querySelector('input[name="eenmalig"]');
  function onthoudSleutel(form) {
    const veld = sleutelveld(form);
    if (!veld || form.hasAttribute("hx-post")) return;
    const eerder = history.state || {};
    history.replaceState({ ...eerder, eenmalig: { ...eerder.eenmalig, [form.action]: veld.value } }, "");
  }
  document.addEventListener("DOMContentLoaded", () => {
    const eerder = (history.state || {}).eenmalig || {};
    for (const form of document.forms) if (eerder[form.action] && sleutelveld(form)) sleutelveld(form).value = eerder[form.action];
  });
  document.addEventListener("submit", (gebeurtenis) => {
    const form = gebeurtenis.target;
    if (form.method !== "post") return;
    if (form.dataset.bezig) {
      gebeurtenis.preventDefault();
      gebeurtenis.stopImmediatePropagation();
      return;
    }
    form.dataset.bezig = "ja";
    onthoudSleutel(form);
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
