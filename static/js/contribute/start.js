// The form: looks at the answers while the reader types, and makes the file when she asks for it.
(() => {
  const form = document.querySelector(".contribute");
  if (!form) return;
  const { askForQuotes, emit, find, input, offer, record, show, slug, tell, text } = window.contribute;
  const PAUSE = 400; // milliseconds without typing, after which the answers are looked at
  const HEAD = "# yaml-language-server: $schema=../schema/case-study.schema.json\n";
  const name = input(form.querySelector("[data-kind=id]"));
  const language = form.querySelector("[data-kind=language] select");
  let touched = new Set(); // fields that were filled in: others are not called wrong before she is done
  let isNameOwn = false; // the name of the file follows the title until somebody writes another
  let isAsked = false;
  let pause;

  language.value = document.documentElement.lang.split("-")[0];
  if (!language.value) language.selectedIndex = 0;
  form.hidden = false;
  offer(form);

  form.addEventListener("input", (event) => {
    if (event.target === name) isNameOwn = Boolean(name.value);
    if (!isNameOwn) name.value = slug(text(form.querySelector('[data-path="words.*.name"]')));
    clearTimeout(pause);
    pause = setTimeout(look, PAUSE);
  });
  form.addEventListener("change", (event) => {
    touched.add(event.target);
    askForQuotes(form);
    look();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    isAsked = true;
    form.querySelector(look().length ? ".wrongs" : "#made").focus();
  });
  form.addEventListener("reset", () => {
    touched = new Set();
    isNameOwn = isAsked = false;
    setTimeout(() => {
      askForQuotes(form);
      look();
      language.focus();
    }); // the fields are emptied after this event
  });

  function look() {
    clearTimeout(pause);
    const found = find(form);
    const made = record(form);
    tell(form, found, (at) => isAsked || touched.has(at), isAsked);
    form.querySelector("[data-left-out]").hidden = Boolean(made.contacts) || !hasContact();
    if (isAsked && !found.length) show(form, text(name.parentElement), HEAD + emit(made));
    else form.querySelector(".made").hidden = true;
    return found;
  }

  function hasContact() {
    return [...form.querySelectorAll('[data-kind=line][data-path^="contact."]')].some((field) => text(field));
  }
})();
