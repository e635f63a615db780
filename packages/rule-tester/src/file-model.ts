import gopherwood, {
  GoSourceCode,
  semanticsOf,
  SyntaxTree,
  type SemanticModel,
} from "@gopherwood/core";

/** The tree and the semantics of a file of a case. */
export interface FileModel {
  readonly tree: SyntaxTree;
  readonly semantics: SemanticModel;
}

/** Returns the model of a text at a path. */
export function fileModel(text: string, filename: string): FileModel {
  const { files } = gopherwood.languages.go;
  const path = filename.replaceAll("\\", "/");
  const sourceCode = new GoSourceCode(SyntaxTree.parse(text), {}, { path, files });
  return { tree: sourceCode.tree, semantics: semanticsOf(sourceCode) };
}

/** A text that takes the place of a range of offsets. */
export interface Edit {
  readonly range: readonly [number, number];
  readonly text: string;
}

/** Returns a text after edits that do not overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.range[0] - a.range[0])
    .reduce(
      (rest, { range: [start, end], text: written }) =>
        rest.slice(0, start) + written + rest.slice(end),
      text,
    );
}
