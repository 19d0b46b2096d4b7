// Turns the links beside the list of case studies into chips that narrow it, one upon another.
// Without this file each link leads to the page of its term.
(() => {
  const part = document.querySelector("[data-filters]");
  if (!part) return;

  const words = part.dataset;
  const status = document.getElementById(words.count);
  const cards = [...document.getElementById(words.filters).children].map((item) => ({
    item,
    terms: item.querySelector("[data-terms]").dataset.terms.split(" "),
  }));
  const chips = [...part.querySelectorAll("[data-term]")].map(chip);
  const clear = document.createElement("button");

  clear.type = "button";
  clear.textContent = words.clear;
  clear.hidden = true;
  clear.addEventListener("click", () => {
    for (const { button } of chips) button.setAttribute("aria-pressed", "false");
    show();
    status.focus(); // the button goes away, and with it the focus would
  });
  status.tabIndex = -1;
  status.after(clear);

  function chip(link) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "chip";
    button.setAttribute("aria-pressed", "false");
    button.append(...link.childNodes);
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(!pressed(button)));
      show();
    });
    const family = link.closest("[data-family]").dataset.family;
    const term = `${family}:${link.dataset.term}`;
    link.replaceWith(button);
    return { button, family, term };
  }

  function pressed(button) {
    return button.getAttribute("aria-pressed") === "true";
  }

  function show() {
    // Within a family either term will do, and of each family one must fit.
    const wanted = new Map();
    for (const { button, family, term } of chips) {
      if (pressed(button)) wanted.set(family, [...(wanted.get(family) || []), term]);
    }
    for (const { item, terms } of cards) {
      item.hidden = ![...wanted.values()].every((some) => some.some((term) => terms.includes(term)));
    }
    const shown = cards.filter(({ item }) => !item.hidden).length;
    clear.hidden = !wanted.size;
    status.textContent = shown ? counted(shown) : words.none;
  }

  function counted(n) {
    const language = document.documentElement.lang;
    const category = window.Intl && Intl.PluralRules ? new Intl.PluralRules(language).select(n) : "other";
    return (part.getAttribute(`data-count-${category}`) || "{n}").replace("{n}", n);
  }
})();
