// Lighthouse on a phone over pages of a site: `lighthouse.mjs ADDRESS LIFTED PAGE …`, where CHROME_PATH names the
// browser, and LIFTED is the address of the same pages without their policy, for what the policy keeps Lighthouse from.
// It prints the scores of each page, and ends with 1 where one is below 100 for a reason that is not excused.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const RUNS = 3; // a busy machine makes a page slow once, not three times

// Audits that cannot be passed here, and when; docs/accessibility.md has the reasons.
const EXCUSED = {
  "is-crawlable": (audit, html) => html.includes('class="draft-notice"'),
  "robots-txt": (audit) => audit.explanation?.includes("unable to download"),
  "target-size": (audit) => audit.details.items.every(isHalfBehindTheLeaveBar),
};

const [address, lifted, ...pages] = process.argv.slice(2);
const chrome = await launch({ chromeFlags: ["--headless=new", "--no-sandbox"] });
process.exitCode = 1;
try {
  process.exitCode = (await allGood()) ? 0 : 1;
} finally {
  chrome.kill();
}

async function allGood() {
  let good = true;
  for (const page of pages) {
    const found = await best(address + page);
    if (page === pages[0]) {
      await askAgain(found, lifted + page);
      print(found.version, Object.keys(found.scores));
    }
    print(page, Object.values(found.scores), found.excused.length ? `excused: ${found.excused.join(", ")}` : "");
    for (const reason of found.lost) console.log(`    ${reason}`);
    good &&= !found.lost.length;
  }
  return good;
}

async function best(url) {
  const html = await (await fetch(url)).text();
  let found;
  for (let run = 0; run < RUNS; run++) {
    const { lhr } = await lighthouse(url, { port: chrome.port, logLevel: "error" });
    const next = judged(lhr, html);
    if (!found || next.lost.length < found.lost.length) found = next;
    if (!found.lost.length) break;
  }
  return found;
}

// The file that the policy hides from Lighthouse, the same for all pages, must be in order as well.
async function askAgain(found, url) {
  const { lhr } = await lighthouse(url, { port: chrome.port, logLevel: "error", onlyCategories: ["seo"] });
  found.scores["seo without policy"] = Math.round(lhr.categories.seo.score * 100);
  if (lhr.audits["robots-txt"].score !== 1) found.lost.push(told(lhr.audits["robots-txt"]));
}

function judged(lhr, html) {
  const categories = Object.values(lhr.categories);
  const below = categories.filter(({ score }) => !(score >= 1)); // no score is none, too
  const failed = below.map(({ id, auditRefs }) => ({ id, audits: auditRefs.filter(isFailed).map(audit) }));
  const isExcused = (one) => Boolean(EXCUSED[one.id]?.(one, html));
  const audits = failed.flatMap((category) => category.audits);
  const unexplained = failed.filter((category) => !category.audits.length);
  return {
    version: `Lighthouse ${lhr.lighthouseVersion}`,
    scores: Object.fromEntries(categories.map(({ id, score }) => [id, Math.round(score * 100)])),
    excused: audits.filter(isExcused).map(({ id }) => id),
    lost: [
      ...audits.filter((one) => !isExcused(one)).map(told),
      ...unexplained.map(({ id }) => `${id}: ${lhr.runtimeError?.message || "no score"}`),
    ],
  };

  function audit({ id }) {
    return lhr.audits[id];
  }

  function isFailed(ref) {
    return ref.weight > 0 && audit(ref).score !== null && audit(ref).score < 1;
  }
}

// What lies under the edge of the screen is partly covered, until one scrolls.
function isHalfBehindTheLeaveBar({ node, subItems }) {
  const isBar = ({ relatedNode }) => relatedNode.snippet.includes("data-leave");
  return node.explanation.includes("partially obscured") && subItems.items.some(isBar);
}

function told({ id, title, displayValue, explanation, details }) {
  const where = details?.items?.[0]?.node?.snippet;
  return `${id}: ${[title, displayValue, explanation, where].filter(Boolean).join(" · ")}`;
}

function print(name, columns, remark = "") {
  console.log(`${name.padEnd(38)}${columns.map((column) => String(column).padStart(20)).join("")}  ${remark}`.trimEnd());
}
