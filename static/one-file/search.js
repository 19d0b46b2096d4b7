// Finds chapters of the one file by the words in them. Without this file the contents lead to each.
(() => {
  const root = document.querySelector("[data-find]");
  if (!root) return;
  const form = root.querySelector("form");
  const status = root.querySelector("[role=status]");
  const list = root.querySelector("ol");
  const pattern = root.querySelector("template").content.firstElementChild;
  const letter = "\\p{L}\\p{N}\\p{M}";
  const word = new RegExp(`[${letter}]+`, "gu"); // not a literal: old browsers stumble over it
  const piece = new RegExp(`[${letter}]+|[^${letter}]+`, "gu");
  const ending = new RegExp(`^(.{3,}?)(?:${root.dataset.endings.split(" ").join("|")})$`);
  let chapters;

  const plain = (text) => text.normalize("NFC").toLowerCase().replace(/ё/g, "е").replace(/['’ʼ\u00ad]/g, "");
  const wordsOf = (text) => plain(text).match(word) || [];
  const stem = (found) => (root.dataset.endings && (found.match(ending) || [])[1]) || found;

  // The text of each chapter, and the stem of each of its words.
  const read = () =>
    [...document.querySelectorAll("[data-chapter]")].map((element) => {
      const blocks = [...element.querySelectorAll("p, li, dd, dt, h4")];
      const title = element.querySelector("h3");
      const texts = blocks.filter((block) => !block.querySelector("p, li")).map((block) => block.textContent);
      const own = [title.textContent, ...texts, element.dataset.also];
      return { element, title, texts, words: new Set(own.flatMap(wordsOf)) };
    });

  const fits = (query) => {
    const asked = stem(query);
    return (found) => stem(found) === asked || (query.length > 2 && found.startsWith(query));
  };

  const has = (chapter, asked) => asked.every((one) => [...chapter.words].some(one));

  function excerpt(text, asked, into) {
    const pieces = text.replace(/\s+/g, " ").match(piece) || []; // words, and what stands between them
    const isFound = (one) => wordsOf(one).some((found) => asked.some((is) => is(found)));
    const first = Math.max(0, pieces.findIndex(isFound) - 20);
    if (first) into.append("… ");
    for (const one of pieces.slice(first, first + 60)) {
      const mark = document.createElement("mark");
      mark.textContent = one;
      into.append(isFound(one) ? mark : one);
    }
    if (pieces.length > first + 60) into.append(" …");
  }

  function result(chapter, asked) {
    const item = pattern.cloneNode(true);
    const link = item.querySelector("a");
    link.href = `#${chapter.title.id}`;
    link.textContent = chapter.title.textContent;
    link.lang = chapter.title.lang || document.documentElement.lang;
    item.querySelector(".find__about").textContent = chapter.element.dataset.about;
    const text = chapter.texts.find((one) => wordsOf(one).some((found) => asked.some((is) => is(found))));
    if (text) excerpt(text, asked, item.querySelector(".find__excerpt"));
    return item;
  }

  function find() {
    const query = form.elements.words.value.trim();
    const asked = wordsOf(query).map(fits);
    chapters = chapters || read();
    const found = asked.length ? chapters.filter((chapter) => has(chapter, asked)) : [];
    const inTitle = (chapter) => wordsOf(chapter.title.textContent).some((one) => asked.some((is) => is(one)));
    found.sort((one, other) => inTitle(other) - inTitle(one));
    list.textContent = "";
    list.append(...found.map((chapter) => result(chapter, asked)));
    const { count, none } = root.dataset;
    const words = found.length ? count.replace("{n}", found.length) : none.replace("{query}", query);
    status.textContent = asked.length ? words : "";
  }

  root.hidden = false;
  form.addEventListener("input", find);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    find();
  });
})();
