import {
  counted,
  grouped,
  overallStatus,
  stepsOf,
  type AssessedSystem,
  type Assessment,
  type Counts,
  type optionsOf,
} from "@gopherwood/formatter-markdown";
import { html } from "./html.ts";

const VERDICTS = ["violation", "undecided", "exempt", "compliant"] as const;

/** Yields what the page shows: it can be read without the script. */
export function* body(
  assessment: Assessment,
  options: ReturnType<typeof optionsOf>,
): Generator<string> {
  const { report } = assessment;
  const { commit, tool, files, problems } = report;
  const at = commit ? ` at commit <code>${html(commit.hash.slice(0, 12))}</code>` : "";
  yield (
    `<header>\n<h1>${html(options.title)}</h1>\n<p>${html(options.date)}: ` +
    `${html(overallStatus(assessment))}. ${counted(files.length, "file")}${at}, judged by ` +
    `${html(tool.name)} ${html(tool.version)}.</p>\n</header>\n<main>\n`
  );
  yield baseline(assessment);
  if (problems.length > 0) {
    const items = problems.map(
      ({ path, message }) => `<li><code>${html(path)}</code>: ${html(message)}</li>`,
    );
    yield `<section class="problems"><h2>Not judged</h2><ul>${items.join("")}</ul></section>\n`;
  }
  yield* systemsSection(assessment);
  const steps = stepsOf(assessment, options.date).map(
    ({ done, text }) => `<li>${done ? "Done: " : ""}${html(text)}</li>`,
  );
  if (steps.length > 0) {
    yield `<section><h2>What to do next</h2><ol>${steps.join("")}</ol></section>\n`;
  }
  yield FINDINGS;
}

/** The place of the findings, which the script fills. */
const FINDINGS = `<section aria-labelledby="findings-title">
<h2 id="findings-title">Findings</h2>
<form id="filters">
<label>System <select name="system"></select></label>
<label>Rule <select name="rule"></select></label>
<label>Verdict <select name="verdict"></select></label>
<label>File <input name="file" type="search" placeholder="a part of the path" autocomplete="off"></label>
</form>
<p id="count" role="status"></p>
<p class="keys"><kbd>j</kbd> <kbd>k</kbd> next and previous finding, <kbd>Enter</kbd> its code,
<kbd>/</kbd> filter by file, <kbd>Esc</kbd> all findings</p>
<ol id="findings" class="findings"></ol>
<button id="more" type="button" hidden>Show more</button>
<noscript>The list of findings needs JavaScript.</noscript>
</section>
</main>
`;

function baseline({ report }: Assessment): string {
  if (!report.baseline) return "";
  const { path, old, added, fixed } = report.baseline;
  const cards = [
    ["new", added],
    ["old", old],
    ["fixed", fixed.length],
  ] as const;
  return `<section><h2>Against the baseline <code>${html(path)}</code></h2><ul class="cards">${cards
    .map(([name, count]) => `<li><b>${grouped(count)}</b> ${name}</li>`)
    .join("")}</ul></section>\n`;
}

/** Yields the systems, with the sites and the status of each; nothing where no file was linted. */
function* systemsSection(assessment: Assessment): Generator<string> {
  const { systems } = assessment;
  if (systems.length === 0) return;
  yield (
    '<section aria-labelledby="systems"><h2 id="systems">Systems</h2>\n' +
    `<ul class="legend">${VERDICTS.map((verdict) => `<li class="${verdict}">${verdict}</li>`).join("")}</ul>\n` +
    '<div class="scroll"><table class="systems"><thead><tr><th scope="col">System</th>' +
    '<th scope="col">Sites by verdict</th><th scope="col" class="number">Violations</th>' +
    '<th scope="col" class="number">Compliant</th></tr></thead><tbody>\n'
  );
  const most = Math.max(1, ...systems.map(({ counts }) => sum(counts)));
  for (const system of systems) yield systemRow(system, most);
  yield "</tbody></table></div>\n";
  yield categories(assessment);
  yield "</section>\n";
}

function systemRow({ name, status, counts }: AssessedSystem, most: number): string {
  const total = sum(counts);
  const parts = VERDICTS.filter((verdict) => counts[verdict] > 0).map((verdict) => {
    const what = `${grouped(counts[verdict])} ${verdict}`;
    const x = VERDICTS.slice(0, VERDICTS.indexOf(verdict)).reduce(
      (before, one) => before + counts[one],
      0,
    );
    return `<rect class="${verdict}" x="${share(x, most)}%" width="${share(counts[verdict], most)}%" height="100%"><title>${what}</title></rect>`;
  });
  const described = VERDICTS.map((verdict) => `${grouped(counts[verdict])} ${verdict}`);
  const judged = counts.violation + counts.compliant;
  const compliant = judged === 0 ? "-" : `${Math.floor((counts.compliant / judged) * 100)}%`;
  const note = status === "deprecated" ? " <small>deprecated</small>" : "";
  return (
    `<tr><th scope="row">${html(name)}${note}</th><td class="chart"><svg role="img" ` +
    `aria-label="${described.join(", ")}" width="100%" height="20">${parts.join("")}</svg>` +
    `<small>${counted(total, "site")}</small></td><td class="number">${grouped(counts.violation)}` +
    `</td><td class="number">${compliant}</td></tr>\n`
  );
}

/** Returns a table of the systems and the categories, with the status of each. */
function categories({ systems, chapters }: Assessment): string {
  if (chapters.length === 0) return "";
  const heads = systems.map(({ name }) => `<th scope="col">${html(name)}</th>`);
  const rows = chapters.map(({ name }, index) => {
    const cells = systems.map(({ categories: own }) => {
      const { status = "not applicable", counts } = own[index] ?? {};
      const open = counts && counts.violation > 0 ? ` (${grouped(counts.violation)})` : "";
      return `<td><span class="status ${status.replace(" ", "-")}">${status}${open}</span></td>`;
    });
    return `<tr><th scope="row">${html(name)}</th>${cells.join("")}</tr>`;
  });
  return (
    '<div class="scroll"><table><thead><tr><th scope="col">Category</th>' +
    `${heads.join("")}</tr></thead><tbody>${rows.join("\n")}</tbody></table></div>\n`
  );
}

function sum(counts: Counts): number {
  return VERDICTS.reduce((total, verdict) => total + counts[verdict], 0);
}

function share(part: number, whole: number): string {
  return ((part / whole) * 100).toFixed(2);
}
