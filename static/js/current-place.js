// Marks in the contents of a long page where the reader is. Without this file the contents are links all the same.
(() => {
  const links = [...document.querySelectorAll(".contents a[href^='#']")];
  const places = links.map((link) => document.getElementById(link.getAttribute("href").slice(1)));
  if (links.length < 2 || places.includes(null)) return;

  let waiting = false;
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon);
  mark();

  function soon() {
    if (!waiting) requestAnimationFrame(mark);
    waiting = true;
  }

  // The reader is in the last part that began above a line a third of the way down.
  function mark() {
    waiting = false;
    const begun = places.filter((place) => place.getBoundingClientRect().top <= innerHeight / 3).length;
    links.forEach((link, number) => {
      if (number === begun - 1) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    });
  }
})();
