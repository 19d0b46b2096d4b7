// Shows what the form came to: the preview as plain words, the text of the file, and the ways to take it along.
(() => {
  const LONGEST = 7500; // characters that a web server takes for an address, with some to spare
  const { text, picked, quoteOf, isPersonal, labelOf } = window.contribute;
  const by = (form, path) => text(form.querySelector(`[data-path="words.*.${path}"]`));

  Object.assign(window.contribute, { show, offer });

  function show(form, name, yaml) {
    const part = form.querySelector(".made");
    const note = part.querySelector("[data-personal-note]");
    part.querySelector("[data-file]").value = yaml;
    part.querySelector("[data-name-of-file]").textContent = `${name}.yaml`;
    note.textContent = form.dataset.personal;
    note.hidden = !isPersonal(`${by(form, "heading")} ${by(form, "summary")} ${by(form, "body")}`);
    part.querySelector("[data-preview]").replaceChildren(...preview(form));
    if (form.dataset.editor) link(form, name, yaml);
    part.hidden = false;
  }

  function preview(form) {
    const facts = [...form.querySelectorAll("[data-kind=tag], [data-kind=tags]")].flatMap((field) => {
      const heading = field.querySelector(".field__label").firstChild.textContent.trim();
      const facts = picked(field).map((pick) => fact(labelOf(pick), quoteOf(pick).value.trim()));
      return facts.length ? [made("h4", heading, "preview__heading"), ...facts] : [];
    });
    const paragraphs = by(form, "body").split(/\n{2,}/).map((words) => made("p", words));
    return [made("h3", by(form, "heading")), made("p", by(form, "summary"), "preview__summary"), ...paragraphs, ...facts];
  }

  function fact(term, quote) {
    const element = made("p", `${term} `);
    element.append(made("q", quote)); // the page has the quotation marks of its language
    return element;
  }

  function made(tag, words, kind = "preview__words") {
    const element = document.createElement(tag);
    element.className = kind;
    element.textContent = words;
    return element;
  }

  function link(form, name, yaml) {
    const empty = `${form.dataset.editor}?filename=${encodeURIComponent(name)}.yaml`;
    const full = `${empty}&value=${encodeURIComponent(yaml)}`;
    form.querySelector("[data-open]").href = full.length > LONGEST ? empty : full;
    form.querySelector("[data-too-long]").hidden = full.length <= LONGEST;
  }

  // Makes the buttons work.
  function offer(form) {
    const file = form.querySelector("[data-file]");
    const said = form.querySelector("[data-said]");

    form.querySelector("[data-copy]").addEventListener("click", () => {
      file.focus();
      file.select();
      said.textContent = document.execCommand("copy") ? form.dataset.copied : form.dataset.copyByHand;
    });
    form.querySelector("[data-download]").addEventListener("click", () => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([file.value], { type: "text/yaml" }));
      link.download = form.querySelector("[data-name-of-file]").textContent;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000); // a slow disk may still be reading
    });
  }
})();
