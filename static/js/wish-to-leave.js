// Knows when a reader wishes to leave: she follows the Leave link, or presses Shift three times. Whoever can take her
// away hears "leave" on the document, and prevents its default; where nobody does, the link stays a plain link.
(() => {
  const PRESSES = 3;
  const WITHIN = 5000; // milliseconds
  let presses = [];
  let alone = false; // whether nothing else happened since Shift went down

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-leave]") && isHeard()) event.preventDefault();
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
    if (presses.length === PRESSES) isHeard();
  });

  function isHeard() {
    return !document.dispatchEvent(new Event("leave", { cancelable: true }));
  }
})();
