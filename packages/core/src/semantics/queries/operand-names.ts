import { LRUCache } from "lru-cache";
import { readHeader } from "../scan/file-header.ts";
import { Scanner } from "../scan/scanner.ts";
import { assumedPackageName } from "../scopes/imports.ts";

/** The type of a test's parameter, with the parameter's name before it. */
const TESTS = /testing\.(?:T|B|F|TB)\b(?<=\b(?<name>\w+)\s+\*?testing\.\w+)/gu;

const OPEN = 0x28;
const DOT = 0x2e;
/** The end of a short variable declaration. */
const AFTER_VALUE = /\s*(?:[\n;{}]|\/[/*]|$)/uy;

/** The names in a file by what they mean wherever they stand, as far as its text says it. */
export class OperandNames {
  readonly text: string;
  readonly #packages: ReadonlySet<string>;
  readonly #tests: ReadonlySet<string>;
  readonly #variables = new Map<string, boolean>();
  readonly #results = new Map<string, boolean>();

  constructor(text: string) {
    this.text = text;
    this.#packages = new Set(
      readHeader(text).imports.map(({ alias, path }) => alias ?? assumedPackageName(path)),
    );
    this.#tests = new Set(
      [...text.matchAll(TESTS)].map(({ groups }) => groups?.["name"] ?? ""),
    );
  }

  /** Returns true for the name of an imported package or of a test. */
  isPackageOrTest(name: string): boolean {
    return (this.#packages.has(name) || this.#tests.has(name)) && !this.#mayBeVariable(name);
  }

  /** Returns true for a variable that holds nothing but what imported packages' functions return. */
  isResult(name: string): boolean {
    return remembered(this.#results, name, () => this.#isResult(name));
  }

  #mayBeVariable(name: string): boolean {
    return remembered(this.#variables, name, () => {
      const { declaration, assignment } = patternsFor(name);
      return declaration.test(this.text) || assignment.test(this.text);
    });
  }

  #isResult(name: string): boolean {
    const { declaration, definition, firstInDefinition } = patternsFor(name);
    if (declaration.test(this.text)) return false;
    const results = [...this.text.matchAll(firstInDefinition)].filter(({ index, 0: start }) =>
      this.#isCallOfPackage(index + start.length),
    );
    const definitions = [...this.text.matchAll(definition)];
    return results.length > 0 && results.length === definitions.length;
  }

  /** Returns true for calls that are chained to a package: `log.G(ctx).With(a)`. */
  #isCallOfPackage(at: number): boolean {
    const scanner = new Scanner(this.text, at, this.text.length);
    scanner.skipSpace();
    const root = scanner.word();
    if (!this.#packages.has(root) || this.#mayBeVariable(root)) return false;
    let calls = 0;
    for (; scanner.take(DOT); calls += 1) {
      scanner.skipSpace();
      const name = scanner.word();
      if (name === "" || scanner.code !== OPEN) return false;
      scanner.skipBrackets();
    }
    AFTER_VALUE.lastIndex = scanner.at;
    return calls > 0 && AFTER_VALUE.test(this.text);
  }
}

/** Patterns for what a name may be. */
interface NamePatterns {
  /** A parameter that is no test's, or a variable that is declared by `var`. */
  readonly declaration: RegExp;
  readonly assignment: RegExp;
  /** A short variable declaration, of this name and others. */
  readonly definition: RegExp;
  /** The same with this name before the others. */
  readonly firstInDefinition: RegExp;
}

/** The patterns of names, which many files have in common. */
const patterns = new LRUCache<string, NamePatterns>({ max: 1000 });

function patternsFor(name: string): NamePatterns {
  let found = patterns.get(name);
  if (!found) patterns.set(name, (found = newPatterns(name)));
  return found;
}

function newPatterns(name: string): NamePatterns {
  const others = "(?:\\s*,\\s*\\w+)*";
  const parameter = `[(,]\\s*${name}${others}\\s+(?!\\*?testing\\.)[\\w*[(<.]`;
  const variable = `(?<!\\.\\s*)\\b${name}${others}\\s*`;
  return {
    declaration: new RegExp(`${parameter}|\\bvar\\s+\\(?\\s*${name}\\b`, "u"),
    assignment: new RegExp(`${variable}:?=(?!=)`, "u"),
    definition: new RegExp(`${variable}:=`, "gu"),
    firstInDefinition: new RegExp(`(?<!,\\s*)${variable}:=`, "gu"),
  };
}

function remembered(known: Map<string, boolean>, name: string, find: () => boolean): boolean {
  let found = known.get(name);
  if (found === undefined) known.set(name, (found = find()));
  return found;
}
