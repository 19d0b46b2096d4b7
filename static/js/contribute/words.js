// Finds what plain words of a text may not hold, as `check` would: signs of HTML and of rich Markdown,
// characters that nobody sees, letters of another language.
(() => {
  const UNSEEN =
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060-\u2069\ud800-\udfff\ue000\ue001\ufeff\ufffe\uffff]/u;
  const SEAM = /[A-Za-zÀ-ɏ\u0400-\u052f]*(?:[A-Za-zÀ-ɏ][\u0400-\u052f]|[\u0400-\u052f][A-Za-zÀ-ɏ])[A-Za-zÀ-ɏ\u0400-\u052f]*/;
  // HTML, pictures, headings, the same sign again and again, lists within lists, tables and code that stands far in.
  const MARKUP = [/<[A-Za-z/!?][^\n]{0,20}/, /!\[/, /^#.{0,20}/m, /(.)\1{99}/su, /^[ \t]*(?:[>*+-][ \t]*){5}/m, /^[ \t]{8,}\S/m, /^.*\|.*\|/m, /^ {0,3}\[[^\n]*\]:.{0,20}/m];
  const LINK = /\]\(\s*<?([^)\s>]*)/g;
  const AS_IT_IS = /\S*(?:@|:\/\/|[\p{L}\p{N}_]\.[\p{L}\p{N}_])\S*|`[^`]*`|\]\([^)]*\)|«[^»]*»|“[^”]*”|„[^“”]*[“”]|"[^"\n]*"/gu;
  const LETTERS = { latin: /[A-Za-zÀ-ɏ]/g, cyrillic: /[\u0400-\u052f]/g };
  const PROSE = 4;

  Object.assign(window.contribute, { ofWords });

  // Returns what to say about the words, or nothing. `web` is how a link is written.
  function ofWords(form, words, longest, web) {
    const say = form.dataset;
    const surplus = [...words].length - longest;
    if (UNSEEN.test(words)) return say.unseen;
    if (surplus > 0) return say.long.replace("{n}", surplus);
    const seam = words.match(SEAM);
    if (seam) return say.mixed.replace("{found}", () => seam[0]);
    const found = markup(words, web);
    if (found) return say.markup.replace("{found}", () => found);
    return words.split(/\n+/).some((part) => isForeign(part, letters(form))) ? say.letters : "";
  }

  function markup(words, web) {
    const signs = MARKUP.map((sign) => words.match(sign)).find(Boolean);
    if (signs) return signs[0].slice(0, 20);
    if (words.split("[").length > 100) return "[";
    const targets = [...words.matchAll(LINK)].map((found) => found[1]);
    return targets.find((target) => !web.test(target));
  }

  // The letters of the language that was chosen are those of its own name.
  function letters(form) {
    const name = form.querySelector("[data-kind=language] select").selectedOptions[0].textContent;
    return Object.keys(LETTERS).find((key) => count(name, key));
  }

  function isForeign(words, own) {
    if (!own) return false;
    const text = words.replace(AS_IT_IS, " ");
    const other = own === "latin" ? "cyrillic" : "latin";
    const foreign = count(text, other);
    const small = text.match(/[a-zà-ɏа-ѓ]{2,}/g) || [];
    if (own === "latin" && !count(text, own) && foreign > 2) return true;
    return foreign > count(text, own) && small.length >= PROSE;
  }

  function count(text, key) {
    return (text.match(LETTERS[key]) || []).length;
  }
})();
