// Fills the list behind Back with this page, where the page that was left could not do it: opened from the disk.
(() => {
  const PAGES = 50; // as many as browsers keep

  if (history.length < PAGES) for (let n = 0; n < PAGES; n++) history.pushState(null, "");
})();
