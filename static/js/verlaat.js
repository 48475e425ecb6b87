// "Verlaat deze pagina snel": the page is gone at once, also on a slow connection, and "back" does not bring it back. What
// was typed is gone from the tab (bewaren.js) and the server ends the session on its way. Without this script the button
// does the same, a moment later.
document.addEventListener("submit", (gebeurtenis) => {
  const form = gebeurtenis.target;
  if (!form.matches("form[data-verlaat]")) return;
  gebeurtenis.preventDefault();
  document.documentElement.hidden = true;
  document.title = "…";
  fetch(form.action, { method: "POST", keepalive: true }).catch(() => {});
  history.replaceState(null, "", "/");
  location.replace(form.dataset.verlaat);
});
// A page that the browser kept whole must not reappear after leaving.
window.addEventListener("pageshow", (gebeurtenis) => {
  if (gebeurtenis.persisted && document.documentElement.hidden) location.reload();
});
