// Finds the pages that fit the filters of a search. What it loads grows with the directory, so whoever
// only looks for words never loads it.
(() => {
  // `file` loads a value by its name, `about` is what the search knows of a language.
  // Returns the ids of the pages, by title; without filters those of all pages.
  window.siteSearchFilters = async (file, about, filters) => {
    const [pages, ...chosen] = await Promise.all([
      file(`order.${about.order}`),
      ...Object.entries(filters).map(([name, value]) => numbers(about.filters[name], value)),
    ]);
    return pages.filter((id, number) => chosen.every((numbers) => numbers.has(number)));

    // Of each value the file has the number of the first page, and then the steps to each next one.
    async function numbers(name, value) {
      const known = name ? await file(`filter.${name}`) : {};
      let number = 0;
      return new Set((known[value] || []).map((step) => (number += step)));
    }
  };
})();
