import type { DiagnosticSeverity } from "vscode-languageserver/node";

const SEVERITIES = new Map<unknown, DiagnosticSeverity | null>([
  ["error", 1],
  ["warning", 2],
  ["information", 3],
  ["hint", 4],
  ["off", null],
]);

/** The settings of the section `gopherwood`. */
export interface Settings {
  /** Lint at all. Default: true. */
  readonly enable: boolean;
  /** Lint at each pause of typing, or when a file is saved. Default: while typing. */
  readonly run: "onType" | "onSave";
  /** Apply all fixes before a file is saved. Default: false. */
  readonly fixOnSave: boolean;
  /** The severities of rules in the editor, by rule or glob; null hides their findings. */
  readonly severity: ReadonlyMap<string, DiagnosticSeverity | null>;
  /** Show the verdict of a judged site when the mouse rests on it. Default: false. */
  readonly siteHover: boolean;
  /** Show above each file how many of its sites are compliant. Default: false. */
  readonly codeLens: boolean;
}

/** Returns the settings in what a client sent; what is missing or wrong has its default. */
export function readSettings(sent: unknown): Settings {
  const values = (typeof sent === "object" && sent !== null ? sent : {}) as Record<
    string,
    unknown
  >;
  const severity =
    typeof values["severity"] === "object" && values["severity"] !== null
      ? Object.entries(values["severity"])
      : [];
  return {
    enable: values["enable"] !== false,
    run: values["run"] === "onSave" ? "onSave" : "onType",
    fixOnSave: values["fixOnSave"] === true,
    severity: new Map(
      severity.flatMap(([rule, name]) => {
        const found = SEVERITIES.get(name);
        return found === undefined ? [] : [[rule, found] as const];
      }),
    ),
    siteHover: values["siteHover"] === true,
    codeLens: values["codeLens"] === true,
  };
}

/**
 * Returns the severity that the settings give to a rule: undefined for none, null to hide its
 * findings. Of several patterns that match, the last one counts.
 */
export function severityOf(
  ruleId: string,
  { severity }: Settings,
): DiagnosticSeverity | null | undefined {
  const [, found] = [...severity].findLast(([pattern]) => matches(ruleId, pattern)) ?? [];
  return found;
}

/** Returns true if a pattern, in which `*` stands for any text, matches a rule. */
function matches(ruleId: string, pattern: string): boolean {
  const parts = pattern
    .split("*")
    .map((part) => part.replaceAll(/[\\^$.+?()[\]{}|]/gu, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "u").test(ruleId);
}
