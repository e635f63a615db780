import {
  assumedPackageName,
  type FixFunction,
  type FixProposals,
  type GoNode,
  type SemanticModel,
  type ViolationDetails,
} from "@gopherwood/core";

/** The properties of a restriction of names that say how to fix it. */
export const REPLACEMENT = {
  replacement: {
    description:
      "The name to write instead, after its whole import path: 'example.com/httpx.Get'. It is imported.",
    type: "string",
    pattern: String.raw`^[^\s"]+\.[A-Za-z_]\w*$`,
  },
  fix: {
    description: "Write the replacement with --fix; otherwise it is a suggestion.",
    type: "boolean",
  },
} as const;

interface ReplacementOptions {
  readonly replacement?: string | undefined;
  readonly fix?: boolean | undefined;
}

/** Returns the names that are to be used instead: those that the options list, and the replacement. */
export function wantedNames({
  instead = [],
  replacement,
}: {
  readonly instead?: readonly string[] | undefined;
  readonly replacement?: string | undefined;
}): readonly string[] {
  return replacement === undefined ? instead : [...instead, replacement];
}

type Proposals<MessageId extends string> = FixProposals<MessageId> &
  Pick<ViolationDetails, "noFixReason">;

/**
 * Returns the fix or the suggestion that replaces a name of a package.
 *
 * @param node The name, with the name of its package where that is written.
 * @param importPath The package that the name is of; null if it is of a value or not known.
 */
export function replaceName<MessageId extends string>(
  node: GoNode,
  importPath: string | null,
  options: ReplacementOptions,
  semantics: SemanticModel,
  messageId: MessageId,
): Proposals<MessageId> {
  const { replacement } = options;
  if (replacement === undefined) return { noFixReason: "the config names no replacement" };
  if (importPath === null)
    return { noFixReason: "a method or field is not replaced by a name" };
  const dot = replacement.lastIndexOf(".");
  const path = replacement.slice(0, dot);
  const name = replacement.slice(dot + 1);
  const reason = shadowedReason(path, assumedPackageName(path), node, semantics);
  if (reason !== null) return { noFixReason: reason };
  return proposal(options, messageId, (fixer) => {
    const qualifier = path === semantics.importPath ? "" : `${fixer.ensureImport(path)}.`;
    fixer.dropImportIfUnused(importPath);
    return fixer.replaceText(node, `${qualifier}${name}`);
  });
}

/** Returns a fix where the options ask for one, and otherwise a suggestion. */
export function proposal<MessageId extends string>(
  { replacement = "", fix }: ReplacementOptions,
  messageId: MessageId,
  write: FixFunction,
): Proposals<MessageId> {
  return fix ? { fix: write } : { suggest: [{ messageId, data: { replacement }, fix: write }] };
}

/**
 * Returns the reason why a package cannot be named where a node stands, or null.
 *
 * @param assumed The name to import it by, if the package is not imported and its name not known.
 */
export function shadowedReason(
  path: string,
  assumed: string,
  { range }: GoNode,
  semantics: SemanticModel,
): string | null {
  const imported = semantics.imports.find((entry) => entry.path === path);
  const name = imported?.name ?? semantics.nameOfPackage(path) ?? assumed;
  const symbol = semantics.symbolAt(name, range[0]);
  return symbol === null || symbol.kind === "import" ? null : `'${name}' is another name here`;
}
