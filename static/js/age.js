// Says how old this copy is, once the device's clock is so much later that a newer one may exist.
// A clock that is earlier than the copy is wrong, and nothing is said. Without this file the date stands there.
(() => {
  const part = document.querySelector("[data-age]");
  if (!part) return;

  const [year, month, day] = part.dataset.age.split("-").map(Number);
  const now = new Date();
  const months = (now.getFullYear() - year) * 12 + now.getMonth() + 1 - month - (now.getDate() < day ? 1 : 0);
  const limit = Number(part.dataset.months);
  if (months < limit || (months === limit && now.getDate() === day)) return;

  const language = document.documentElement.lang;
  const category = window.Intl && Intl.PluralRules ? new Intl.PluralRules(language).select(months) : "other";
  const words = part.getAttribute(`data-${category}`) || part.dataset.other;
  part.insertAdjacentText("afterbegin", words.replace("{n}", months) + " ");
  part.hidden = false;
})();
