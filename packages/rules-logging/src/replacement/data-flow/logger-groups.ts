import type { DeclaredSymbol, SemanticModel, GoNode, GoSourceCode } from "@gopherwood/core";
import { isRefusal, refuse, type Refusal } from "../refusal.ts";
import { FileFunctions } from "./file-functions.ts";
import { GroupCollector } from "./group-collector.ts";
import type { LoggerGroup } from "./logger-group.ts";

/** The groups of loggers in a file, each collected once. */
export class LoggerGroups {
  readonly #semantics: SemanticModel;
  readonly #sourceCode: GoSourceCode;
  readonly #functions: FileFunctions;
  readonly #groups = new Map<DeclaredSymbol, LoggerGroup | Refusal>();

  constructor(semantics: SemanticModel, sourceCode: GoSourceCode) {
    this.#semantics = semantics;
    this.#sourceCode = sourceCode;
    this.#functions = new FileFunctions(semantics, sourceCode);
  }

  /** Returns the group of a variable or parameter, or a refusal if it has no complete one. */
  of(identifier: GoNode): LoggerGroup | Refusal {
    const symbol = this.#semantics.resolve(identifier);
    if (symbol === null || symbol.isUniverse) return refuse({ code: "declared-elsewhere" });
    const known = this.#groups.get(symbol);
    if (known !== undefined) return known;
    const collector = new GroupCollector(this.#semantics, this.#sourceCode, this.#functions);
    const group = collector.collect(symbol);
    // A reason may be one member's own: the others find theirs.
    const members = isRefusal(group) ? [symbol] : collector.members;
    for (const member of members) this.#groups.set(member, group);
    return group;
  }
}
