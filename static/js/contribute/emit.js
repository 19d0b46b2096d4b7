// Writes values as YAML that reads back as the very same values. What another reader could take for a number,
// a truth value or a sign of YAML is put in quotation marks.
(() => {
  const PLAIN = /^\p{L}[\p{L}\p{M}\p{N} \u00a0,.;!?()/’'&+«»“”„…–—№_-]*$/u;
  const WORDS = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;
  const DAY = /^\d{4}-\d{2}-\d{2}$/;
  // What JSON leaves as it is, and a reader of YAML would not.
  const RISKY = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

  window.contribute = { emit };

  function emit(value) {
    return Object.entries(value)
      .map(([key, inner]) => entry(key, inner, ""))
      .join("");
  }

  function entry(key, value, indent) {
    const head = `${indent}${scalar(key)}:`;
    if (Array.isArray(value)) return `${head}\n${value.map((one) => item(one, `${indent}  `)).join("")}`;
    if (typeof value === "object") return `${head}\n${mapping(value, `${indent}  `)}`;
    return `${head} ${isBlock(value) ? block(value, `${indent}  `) : scalar(value)}\n`;
  }

  function mapping(value, indent) {
    return Object.entries(value)
      .map(([key, inner]) => entry(key, inner, indent))
      .join("");
  }

  function item(value, indent) {
    if (typeof value !== "object") return `${indent}- ${scalar(value)}\n`;
    return `${indent}- ${mapping(value, `${indent}  `).slice(indent.length + 2)}`;
  }

  function scalar(value) {
    if (typeof value !== "string") return String(value);
    if (DAY.test(value) || (PLAIN.test(value) && !WORDS.test(value) && !/[ \u00a0]$/.test(value))) return value;
    if (value.search(RISKY) < 0 && !value.includes("\n")) return `'${value.replace(/'/g, "''")}'`;
    return JSON.stringify(value).replace(RISKY, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  }

  function isBlock(value) {
    return typeof value === "string" && value.includes("\n") && value.search(RISKY) < 0;
  }

  // The indicator says how far the text is indented, where its own first signs would mislead.
  function block(value, indent) {
    const ending = value.endsWith("\n\n") || value === "\n" ? "+" : value.endsWith("\n") ? "" : "-";
    const lines = value.replace(/\n$/, "").split("\n");
    const text = lines.map((line) => (line ? indent + line : "")).join("\n");
    return `|${/^[\s]/.test(value) ? 2 : ""}${ending}\n${text}`;
  }
})();
