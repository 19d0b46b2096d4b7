// Leaves the one file: its content goes, and the neutral page that it carries stands in its place. No other page can
// be opened from here, so the address stays; the list behind Back is filled with the neutral page.
(() => {
  const PRESSES = 3;
  const WITHIN = 5000; // milliseconds
  const PAGES = 50; // as many as browsers keep behind Back; the pages before fall out of the list
  const link = document.querySelector("[data-leave]");
  const neutral = document.getElementById("leave");
  if (!link || !neutral) return;
  let presses = [];
  let alone = false; // whether nothing else happened since Shift went down

  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  document.addEventListener("mousedown", () => (alone = false));
  document.addEventListener("keydown", (event) => {
    alone = event.key === "Shift" && !event.altKey && !event.ctrlKey && !event.metaKey;
    if (!alone) presses = []; // capitals, and Alt+Shift for another keyboard, are no wish to leave
  });
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    presses = presses.filter((at) => Date.now() - at < WITHIN).concat(Date.now());
    if (presses.length === PRESSES) leave();
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
    const address = location.href.split("#")[0]; // without the place that was last read
    try {
      history.replaceState(null, "", address);
      for (let n = 0; n < PAGES; n++) history.pushState(null, "");
    } catch (error) {
      location.replace("#");
    }
  }
})();
