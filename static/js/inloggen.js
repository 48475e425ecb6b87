// Prints the page; without JavaScript the button isn't there, and the browser's own menu does it.
(() => {
  for (const knop of document.querySelectorAll("[data-druk-af]")) {
    knop.hidden = false;
    knop.addEventListener("click", () => window.print());
  }
})();
