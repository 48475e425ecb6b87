// What needs a passkey shows itself only where the browser can make and use one; what went wrong is said in words.
(() => {
  const kan = Boolean(window.PublicKeyCredential && navigator.credentials);
  document.addEventListener("DOMContentLoaded", () => {
    if (!kan) return;
    for (const deel of document.querySelectorAll("[data-passkey]")) deel.hidden = false;
    for (const deel of document.querySelectorAll("[data-passkey-niet]")) deel.hidden = true;
  });
  document.addEventListener("allauth.error", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    for (const deel of document.querySelectorAll("[data-passkey-fout]")) deel.hidden = false;
  });
})();
