// Leaves the one file: its content goes, the neutral page that it carries stands in its place.
(() => {
  const link = document.querySelector("[data-leave]");
  const neutral = document.getElementById("leave");
  if (!link || !neutral) return;

  const leave = () => {
    document.title = neutral.dataset.title;
    for (const sheet of [...document.querySelectorAll("style, [data-find]")]) sheet.remove();
    const page = document.createElement("main");
    page.append(...neutral.childNodes);
    document.body.replaceWith(document.createElement("body"));
    document.body.append(page);
    document.documentElement.lang = "en";
    try {
      // So that the place in the file that was last read is not in the address any more.
      window.history.replaceState(null, "", window.location.href.split("#")[0]);
    } catch (error) {
      window.location.replace("#");
    }
    window.scrollTo(0, 0);
  };

  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });

  // Shift three times within five seconds, and nothing else between.
  let presses = [];
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift") {
      presses = [];
      return;
    }
    presses = presses.filter((at) => event.timeStamp - at < 5000).concat(event.timeStamp);
    if (presses.length >= 3) leave();
  });
})();
