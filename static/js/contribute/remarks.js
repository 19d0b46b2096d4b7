// Says beside each field what is wrong with it, and at the end of the form how many things are to be mended.
(() => {
  window.contribute.tell = (form, found, isToBeTold, isAsked) => {
    for (const at of form.querySelectorAll("[aria-describedby]")) {
      const wrong = found.find((one) => one.at === at);
      const place = document.getElementById(at.getAttribute("aria-describedby").split(" ").pop());
      const why = wrong && isToBeTold(at) ? wrong.why : "";
      if (place.textContent !== why) place.textContent = why;
      place.hidden = !why;
      if (why) at.setAttribute("aria-invalid", "true");
      else at.removeAttribute("aria-invalid");
    }
    const wrongs = form.querySelector(".wrongs");
    wrongs.hidden = !isAsked || !found.length;
    wrongs.querySelector("ul").replaceChildren(...found.map(link));
  };

  function link({ at, why }) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `#${at.id}`;
    link.textContent = `${at.labels[0].firstChild.textContent.trim()}: ${why}`;
    link.addEventListener("click", (event) => {
      event.preventDefault(); // the address stays as it is
      const folded = at.closest("details");
      if (folded) folded.open = true;
      at.focus();
    });
    item.append(link);
    return item;
  }
})();
