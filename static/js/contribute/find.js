// Finds what is wrong with the answers: each with its input and what to say about it.
(() => {
  const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
  const RESERVED = /^(?:index|con|prn|aux|nul|(?:com|lpt)[1-9])$/;
  const LONGEST = { name: 60, words: 2000, text: 20000 }; // where the field itself says nothing
  const PERSONAL = /[^\s@]+@[^\s@]+\.[^\s@]|\+?\d[\d\s()-]{7,}\d/;
  const { input, text, lines, picked, quoteOf } = window.contribute;

  Object.assign(window.contribute, { find, isPersonal: (words) => PERSONAL.test(words) });

  function find(form) {
    return [...form.querySelectorAll("[data-kind]")].flatMap((field) => ofField(form, field));
  }

  function ofField(form, field) {
    const { kind } = field.dataset;
    if (kind === "tag" || kind === "tags") return ofPicks(form, field);
    if (kind === "statements" || kind === "names") {
      return some(input(field), lines(field).map((line) => ofPassage(form, line)).find(Boolean));
    }
    return ["truth", "ticks", "language"].includes(kind) ? [] : some(input(field), ofAnswer(form, field, text(field)));
  }

  function ofPicks(form, field) {
    const picks = picked(field);
    if (!picks.length && "required" in field.dataset) return [{ at: input(field), why: form.dataset.empty }];
    return picks.map(quoteOf).flatMap((quote) => {
      const words = quote.value.trim();
      return some(quote, words ? ofPassage(form, words) : form.dataset.empty);
    });
  }

  function ofAnswer(form, field, words) {
    const say = form.dataset;
    const { kind, path, pattern, longest } = field.dataset;
    if (!words) return "required" in field.dataset ? say.empty : "";
    if (kind === "id") return ofName(say, words);
    if (kind === "day") return words > today() ? say.day : "";
    if (pattern && !new RegExp(pattern, "u").test(words)) return path.endsWith("email") ? say.email : say.web;
    return ofWords(form, words, Math.min(Number(longest) || LONGEST.text, kind === "text" ? LONGEST.text : LONGEST.words));
  }

  // Words of the text: they have to stand there.
  function ofPassage(form, words) {
    const [heading, body] = ["heading", "body"].map((key) => text(form.querySelector(`[data-path="words.*.${key}"]`)));
    const why = ofWords(form, words, LONGEST.words);
    return why || (`${heading}\n${body}`.includes(words) ? "" : form.dataset.quote);
  }

  function ofWords(form, words, longest) {
    const { pattern } = form.querySelector('[data-path="contact.web"]').dataset;
    return window.contribute.ofWords(form, words, longest, new RegExp(pattern, "u"));
  }

  function ofName(say, name) {
    if (!NAME.test(name) || name.length > LONGEST.name) return say.name;
    return RESERVED.test(name) || say.taken.split(" ").includes(name) ? say.used : "";
  }

  function today() {
    const now = new Date();
    return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  }

  function some(at, why) {
    return why ? [{ at, why }] : [];
  }
})();
