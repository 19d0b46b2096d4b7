// The list of results in one language. A result shows an excerpt with the found words marked, or else
// the summary of its page; where the page speaks of hard subjects, its content note and the summary.
(() => {
  const AT_ONCE = 20; // results shown before "Show more"
  const LENGTH = 32; // words of an excerpt
  const BEFORE = 5; // words in front of the first one that was found

  // `group` holds the list, `template` is an empty result, `root` leads to the root of the site.
  window.siteSearchResults = (group, template, root) => {
    const list = group.querySelector("ol");
    const more = group.querySelector("button");
    let hits = [];
    let keys = [];
    more.addEventListener("click", showMore);
    return { language: group.dataset.language, load, show, hide };

    // Returns elements for some of the hits, when the index has told what they are.
    function load(some, theirKeys) {
      return Promise.all(some.slice(0, AT_ONCE).map((hit) => result(hit, theirKeys)));
    }

    function show(elements, all, theirKeys) {
      [hits, keys] = [all, theirKeys];
      list.replaceChildren(...elements);
      group.hidden = !hits.length;
      more.hidden = hits.length <= elements.length;
    }

    function hide() {
      group.hidden = true;
    }

    async function showMore() {
      const asked = hits;
      const next = await load(hits.slice(list.children.length), keys).catch(() => []);
      if (asked !== hits) return; // something else was looked for meanwhile
      list.append(...next);
      more.hidden = hits.length <= list.children.length;
      if (next.length) next[0].querySelector("a").focus();
    }

    async function result({ id, places }, theirKeys) {
      const page = await window.siteSearch.page(id);
      const made = template.cloneNode(true);
      made.lang = group.dataset.language;
      made.dir = group.dataset.direction;
      const link = made.querySelector(".search__link");
      link.href = root + page.url;
      link.textContent = page.title;
      fill(made.querySelector(".search__language"), group.dataset.label);
      fill(made.querySelector(".search__marks"), page.marks.join(" · "));
      fill(made.querySelector(".search__excerpt"), ...words(page, places, theirKeys));
      return made;
    }
  };

  function fill(element, ...parts) {
    element.append(...parts.filter(Boolean));
    element.hidden = !element.textContent;
  }

  function words(page, places, keys) {
    if (page.note) return [`${page.note} `, page.summary];
    return excerpt(page, places, keys) || [page.summary];
  }

  function excerpt(page, places, keys) {
    const words = page.text ? page.text.split(" ") : [];
    const found = new Set(shownPlaces(words, page.forms, places, keys));
    if (!found.size) return null;
    const starts = [...found].map((place) => Math.max(0, Math.min(place - BEFORE, words.length - LENGTH)));
    const within = (start) => [...found].filter((place) => place >= start && place < start + LENGTH).length;
    const start = starts.reduce((best, other) => (within(other) > within(best) ? other : best));
    const end = Math.min(start + LENGTH, words.length);
    const pieces = words.slice(start, end).flatMap((word, at) => (found.has(start + at) ? marked(word) : [`${word} `]));
    return [start > 0 && "… ", ...pieces, end < words.length && "…"];
  }

  // Behind the words of the text the index has their further forms, and then words that are never shown.
  // Short words such as "c" find half the alphabet: only what looks like the query is marked.
  function shownPlaces(words, forms, places, keys) {
    const looksAlike = (word) =>
      keys.some((key) => (key.length > 1 ? word.startsWith(key.slice(0, 3)) : word === key && keys.length === 1));
    return places
      .map((place) => (place < words.length ? place : forms[place - words.length]))
      .filter((place) => place !== undefined && window.siteSearch.words(words[place]).some(looksAlike));
  }

  function marked(word) {
    const [, before, core, after] = word.match(new RegExp("^([^\\p{L}\\p{N}]*)(.*?)([^\\p{L}\\p{N}]*)$", "u"));
    const mark = document.createElement("mark");
    mark.textContent = core;
    return [before, mark, `${after} `];
  }
})();
