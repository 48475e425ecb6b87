// Before the session ends somebody is asked whether to go on; after the end the page is covered. What was typed is sent
// along when logging in again: the server keeps it for its writer. Typing counts as doing something.
(() => {
  const ping = (formulier) => fetch(formulier.action, { method: "POST", body: new FormData(formulier), headers: { Accept: "application/json" } });
  const TYPT_MS = 2 * 60 * 1000;

  document.addEventListener("DOMContentLoaded", () => {
    const deel = document.querySelector("[data-sessie]");
    if (!deel) return;
    const vraag = deel.querySelector("[data-sessie-vraag]");
    const blijf = deel.querySelector("[data-sessie-blijf]");
    const dicht = deel.querySelector("[data-sessie-dicht]");
    const vooraf = Number(deel.dataset.vooraf);
    let tot = Date.now() + Number(deel.dataset.over) * 1000;
    let wekker = 0;
    let getypt = null;
    let laatstGemeld = Date.now();

    const over = () => (tot - Date.now()) / 1000;
    const zet = (seconden) => { tot = Date.now() + seconden * 1000; };

    async function kijk() {
      clearTimeout(wekker);
      if (over() > vooraf) {
        if (!vraag.hidden) vraag.hidden = true;
        wekker = setTimeout(kijk, Math.min((over() - vooraf) * 1000 + 200, 2 ** 30));
        return;
      }
      // Another window may have gone on meanwhile.
      try {
        const antwoord = await fetch(deel.dataset.stand, { headers: { Accept: "application/json" } });
        if (antwoord.ok) zet((await antwoord.json()).over);
      } catch {
        // Without a connection the page keeps its own count.
      }
      if (over() <= 0) return sluit();
      if (over() > vooraf) return kijk();
      if (vraag.hidden) {
        vraag.hidden = false;
        vraag.querySelector("button").focus();
      }
      wekker = setTimeout(kijk, Math.min(over() * 1000 + 200, 20000));
    }

    function sluit() {
      vraag.hidden = true;
      for (const stuk of document.body.children) if (stuk !== deel && !stuk.matches(".snel-weg")) stuk.hidden = true;
      document.title = dicht.querySelector("h1").textContent;
      dicht.hidden = false;
      dicht.querySelector("button").focus();
    }

    dicht.querySelector("[data-sessie-verder]").addEventListener("click", () => {
      if (getypt && getypt.isConnected && getypt.method === "post") return getypt.submit();
      location.assign(`${document.body.dataset.inloggen}?next=${encodeURIComponent(location.pathname + location.search)}`);
    });

    async function ga_door() {
      laatstGemeld = Date.now();
      try {
        const antwoord = await ping(blijf);
        if (antwoord.ok) zet((await antwoord.json()).over);
      } catch {
        // Tried again at the next key.
      }
      kijk();
    }
    blijf.addEventListener("submit", (gebeurtenis) => {
      gebeurtenis.preventDefault();
      gebeurtenis.stopImmediatePropagation();
      vraag.hidden = true;
      ga_door();
    }, true);

    document.addEventListener("input", (gebeurtenis) => {
      const formulier = gebeurtenis.target.closest("form");
      if (!formulier || deel.contains(formulier)) return;
      getypt = formulier;
      if (over() > 0 && Date.now() - laatstGemeld > TYPT_MS) ga_door();
    });
    // htmx asks the server too, and that counts.
    document.addEventListener("htmx:afterRequest", () => { clearTimeout(wekker); wekker = setTimeout(kijk, 1000); });
    // A laptop that was closed wakes up.
    document.addEventListener("visibilitychange", () => { if (!document.hidden) kijk(); });
    kijk();
  });
})();
