// Finds pages by words and filters. Loads nothing by itself, shows nothing, and sends nothing.
// The files of the search are scripts that hand over one value each: from file:// nothing else loads.
(() => {
  const given = new Map(); // what has arrived, by name
  const underway = new Map(); // promises of files, by name
  const searchers = new Map(); // promises of Pagefind, by language

  const search = {
    folder: "search/",
    give: (name, value) => given.set(name, value),
    prepare,
    find,
    page: (id) => file(`page.${id}`),
    words,
  };
  window.siteSearch = search;

  // Returns {id, places} of each page that has the words and fits the filters, the best first.
  // `places` count the words of the page's text; `keys` are the beginnings of the words that were found.
  async function find(language, query, filters) {
    await file("engine");
    const about = (await file("pagefind-entry")).languages[language.toLowerCase()];
    if (!about) return { hits: [], keys: [] };
    const isNarrow = !query || Object.keys(filters).length > 0;
    const fitting = isNarrow && (await window.siteSearchFilters(file, about, filters));
    if (!query) return { hits: fitting.map((id) => ({ id, places: [] })), keys: [] };

    const { results, search_keywords: keys = [] } = await ask(language, words(query).join(" "));
    const allowed = new Set(fitting || results.map((result) => result.id));
    const hits = results.filter((result) => allowed.has(result.id) && isMeant(result, keys));
    return { hits: hits.map(({ id, words: places }) => ({ id, places })), keys };
  }

  // The same steps as in src/whrin_site/tools/searchwords.py.
  function words(text) {
    // Not as literals: an old browser that stumbles over \p would not read the scripts behind this one.
    const word = new RegExp("[\\p{L}\\p{N}\\p{M}]+", "gu");
    const possessive = new RegExp("'s(?![\\p{L}\\p{N}])", "gu");
    const plain = text.normalize("NFC").toLowerCase().replace(/ё/g, "е").replace(/[’ʼ‘`´]/g, "'");
    const heard = plain.replace(possessive, "").replace(/['\u00ad\u0300-\u036f]/g, "");
    return (heard.match(word) || []).map(spelling);
  }

  function spelling(word) {
    const letter = "авс".indexOf(word);
    if (word.length === 1 && letter >= 0) return "abc"[letter];
    return word.replace(/([ыи])й(ся)?$/, "$1е$2").replace(/([ое])й(ся)?$/, "$1ю$2");
  }

  // A word that no page has is left out by Pagefind, or taken for the longest word that it begins with:
  // "a" for "aspirin". That helps with an ending that is not known, and misleads with anything shorter.
  function isMeant(result, keys) {
    const long = keys.filter((key) => key.length > 2);
    const fields = (result.verbose_meta_scores || []).flatMap((field) => field.matched_terms);
    const found = [...(result.scores || []).map((score) => score.search_term), ...fields];
    const near = (word, key) => word.length > 3 && word.length * 3 > key.length * 2 && key.startsWith(word);
    return (long.length ? long : keys).some((key) => found.some((word) => word.startsWith(key) || near(word, key)));
  }

  // Loads what every search in a language needs, and returns a searcher of Pagefind.
  function prepare(language) {
    if (!searchers.has(language)) {
      const searcher = make(language.toLowerCase());
      searcher.catch(() => searchers.delete(language)); // so that it is tried again
      searchers.set(language, searcher);
    }
    return searchers.get(language);
  }

  async function make(language) {
    const silent = () => {};
    const thrown = (message) => {
      throw new Error(message);
    };
    return (await file("engine"))(language, fetched, { log: silent, warn: silent, error: thrown });
  }

  async function ask(language, query) {
    try {
      return await (await prepare(language)).search(query);
    } catch (error) {
      searchers.delete(language); // Pagefind would never ask again for a file that did not come
      throw error;
    }
  }

  // What Pagefind gets for fetch: "/index/en_1a2b.pf_index" is the file "index.en_1a2b".
  async function fetched(address) {
    const name = address.replace(/\?.*$/, "").replace(/^\/|\.[^.]*$/g, "").replace("/", ".");
    const value = await file(name);
    const bytes = () => Uint8Array.from(atob(value), (sign) => sign.charCodeAt(0)).buffer;
    return { json: () => value, arrayBuffer: bytes };
  }

  function file(name) {
    if (given.has(name)) return Promise.resolve(given.get(name));
    if (!underway.has(name)) {
      const arrival = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.onload = () => (given.has(name) ? resolve(given.get(name)) : reject(new Error(name)));
        script.onerror = () => reject(new Error(name));
        script.src = `${search.folder}${name}.js`;
        document.head.append(script);
      });
      arrival.catch(() => underway.delete(name)); // so that it is asked for again
      underway.set(name, arrival);
    }
    return underway.get(name);
  }
})();
