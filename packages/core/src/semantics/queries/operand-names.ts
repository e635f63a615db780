import { readHeader } from "../scan/file-header.ts";
import { Scanner } from "../scan/scanner.ts";
import { assumedPackageName } from "../scopes/imports.ts";

/** The type of a test's parameter, with the parameter's name before it. */
const TESTS = /testing\.(?:T|B|F|TB)\b(?<=\b(?<name>\w+)\s+\*?testing\.\w+)/gu;

const OPEN = 0x28;
const DOT = 0x2e;
/** What may come after the value of a short variable declaration. */
const AFTER_VALUE = /\s*(?:[\n;{}]|\/[/*]|$)/uy;

/** The names in a file by what they mean wherever they stand, as far as its text says it. */
export class OperandNames {
  readonly #text: string;
  readonly #packages: ReadonlySet<string>;
  readonly #tests: ReadonlySet<string>;
  readonly #known = new Map<string, boolean>();
  readonly #results = new Map<string, boolean>();

  constructor(text: string) {
    this.#text = text;
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
    return remembered(
      this.#known,
      name,
      () => mayDeclare(name).test(this.#text) || assignmentOf(name, "u").test(this.#text),
    );
  }

  #isResult(name: string): boolean {
    if (mayDeclare(name).test(this.#text)) return false;
    const assignments = [...this.#text.matchAll(assignmentOf(name, "gu"))];
    const definition = new RegExp(`(?<![.,]\\s*)\\b${name}\\s*:=`, "gu");
    const ofResults = [...this.#text.matchAll(definition)].filter(({ index, 0: start }) =>
      this.#isCallOfPackage(index + start.length),
    );
    return ofResults.length > 0 && ofResults.length === assignments.length;
  }

  /** Returns true for calls that are chained to a package: `log.G(ctx).With(a)`. */
  #isCallOfPackage(at: number): boolean {
    const scanner = new Scanner(this.#text, at, this.#text.length);
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
    return calls > 0 && AFTER_VALUE.test(this.#text);
  }
}

/** Names beside another one in a list. */
const OTHERS = "(?:\\s*,\\s*\\w+)*";

/** Returns a pattern for what may declare a name as a parameter that is no test's, or by `var`. */
function mayDeclare(name: string): RegExp {
  const parameter = `[(,]\\s*${name}${OTHERS}\\s+(?!\\*?testing\\.)[\\w*[(<.]`;
  return new RegExp(`${parameter}|\\bvar\\s+\\(?\\s*${name}\\b`, "u");
}

/** Returns a pattern for assignments to a name, and definitions of it. */
function assignmentOf(name: string, flags: string): RegExp {
  return new RegExp(`(?<!\\.\\s*)\\b${name}${OTHERS}\\s*:?=(?!=)`, flags);
}

function remembered(known: Map<string, boolean>, name: string, find: () => boolean): boolean {
  let found = known.get(name);
  if (found === undefined) known.set(name, (found = find()));
  return found;
}
