import type { Suggestion } from "./types.ts";
import type { GoImport } from "../semantics/scopes/imports.ts";
import type { SemanticModel } from "../semantics/model/semantic-model.ts";
import type { GoSourceCode } from "../source/go-source-code.ts";
import type { ImportSpecNode } from "../syntax/grammar.generated.ts";

/** The part of a rule's context that suggesting imports takes. */
interface ImportContext {
  readonly sourceCode: GoSourceCode;
  readonly semantics: SemanticModel;
}

/** The text that replaces the path of an import, or why there is none. */
type Replacement =
  | { readonly kind: "replacement"; readonly text: string }
  | { readonly kind: "refused"; readonly reason: string };

/** The part of a violation that says how to fix it. */
type Proposal<MessageId extends string> =
  { readonly suggest: readonly Suggestion<MessageId>[] } | { readonly noFixReason: string };

/** Returns a function that suggests to import a successor; each successor once a file. */
export function importSuggestions(context: ImportContext) {
  const suggested = new Set<string>();

  return <MessageId extends string>(
    spec: ImportSpecNode,
    successor: string,
    messageId: MessageId,
  ): Proposal<MessageId> => {
    const replacement = suggested.has(successor)
      ? refused("another import of the file has the same successor")
      : replacementFor(spec, successor, context);
    if (replacement.kind === "refused") return { noFixReason: replacement.reason };
    suggested.add(successor);
    const { text } = replacement;
    const data = { instead: successor };
    return {
      suggest: [{ messageId, data, fix: (fixer) => fixer.replaceText(spec.path, text) }],
    };
  };
}

/**
 * Returns the import of a successor that leaves the rest of the file as it is: under the
 * same name, where the file does not import it yet, and with all that the file selects.
 */
function replacementFor(
  spec: ImportSpecNode,
  successor: string,
  { sourceCode, semantics }: ImportContext,
): Replacement {
  const { imports } = semantics;
  if (imports.some(({ path }) => path === successor)) {
    return refused("the file imports its successor already");
  }
  const text = JSON.stringify(successor);
  const alias = spec.name?.text;
  if (alias === "_") return { kind: "replacement", text };
  if (alias === ".") return refused("what a dot import declares is used without its name");
  const entry = imports.find(({ node }) => node === spec);
  if (!entry || entry.name === null) return refused("the name of the package is not known");
  const selected = selectedFrom(entry, sourceCode, semantics);
  const missing = selected.find((name) => semantics.packageDeclares(successor, name) === false);
  if (missing !== undefined) return refused(`its successor has no '${missing}'`);
  const name = semantics.nameOfPackage(successor) ?? successor.split("/").at(-1);
  const keepsName = alias !== undefined || name === entry.name || selected.length === 0;
  return { kind: "replacement", text: keepsName ? text : `${entry.name} ${text}` };
}

/** Returns the names that a file selects from an imported package. */
function selectedFrom(
  entry: GoImport,
  { tree }: GoSourceCode,
  semantics: SemanticModel,
): string[] {
  return tree.nodesOfKind(["selector_expression", "qualified_type"]).flatMap((node) => {
    const [operand, { text }] =
      node.kind === "qualified_type" ? [node.package, node.name] : [node.operand, node.field];
    return operand.text === entry.name && semantics.importOf(operand) === entry ? [text] : [];
  });
}

function refused(reason: string): Replacement {
  return { kind: "refused", reason };
}
