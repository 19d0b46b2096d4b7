// The way out: puts a neutral page in the place of this one, in the same frame and without a network, and fills the
// list behind Back with it. Nothing is stored. Without this file the link is a plain link.
(() => {
  const PAGES = 50; // as many as browsers keep behind Back; the pages before fall out of the list
  const words = document.currentScript.dataset;
  const away = new URL(words.away, location.href).href;
  const neutral = document.querySelector("template[data-neutral]");

  document.addEventListener("leave", (event) => {
    event.preventDefault();
    leave();
  });

  function leave() {
    swap();
    if (location.protocol === "file:") {
      location.replace(away); // from the disk no address can be changed in place; that page fills the list itself
      return;
    }
    history.replaceState(null, "", away);
    for (let n = 0; n < PAGES; n++) history.pushState(null, "");
    if (words.awayOnline && navigator.onLine) location.replace(words.awayOnline);
  }

  function swap() {
    const icon = document.querySelector("link[rel=icon]");
    const main = document.createElement("main");
    const heading = document.createElement("h1");
    icon.href = neutral.dataset.icon;
    document.title = neutral.dataset.neutral;
    document.documentElement.lang = neutral.lang;
    document.documentElement.dir = "ltr";
    document.body.className = "kitchen";
    document.body.textContent = "";
    heading.textContent = neutral.dataset.neutral;
    main.append(heading, neutral.content);
    main.tabIndex = -1;
    document.body.append(main);
    scrollTo(0, 0);
    main.focus(); // so that it is read out
  }
})();
