import { copies, inFixes, inOtherActions, inRecommendation } from "./actions.ts";
import { count, documents, fileCount, type Counting } from "./counting.ts";
import { inEvidence } from "./evidence.ts";
import { cells, numbers, plain, type Line } from "./lines.ts";
import { inAppendix, inPage, inSummary } from "./page.ts";

type Expected = number[] | undefined;

/** Returns the numbers that a line has to have; undefined for a line that nobody recounts. */
export function expectedNumbers(line: Line, counting: Counting): Expected {
  const { text, h2 } = line;
  if (h2 === "Summary" && text.startsWith("- [")) {
    return SECTIONS["Next steps"]?.(line, counting);
  }
  if (text.startsWith("### Priority")) return [PRIORITIES.findIndex(starts(text)) + 1];
  if (text.startsWith("#")) return numbers(counting.report.assessment.title ?? "");
  if (h2 === "") return inHead(plain(text), counting);
  if (h2.endsWith(": what was found")) return inEvidence(line, counting);
  if (counting.systems.includes(h2)) return inPage(line, counting);
  if (line.h3 === "Systems side by side") return inSideBySide(line, counting);
  const section = SECTIONS[h2];
  return section?.(line, counting);
}

const PRIORITIES = ["fix", "keep", "clean up", "update"];

function starts(text: string): (title: string) => boolean {
  return (title) => new RegExp(String.raw`\d: ${title}`, "u").test(text);
}

const SECTIONS: Record<string, (line: Line, counting: Counting) => Expected> = {
  Summary: inSummary,
  Appendix: inAppendix,
  "Systems identified": inSystems,
  "Compliance summary": ({ text, h3 }, counting) => {
    const [category = "", , details = ""] = cells(text);
    const sites = counting.sitesOf(h3.replace(/: summary$/u, ""), category);
    const broken = sites.filter(({ verdict }) => verdict === "violation");
    const exempt = sites.filter(({ verdict }) => verdict === "exempt");
    const reasons = new Set(exempt.map(({ reason }) => reason)).size;
    return [
      broken.length,
      fileCount(broken),
      count(sites, "compliant"),
      exempt.length,
      details.includes("other reason") ? reasons - 1 : 0,
      count(sites, "undecided"),
    ].filter((number) => number > 0);
  },
  "Systems side by side": inSideBySide,
  "Recommended actions": (line, counting) => {
    if (line.h3.startsWith("Priority 1")) return inFixes(line, counting);
    return inOtherActions(line, counting);
  },
  Recommendation: inRecommendation,
  "Next steps": ({ text, lead }, counting) => {
    if (lead === "To leave alone") {
      const old = counting.systems.filter((system) => !counting.isActive(system));
      return [
        count(
          old.flatMap((system) => counting.sitesOf(system)),
          "violation",
        ),
      ];
    }
    const [, system = ""] = /violations? in (.*?)(?: \(|\.$)/u.exec(text) ?? [];
    if (system !== "") {
      const sites = counting.fixesOf(system);
      const fixed = sites.filter(({ fixKind }) => fixKind === "fix").length;
      return [sites.length, ...(fixed > 0 ? [fixed] : [])];
    }
    if (text.includes("copied file")) return [copies(counting).length];
    if (text.includes("import")) return [counting.references("import").length];
    if (text.includes("document")) {
      return [new Set(counting.references("mention").map(({ file }) => file)).size];
    }
    if (text.includes("undecided")) return [count(counting.report.sites, "undecided")];
    return undefined;
  },
};

function inHead(text: string, counting: Counting): Expected {
  const { report } = counting;
  const violations = (isActive: boolean) =>
    counting.systems
      .filter((system) => counting.isActive(system) === isActive)
      .reduce((sum, system) => sum + count(counting.sitesOf(system), "violation"), 0);
  const outcome = (wanted: string) =>
    report.files.filter((file) => file.outcome === wanted).map(({ path }) => path);
  if (text.startsWith("- **Date**")) return [2026, 1, 2];
  if (text.startsWith("- **Status**")) return [violations(true), violations(false)];
  if (text.startsWith("- **Written by**")) return numbers(report.tool.version);
  if (text.startsWith("- **Read**")) {
    const read = [...outcome("linted"), ...outcome("nothing to say")];
    return [...counting.sizeOf(read), Object.keys(report.rules).length, report.sites.length];
  }
  if (text.includes("generated")) return [outcome("generated").length];
  if (text.includes("undecided")) return [count(report.sites, "undecided")];
  return undefined;
}

function inSystems({ text, h3, head }: Line, counting: Counting): Expected {
  const system = h3.replace(/: files$/u, "");
  const paths = counting.filesOf(system);
  if (text.startsWith("- **Location**")) return [];
  if (text.startsWith("- **Status**")) {
    const named = counting.report.systems.find(({ name }) => name === system);
    return numbers(`${named?.since ?? ""} ${named?.note ?? ""}`);
  }
  if (text.startsWith("- **Documentation**")) return documents(text, counting);
  const generated = counting.report.files
    .filter(({ outcome }) => outcome === "generated")
    .map(({ path }) => path)
    .filter((path) => paths.includes(path)).length;
  if (text.startsWith("- **Size**")) {
    return [
      ...counting.sizeOf(paths),
      Math.round(counting.total(paths, "bytes") / 1000),
      ...(generated > 0 ? [generated] : []),
    ];
  }
  if (text.startsWith("And ")) return [paths.length - generated - 10];
  if (head[0] !== "File") return undefined;
  const path = cells(text)[0] ?? "";
  return [Math.round(counting.total([path], "bytes") / 1000), counting.total([path], "lines")];
}

function inSideBySide({ text }: Line, counting: Counting): Expected {
  const [title = ""] = cells(text);
  return counting.systems.flatMap((system) => sideBySide(title, system, counting));
}

function sideBySide(title: string, system: string, counting: Counting): number[] {
  const sites = counting.sitesOf(system);
  const [code = 0, lines = 0, tests = 0] = counting.sizeOf(counting.filesOf(system));
  switch (title) {
    case "Files":
      return [code];
    case "Lines":
      return [lines];
    case "Test files":
      return [tests];
    case "Violations":
      return [count(sites, "violation")];
    case "Compliant sites":
      return [count(sites, "compliant")];
    case "Allowed exceptions":
      return [count(sites, "exempt")];
    case "Undecided sites":
      return [count(sites, "undecided")];
    default: {
      const violations = count(counting.sitesOf(system, title), "violation");
      return violations > 0 ? [violations] : [];
    }
  }
}
