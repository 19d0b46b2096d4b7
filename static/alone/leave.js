// Leaves a page that can open no other, such as the one file: its content goes, and the neutral page that it carries
// stands in its place. The list behind Back is filled with the neutral page; the address stays, unless a server has
// that page too (`data-away`).
(() => {
  const PAGES = 50; // as many as browsers keep behind Back; the pages before fall out of the list
  const neutral = document.getElementById("leave");
  if (!neutral) return;

  document.addEventListener("leave", (event) => {
    event.preventDefault();
    leave();
  });

  function leave() {
    const page = document.createElement("main");
    page.append(...neutral.childNodes);
    document.title = neutral.dataset.title;
    document.documentElement.lang = neutral.lang;
    for (const sheet of [...document.querySelectorAll("style")]) sheet.remove();
    document.body.replaceWith(document.createElement("body"));
    document.body.append(page);
    page.tabIndex = -1;
    page.focus(); // so that it is read out
    scrollTo(0, 0);
    const here = location.href.split("#")[0]; // without the place that was last read
    const address = location.protocol === "file:" ? here : neutral.dataset.away || here;
    try {
      history.replaceState(null, "", address);
      for (let n = 0; n < PAGES; n++) history.pushState(null, "");
    } catch (error) {
      location.replace("#");
    }
    if (neutral.dataset.online && navigator.onLine) location.replace(neutral.dataset.online);
  }
})();
