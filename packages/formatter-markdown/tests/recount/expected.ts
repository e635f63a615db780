import { copies, inFixes, inOtherActions, inRecommendation } from "./actions.ts";
import { count, documents, fileCount, share, type Counting } from "./counting.ts";
import { inEvidence } from "./evidence.ts";
import { cells, numbers, plain, type Line } from "./lines.ts";

type Expected = number[] | undefined;

/** Returns the numbers that a line has to have; undefined for a line that nobody recounts. */
export function expectedNumbers(line: Line, counting: Counting): Expected {
  const { text, h2 } = line;
  if (text.startsWith("### Priority")) return [PRIORITIES.findIndex(starts(text)) + 1];
  if (text.startsWith("#")) return numbers(counting.report.assessment.title ?? "");
  if (h2 === "") return inHead(plain(text), counting);
  if (h2.endsWith(": what was found")) return inEvidence(line, counting);
  const section = SECTIONS[h2];
  return section?.(line, counting);
}

const PRIORITIES = ["fix", "keep", "clean up", "update"];

function starts(text: string): (title: string) => boolean {
  return (title) => new RegExp(String.raw`\d: ${title}`, "u").test(text);
}

const SECTIONS: Record<string, (line: Line, counting: Counting) => Expected> = {
  "At a glance": ({ text }, counting) => {
    const [system = "", , , , broken = ""] = cells(text);
    const sites = counting.sitesOf(system);
    const named = [...broken.matchAll(/([^,]+) \(/gu)].map(([, name = ""]) => name.trim());
    return [
      count(sites, "violation"),
      share(sites)[2],
      ...named.map((name) => count(counting.sitesOf(system, name), "violation")),
    ];
  },
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
  "Systems side by side": ({ text }, counting) => {
    const [title = ""] = cells(text);
    return counting.systems.flatMap((system) => sideBySide(title, system, counting));
  },
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
    return [
      read.length,
      counting.total(read, "lines"),
      Math.round(counting.total(read, "bytes") / 1000),
      report.sites.length,
      Object.keys(report.rules).length,
    ];
  }
  if (text.includes("generated")) return [outcome("generated").length];
  if (text.includes("undecided")) return [count(report.sites, "undecided")];
  return undefined;
}

function inSystems({ text, h3, head }: Line, counting: Counting): Expected {
  const paths = counting.filesOf(h3);
  if (text.startsWith("- **Location**")) return [];
  if (text.startsWith("- **Status**")) {
    const system = counting.report.systems.find(({ name }) => name === h3);
    return numbers(`${system?.since ?? ""} ${system?.note ?? ""}`);
  }
  if (text.startsWith("- **Documentation**")) return documents(text, counting);
  const generated = counting.report.files
    .filter(({ outcome }) => outcome === "generated")
    .map(({ path }) => path)
    .filter((path) => paths.includes(path)).length;
  if (text.startsWith("- **Size**")) {
    return [
      paths.length,
      counting.total(paths, "lines"),
      Math.round(counting.total(paths, "bytes") / 1000),
      ...(generated > 0 ? [generated] : []),
    ];
  }
  if (text.startsWith("And ")) return [paths.length - generated - 10];
  if (head[0] !== "File") return undefined;
  const path = cells(text)[0] ?? "";
  return [Math.round(counting.total([path], "bytes") / 1000), counting.total([path], "lines")];
}

function sideBySide(title: string, system: string, counting: Counting): number[] {
  const sites = counting.sitesOf(system);
  const files = counting.filesOf(system);
  switch (title) {
    case "Files":
      return [files.length];
    case "Lines":
      return [counting.total(files, "lines")];
    case "Violations":
      return [count(sites, "violation")];
    case "Compliant sites":
      return [count(sites, "compliant")];
    case "Allowed exceptions":
      return [count(sites, "exempt")];
    case "Undecided sites":
      return [count(sites, "undecided")];
    case "Compliance":
      return [share(sites)[2]];
    default: {
      const violations = count(counting.sitesOf(system, title), "violation");
      return violations > 0 ? [violations] : [];
    }
  }
}
