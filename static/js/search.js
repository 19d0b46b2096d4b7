// The search form: asks while the reader types, and says how many pages there are. Without this file,
// or where it fails, the lists to browse stand there. What is typed stays in the form: its fields have
// no names, so that not even a browser could send or keep it.
(() => {
  const PAUSE = 200; // milliseconds without typing, after which an answer is looked for
  const SLOW = 400; // milliseconds of waiting, after which readers are told

  for (const part of document.querySelectorAll("[data-search]")) {
    const words = part.dataset;
    const form = part.querySelector("form");
    const input = form.querySelector("input");
    const status = part.querySelector("[role=status]");
    const browse = part.querySelector("[data-browse]");
    const found = part.querySelector(".search__found");
    let turns = 0; // an answer to an earlier question is thrown away
    let pause;
    let waiting;

    if (typeof WebAssembly !== "object") {
      offerLists(words.failed);
      continue;
    }
    const root = words.folder.replace(/search\/$/, "");
    const template = part.querySelector("template").content.firstElementChild;
    const groups = [...part.querySelectorAll("[data-language]")]; // that of the page comes first
    const lists = groups.map((group) => window.siteSearchResults(group, template, root));
    window.siteSearch.folder = words.folder;
    form.hidden = false;
    browse.hidden = true;

    form.addEventListener("focusin", prepare, { once: true });
    form.addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(answer, PAUSE);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      answer();
    });
    form.addEventListener("reset", () => {
      input.focus();
      setTimeout(answer); // the fields are emptied after this event
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "Escape") form.reset();
    });

    function prepare() {
      window.siteSearch.prepare(lists[0].language).catch(() => {}); // said when something is asked
    }

    async function answer() {
      clearTimeout(pause);
      clearTimeout(waiting);
      const turn = ++turns;
      const query = input.value.trim();
      const filters = chosen();
      showNotes(query);
      browse.hidden = true;
      found.setAttribute("aria-busy", "true");
      if (query || Object.keys(filters).length) {
        waiting = setTimeout(() => (status.textContent = words.loading), SLOW);
        await fill(query, filters, () => turn === turns);
      } else {
        for (const list of lists) list.hide();
        tell("");
      }
      if (turn === turns) found.removeAttribute("aria-busy");
    }

    async function fill(query, filters, isCurrent) {
      let total = 0;
      try {
        for (const list of lists) {
          const { hits, keys } = await window.siteSearch.find(list.language, query, filters);
          const elements = await list.load(hits, keys);
          if (!isCurrent()) return;
          if (list === lists[0]) for (const other of lists) other.hide();
          list.show(elements, hits, keys);
          total += hits.length;
          if (total) tell(counted(total));
        }
        if (total) return;
        tell(query ? words.none.replace("{query}", () => query) : words.noneFits);
        offerLists(words.hint);
      } catch (error) {
        if (!isCurrent() || total) return; // what was found in one language stays
        for (const list of lists) list.hide();
        tell(words.failed);
        offerLists("");
      }
    }

    function chosen() {
      const selects = [...form.querySelectorAll("[data-filter]")].filter((select) => select.value);
      return Object.fromEntries(selects.map((select) => [select.dataset.filter, select.value]));
    }

    function counted(n) {
      const category = window.Intl && Intl.PluralRules ? new Intl.PluralRules(lists[0].language).select(n) : "";
      return (part.getAttribute(`data-count-${category}`) || words.count).replace("{n}", n);
    }

    function showNotes(query) {
      const spelled = (text) => ` ${window.siteSearch.words(text).join(" ")}`;
      const stem = (word) => (word.length > 6 ? word.slice(0, -2) : word); // without an ending, as it were
      for (const note of part.querySelectorAll("[data-words]")) {
        note.hidden = !note.dataset.words.split("|").some((word) => spelled(query).includes(stem(spelled(word))));
      }
    }

    function tell(text) {
      clearTimeout(waiting);
      if (status.textContent !== text) status.textContent = text;
    }

    function offerLists(why) {
      browse.querySelector("p").textContent = why;
      browse.hidden = false;
    }
  }
})();
