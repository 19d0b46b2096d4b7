// Makes the links lead to neighbours where the page for lost readers stands at its own place, such as on a stick.
// Under another address nobody can know where its neighbours are; there the links name the site.
(() => {
  if (!location.pathname.endsWith("/404.html")) return;
  for (const link of document.querySelectorAll("[data-beside]")) link.href = link.dataset.beside;
})();
