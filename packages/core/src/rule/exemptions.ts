import { matchesGlob } from "../source/matches-glob.ts";
import { STRINGS, type OptionDeclaration, type OptionDeclarations } from "./options.ts";

/** A file that a rule may leave alone. */
export interface ExemptionFile {
  /** The path that globs match, from `projectPathOf`. */
  readonly path: string;
  /** The name in the package clause; empty if there is none. */
  readonly packageName: string;
  /** The paths of its imports. */
  readonly imports: readonly string[];
}

/** An option that exempts whole files from a rule. */
export interface Exemption<Option extends OptionDeclaration = OptionDeclaration> {
  readonly option: Option;
  /** Returns why a file is exempt, as a site says it; null if it is not. */
  readonly reasonFor: (value: never, file: ExemptionFile) => string | null;
}

/** The exemptions of a rule, by the names of their options; the first that applies counts. */
export type Exemptions = Readonly<Record<string, Exemption>>;

/** The options that exemptions are configured by. */
export type ExemptionOptions<Declared> = {
  readonly [Name in keyof Declared]: Declared[Name] extends Exemption<infer Option>
    ? Option
    : never;
};

/** Exempts `_test.go` files and those that import `testing`, unless the option is true. */
export function testFiles(isChecked = false) {
  return {
    option: {
      description: "Look at tests as well: _test.go files, and those that import testing.",
      type: "boolean",
      default: isChecked,
    },
    reasonFor(isChecked: boolean, file: ExemptionFile) {
      if (isChecked) return null;
      if (file.path.endsWith("_test.go")) return "test file";
      return file.imports.includes("testing") ? "helper of tests" : null;
    },
  } as const;
}

/** Exempts `main` packages, unless the option is true. */
export function mainPackages(isChecked = false) {
  return {
    option: {
      description: "Look at main packages as well.",
      type: "boolean",
      default: isChecked,
    },
    reasonFor: (isChecked: boolean, { packageName }: ExemptionFile) =>
      !isChecked && packageName === "main" ? "main package" : null,
  } as const;
}

/** Exempts packages by their names. */
export function packageNames(names: readonly string[] = []) {
  return {
    option: {
      description: "Names of packages that the rule leaves alone.",
      ...STRINGS,
      default: names,
    },
    reasonFor: (exempt: readonly string[], { packageName }: ExemptionFile) =>
      exempt.includes(packageName) ? `exempt package: ${packageName}` : null,
  } as const;
}

/**
 * Exempts the files that globs match.
 *
 * @param as The description of the option, and the reason that a site gives before the glob.
 */
export function paths(
  globs: readonly string[] = [],
  as: { readonly description: string; readonly reason: string } = {
    description: "Globs of files that the rule leaves alone.",
    reason: "exempt path",
  },
) {
  return {
    option: { description: as.description, ...STRINGS, default: globs },
    reasonFor(exempt: readonly string[], { path }: ExemptionFile) {
      const glob = exempt.find((candidate) => matchesGlob(path, candidate));
      return glob === undefined ? null : `${as.reason}: ${glob}`;
    },
  } as const;
}

/** Returns the options of exemptions. */
export function exemptionOptions(exemptions: Exemptions): OptionDeclarations {
  return Object.fromEntries(
    Object.entries(exemptions).map(([name, { option }]) => [name, option]),
  );
}

/** A file of which no more than its path is known. */
class UnreadFile implements ExemptionFile {
  readonly path: string;
  /** True if something else was asked for. */
  isAsked = false;

  constructor(path: string) {
    this.path = path;
  }

  get packageName(): string {
    this.isAsked = true;
    return "";
  }

  get imports(): readonly string[] {
    this.isAsked = true;
    return [];
  }
}

/** Returns true if a rule with these options leaves a file alone, whatever stands in it. */
export function isExemptByPath(
  path: string,
  exemptions: Exemptions,
  options: Readonly<Record<string, unknown>>,
): boolean {
  return Object.entries(exemptions).some(([name, { reasonFor }]) => {
    const file = new UnreadFile(path);
    return reasonFor(options[name] as never, file) !== null && !file.isAsked;
  });
}

/** Returns why a rule with these options leaves a file alone, or null if it does not. */
export function exemptionFor(
  file: ExemptionFile,
  exemptions: Exemptions,
  options: Readonly<Record<string, unknown>>,
): string | null {
  for (const [name, { reasonFor }] of Object.entries(exemptions)) {
    const reason = reasonFor(options[name] as never, file);
    if (reason !== null) return reason;
  }
  return null;
}
