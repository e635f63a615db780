import type {
  CallExpressionNode,
  FixFunction,
  GoFixer,
  GoNames,
  GoSourceCode,
} from "@gopherwood/core";
import { indentAt, isOwnStatement } from "./indent.ts";
import { packageOf, readLevelCall, slogCall, type LevelCall } from "./level-call.ts";
import type { ImportName } from "./message.ts";
import { isLogrus, withPairs } from "./pairs.ts";
import { readStoredEntry, type StoredEntry } from "./stored-entry.ts";

/** How a call of another logger becomes one of slog. */
export type Replacement =
  | { readonly kind: "fix" | "suggestion"; readonly fix: FixFunction }
  | { readonly kind: "none"; readonly reason: string };

/** Writes the calls of logrus and log in one file with slog. */
export class SlogReplacement {
  readonly #sourceCode: GoSourceCode;
  readonly #names: GoNames;
  readonly #entries = new Map<unknown, StoredEntry | string>();

  constructor(sourceCode: GoSourceCode, names: GoNames) {
    this.#sourceCode = sourceCode;
    this.#names = names;
  }

  of(node: CallExpressionNode): Replacement {
    const call = readLevelCall(node, this.#names, this.#sourceCode.text);
    if (typeof call === "string") return none(call);
    return call.chain.variable ? this.#ofStored(call) : this.#ofPackage(call);
  }

  #ofPackage(call: LevelCall): Replacement {
    const path = packageOf(call, this.#names);
    const reason = this.#obstacle(call);
    if (path === null || reason !== null) return none(reason ?? "its package is not plain");
    return {
      kind: this.#isPlain(call) ? "fix" : "suggestion",
      fix: (fixer) => {
        fixer.dropImportIfUnused(path);
        return fixer.replaceText(call.node, this.#textOf(call, importNames(fixer)));
      },
    };
  }

  /** A stored entry is converted as a whole: every one of its calls gets all edits. */
  #ofStored({ chain }: LevelCall): Replacement {
    const { variable: identifier } = chain;
    const binding = identifier && this.#names.resolve(identifier);
    if (!identifier || !binding) return none("its logger is declared elsewhere");
    let entry = this.#entries.get(binding);
    if (entry === undefined) {
      entry = readStoredEntry(identifier, this.#names, this.#sourceCode);
      this.#entries.set(binding, entry);
    }
    if (typeof entry === "string") return none(entry);
    const { calls } = entry;
    const reason = calls.map((call) => this.#obstacle(call)).find((found) => found !== null);
    if (reason != null) return none(reason);
    const stored = entry;
    return {
      kind: calls.every((call) => this.#isPlain(call)) ? "fix" : "suggestion",
      fix: (fixer) => this.#editsOf(stored, fixer),
    };
  }

  #editsOf({ makers, type, calls }: StoredEntry, fixer: GoFixer) {
    const { text } = this.#sourceCode;
    const importName = importNames(fixer);
    for (const { path } of this.#names.imports) {
      if (isLogrus(path)) fixer.dropImportIfUnused(path);
    }
    const edits = makers.map(({ node, chain }) => {
      const logger = chain.variable?.text ?? importName("log/slog");
      const pairs = withPairs("", chain.pairs, indentAt(node, text));
      const plain = chain.variable ? logger : `${logger}.Default()`;
      return fixer.replaceText(node, pairs === "" ? plain : `${logger}.With(${pairs})`);
    });
    if (type) edits.push(fixer.replaceText(type, `*${importName("log/slog")}.Logger`));
    for (const call of calls) {
      edits.push(fixer.replaceText(call.node, this.#textOf(call, importName)));
    }
    return edits;
  }

  /** True for a call that slog has a counterpart of, which does the same. */
  #isPlain({ node, level }: LevelCall): boolean {
    const isRun = node.parent?.kind === "expression_statement";
    return isRun && level !== "Trace" && level !== "Fatal" && level !== "Panic";
  }

  #obstacle({ node, level }: LevelCall): string | null {
    if (level !== "Fatal" && level !== "Panic") return null;
    return isOwnStatement(node, this.#sourceCode.text)
      ? null
      : `'${level}' ends the program, and is no statement of its own`;
  }

  #textOf(call: LevelCall, importName: ImportName): string {
    const indent = indentAt(call.node, this.#sourceCode.text);
    const record = slogCall(call, importName, indent);
    if (call.level === "Fatal") return `${record}\n${indent}${importName("os")}.Exit(1)`;
    if (call.level === "Panic")
      return `${record}\n${indent}panic(${call.message(importName, true)})`;
    return record;
  }
}

function importNames(fixer: GoFixer): ImportName {
  return (path) => fixer.ensureImport(path);
}

function none(reason: string): Replacement {
  return { kind: "none", reason };
}
