// Proposes the name of a file for a title, in Latin or in Cyrillic letters.
(() => {
  const LONGEST = 60;
  const LATIN = new Map(
    "а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ _ ы y ь _ э e ю yu я ya і i ї yi є ye ґ g қ q ғ gh ң ng ү u ұ u һ h ө o ә a ў u ҳ h ҷ j ӣ i ӯ u ł l ø o ß ss"
      .match(/\S+ \S+/g)
      .map((pair) => pair.split(" "))
  );

  window.contribute.slug = (title) =>
    [...title.toLowerCase()]
      .map((letter) => (LATIN.get(letter) || letter).replace("_", ""))
      .join("")
      .normalize("NFD")
      .replace(/\p{M}|['’ʼ`]/gu, "")
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, LONGEST)
      .replace(/^-|-$/g, "");
})();
