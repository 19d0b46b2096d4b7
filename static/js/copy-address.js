// Offers to copy the address of the page. Without this file it stands in the browser, as ever.
(() => {
  const part = document.querySelector("[data-copy-address]");
  if (!part) return;

  const button = part.querySelector("button");
  const status = part.querySelector("[role=status]");
  part.hidden = false;

  button.addEventListener("click", async () => {
    const address = location.href.replace(/#.*/, "");
    status.textContent = (await copied(address)) ? part.dataset.done : address;
  });

  function copied(text) {
    if (!navigator.clipboard) return copiedAsBefore(text);
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => copiedAsBefore(text),
    );
  }

  // Old browsers copy only what is chosen on the page.
  function copiedAsBefore(text) {
    const field = document.createElement("textarea");
    field.value = text;
    part.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    button.focus();
    return done;
  }
})();
