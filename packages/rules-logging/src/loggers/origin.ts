import { calleeOf, initializerOf, type GoNode, type SemanticModel } from "@gopherwood/core";

/** Far more steps than a logger takes from its definition to its use. */
const MAX_STEPS = 20;

/** The origin of a logger, followed back through its variables and chains. */
export type Origin =
  /** A function or variable of a package. */
  | { readonly kind: "package"; readonly importPath: string; readonly name: string }
  /** A parameter, a field, or anything else that the file does not make itself. */
  | { readonly kind: "stored" };

/**
 * Returns the origin of a logger.
 *
 * @param isChained Returns true for packages that make loggers from one another, as
 *   `slog.With("a", 1).WithGroup("g")` does.
 */
export function originOf(
  logger: GoNode,
  semantics: SemanticModel,
  isChained: (importPath: string) => boolean,
): Origin {
  let current: GoNode | null = logger;
  for (let step = 0; current && step <= MAX_STEPS; step += 1) {
    switch (current.kind) {
      case "identifier":
        current = initializerOf(current, semantics);
        break;
      case "selector_expression": {
        const goImport = semantics.importOf(current.operand);
        if (!goImport) return { kind: "stored" };
        return { kind: "package", importPath: goImport.path, name: current.field.text };
      }
      case "call_expression": {
        const callee = calleeOf(current, semantics);
        if (callee.kind === "function") return { ...callee, kind: "package" };
        if (callee.kind === "unknown") return { kind: "stored" };
        const { importPath } = callee.receiver;
        if (!isChained(importPath)) return { kind: "package", importPath, name: callee.name };
        current = callee.operand;
        break;
      }
      default:
        return { kind: "stored" };
    }
  }
  return { kind: "stored" };
}
