// "Verlaat deze pagina snel": the page is gone at once, also on a slow connection, and "back" does not bring it back.
// Without this script the link simply leads away.
document.addEventListener("click", (gebeurtenis) => {
  const weg = gebeurtenis.target.closest("[data-verlaat]");
  if (!weg) return;
  gebeurtenis.preventDefault();
  document.documentElement.hidden = true;
  document.title = "…";
  history.replaceState(null, "", "/");
  location.replace(weg.href);
});
// A page that the browser kept whole must not reappear after leaving.
window.addEventListener("pageshow", (gebeurtenis) => {
  if (gebeurtenis.persisted && document.documentElement.hidden) location.reload();
});
