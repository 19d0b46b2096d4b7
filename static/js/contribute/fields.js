// Reads the fields of the form: what each stands for in the file. What is empty is left out.
(() => {
  const input = (field) => field.querySelector("input, select, textarea");
  const text = (field) => input(field).value.trim();
  const lines = (field) => input(field).value.split("\n").map((line) => line.trim()).filter(Boolean);
  const some = (list) => (list.length ? list : undefined);

  const values = {
    line: (field) => text(field) || undefined,
    day: (field) => text(field) || undefined,
    text: (field) => (text(field) ? `${text(field)}\n` : undefined),
    truth: (field) => input(field).checked || undefined,
    ticks: (field) => some(ticked(field).map((box) => box.value)),
    tag: (field) => picked(field).map(tag)[0],
    tags: (field) => some(picked(field).map(tag)),
    statements: (field, language) => some(lines(field).map((words) => ({ words: { [language]: words } }))),
    names: (field) => some(lines(field).map((name) => ({ name, verbatim: name }))),
  };

  Object.assign(window.contribute, { input, text, lines, picked, quoteOf, record });

  function ticked(field) {
    return [...field.querySelectorAll("input[type=checkbox]")].filter((box) => box.checked);
  }

  // The boxes or the choice that name a term.
  function picked(field) {
    return field.dataset.kind === "tag" ? [input(field)].filter((choice) => choice.value) : ticked(field);
  }

  // The input for the words that show a term; it stands behind what was picked.
  function quoteOf(pick) {
    return pick.closest(".picks__item, .field").querySelector("[data-quote-input]");
  }

  function tag(pick) {
    return { id: pick.value, quote: quoteOf(pick).value.trim() };
  }

  // Returns what the file says, in the order of its keys.
  function record(form) {
    const language = form.querySelector("[data-kind=language] select").value;
    const others = form.dataset.languages.split(" ").filter((name) => name && name !== language);
    const found = { order: Number(form.dataset.order), contact: {}, to_translate: some(others), origin: "contributed" };
    found.words = { [language]: { status: "source", method: "human" } };
    for (const field of form.querySelectorAll("[data-path]")) {
      const read = values[field.dataset.kind];
      if (field.dataset.path) put(found, field.dataset.path.replace("*", language).split("."), read(field, language));
    }
    found.contacts = contacts(found.contact);
    return Object.fromEntries(
      form.dataset.keys.split(" ").flatMap((key) => (found[key] === undefined ? [] : [[key, found[key]]]))
    );
  }

  function put(target, [key, ...others], value) {
    if (value === undefined) return;
    if (others.length) put((target[key] = target[key] || {}), others, value);
    else target[key] = value;
  }

  // A contact without an address, or without consent to all forms, is none.
  function contacts({ email, web, person, consent = {} }) {
    const { by, on, to = [] } = consent;
    if (!(email || web) || !by || !on || to.length < 3) return undefined;
    const parts = { publish: true, person, email, web, published_on: on, consent: { by, on, to } };
    return [Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined))];
  }
})();
