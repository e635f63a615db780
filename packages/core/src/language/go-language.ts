import type { File, Language, LanguageContext, OkParseResult } from "@eslint/core";
import { semanticsOf } from "../semantics/model/semantics-of.ts";
import { NO_FILES, type FileSystem } from "../source/file-system.ts";
import {
  GoSourceCode,
  type GoLanguageOptions,
  type GoTypes,
} from "../source/go-source-code.ts";
import { isNolintOption } from "../source/nolint.ts";
import { NODE_KINDS, SUPERTYPES } from "../syntax/grammar.generated.ts";
import type { GoNode } from "../syntax/node.ts";
import type { NodeTable } from "../syntax/node-table.ts";
import { SyntaxTree, type NamesTypeIn } from "../syntax/tree.ts";

/** The types of the Go language for ESLint's generic interfaces. */
export interface GoLanguageTypes {
  LangOptions: GoLanguageOptions;
  Code: GoSourceCode;
  RootNode: GoTypes["RootNode"];
  Node: GoNode;
}

/** Returns the nodes of a file's text; the path is absolute, with `/`. */
export type ParseFile = (path: string, text: string) => NodeTable;

/** The options of a Go language. */
export interface GoLanguageSetup {
  /** Parses the files; without it each text is parsed as a whole. */
  readonly parseFile?: ParseFile | undefined;
  /**
   * Returns true where the next file leaves out what only reports and fixes need: see
   * `GoSourceCode.isBrief`. Without it no file does.
   */
  readonly isBrief?: (() => boolean) | undefined;
}

class GoParseResult implements OkParseResult<GoTypes["RootNode"]> {
  readonly ok = true;
  readonly tree: SyntaxTree;

  constructor(tree: SyntaxTree) {
    this.tree = tree;
  }

  get ast(): GoTypes["RootNode"] {
    return this.tree.root;
  }
}

/**
 * Go for ESLint. A file that does not parse is linted as far as it was read, and
 * its first syntax error is one of its problems.
 */
export class GoLanguage implements Language<GoLanguageTypes> {
  readonly fileType = "text";
  readonly lineStart = 1;
  readonly columnStart = 1;
  readonly nodeTypeKey = "kind";
  readonly visitorKeys = Object.fromEntries(
    NODE_KINDS.map((kind) => [kind, ["namedChildren"]]),
  );
  readonly defaultLanguageOptions: GoLanguageOptions = {
    generated: false,
    requireReasons: false,
    nolint: false,
  };
  /** The files that semantics read besides the one that is linted. */
  readonly files: FileSystem;
  readonly #setup: GoLanguageSetup;

  constructor(files: FileSystem = NO_FILES, setup: GoLanguageSetup = {}) {
    this.files = files;
    this.#setup = setup;
  }

  validateLanguageOptions(options: GoLanguageOptions): void {
    for (const [name, value] of Object.entries(options)) {
      if (!Object.hasOwn(this.defaultLanguageOptions, name)) {
        const known = Object.keys(this.defaultLanguageOptions).map((option) => `'${option}'`);
        throw new TypeError(`Unknown language option '${name}': Go has ${known.join(", ")}.`);
      }
      if (name === "nolint" && isNolintOption(value)) continue;
      if (typeof value !== "boolean") {
        const other =
          name === "nolint" ? ", or an object with lists of rules by the names of linters" : "";
        throw new TypeError(`Language option '${name}' must be true or false${other}.`);
      }
    }
  }

  /**
   * Returns true if a node is in a group of the grammar: `:expression`, `:statement`, `:type`,
   * ...
   *
   * @throws {Error} If the grammar has no group of that name.
   */
  matchesSelectorClass(className: string, node: GoNode): boolean {
    const kinds = SUPERTYPES[className.toLowerCase()];
    if (!kinds) {
      throw new Error(
        `Unknown selector class ':${className}': use one of ` +
          `${Object.keys(SUPERTYPES)
            .map((name) => `':${name}'`)
            .join(", ")}.`,
      );
    }
    return kinds.includes(node.kind);
  }

  parse(file: File): GoParseResult {
    const place = { path: pathOf(file), files: this.files };
    const namesTypeIn: NamesTypeIn = (ofConversions) => {
      // The tree's semantics do not depend on what is decided here.
      const semantics = semanticsOf(new GoSourceCode(ofConversions, {}, place));
      return (type) => semantics.typeNamed(type) !== null;
    };
    const { parseFile } = this.#setup;
    const parse = parseFile && ((text: string) => parseFile(place.path, text));
    return new GoParseResult(SyntaxTree.parse(String(file.body), namesTypeIn, parse));
  }

  createSourceCode(
    file: File,
    { tree }: GoParseResult,
    { languageOptions }: LanguageContext<GoLanguageOptions>,
  ): GoSourceCode {
    const place = { path: pathOf(file), files: this.files };
    return new GoSourceCode(tree, languageOptions, place, this.#setup.isBrief?.());
  }
}

/** Returns the absolute path of a file, with `/`. */
function pathOf({ path, physicalPath }: File): string {
  return (physicalPath ?? path).replaceAll("\\", "/");
}
