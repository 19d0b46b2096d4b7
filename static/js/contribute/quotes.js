// Asks, behind each term that was picked, for the words of the text that show it.
(() => {
  const { picked, quoteOf } = window.contribute;

  Object.assign(window.contribute, { askForQuotes, labelOf });

  function askForQuotes(form) {
    for (const field of form.querySelectorAll("[data-kind=tag], [data-kind=tags]")) {
      const picks = picked(field);
      for (const quote of field.querySelectorAll("[data-quote-input]")) {
        if (!picks.some((pick) => quoteOf(pick) === quote)) quote.parentElement.remove();
      }
      for (const pick of picks) ask(form, field, pick);
    }
  }

  function ask(form, field, pick) {
    const quote = quoteOf(pick) || added(form, field, pick);
    const words = form.querySelector("[data-quote-label]").textContent;
    quote.parentElement.querySelector("label").textContent = words.replace("{term}", () => labelOf(pick));
    if (!quote.value && quote.dataset.of !== pick.value) quote.value = inText(form, labelOf(pick));
    quote.dataset.of = pick.value; // what was emptied stays empty
  }

  function added(form, field, pick) {
    const part = form.querySelector("[data-quote-field]").content.firstElementChild.cloneNode(true);
    const [label, quote, wrong] = part.children;
    const id = `q-${field.dataset.path}-${pick.value}`.replace(/[^\w-]/g, "-");
    label.htmlFor = quote.id = id;
    wrong.id = `${id}-wrong`;
    quote.setAttribute("aria-describedby", wrong.id);
    pick.closest(".picks__item, .field").append(part);
    return quote;
  }

  // Often the term itself stands in the text.
  function inText(form, term) {
    const parts = ["heading", "body"].map((key) => form.querySelector(`[data-path="words.*.${key}"]`));
    for (const words of parts.map((part) => part.querySelector("input, textarea").value)) {
      const start = words.toLowerCase().indexOf(term.toLowerCase());
      if (start >= 0 && words.length === words.toLowerCase().length) return words.slice(start, start + term.length);
    }
    return "";
  }

  function labelOf(pick) {
    return pick.type === "checkbox" ? pick.parentElement.textContent.trim() : pick.selectedOptions[0].textContent;
  }
})();
