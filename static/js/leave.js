// Leaves at once: hides the page, puts a neutral one in its place. Without this file the link is a plain link.
(() => {
  const link = document.querySelector("[data-leave]");
  if (!link) return;

  const leave = () => {
    document.documentElement.hidden = true;
    window.location.replace(link.href);
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
