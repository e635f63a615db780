import { OptionsError, SyntaxQuery } from "@gopherwood/core";
import { GoPattern, type PatternImports } from "../pattern/go-pattern.ts";
import { Template } from "../pattern/template.ts";

/** The texts of a restriction of syntax. */
export interface SyntaxOptions {
  readonly pattern?: string | undefined;
  readonly query?: string | undefined;
  readonly instead?: string | undefined;
  readonly imports?: PatternImports | undefined;
  readonly types?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly unless?: Readonly<Record<string, string>> | undefined;
  readonly replacement?: string | undefined;
}

/** A restriction of syntax, compiled. */
export interface SyntaxRestriction {
  readonly pattern: GoPattern | null;
  readonly query: SyntaxQuery | null;
  /** The wanted code. */
  readonly instead: GoPattern | null;
  /** The expressions for the texts of holes that make code compliant. */
  readonly unless: ReadonlyMap<string, RegExp>;
  readonly template: Template | null;
}

const compiled = new Map<string, SyntaxRestriction>();

/**
 * Returns what the texts of a restriction mean; each is compiled once.
 *
 * @throws {OptionsError} If one does not compile, or they do not fit together.
 */
export function syntaxRestriction(options: SyntaxOptions): SyntaxRestriction {
  const { pattern, query, instead, imports, types, unless, replacement } = options;
  const key = JSON.stringify([pattern, query, instead, imports, types, unless, replacement]);
  let restriction = compiled.get(key);
  if (!restriction) compiled.set(key, (restriction = compile(options)));
  return restriction;
}

function compile(options: SyntaxOptions): SyntaxRestriction {
  const { imports = {}, types = {}, unless = {}, replacement } = options;
  const pattern =
    options.pattern === undefined ? null : matchedPattern(options.pattern, imports);
  const query = options.query === undefined ? null : compileQuery(options.query);
  if ((pattern === null) === (query === null)) {
    throw new OptionsError("A restriction of syntax has either a 'pattern' or a 'query'.");
  }
  if (query && replacement !== undefined) {
    throw new OptionsError("A 'replacement' belongs to a 'pattern': a query has no holes.");
  }
  const names = pattern ? [...pattern.holes] : (query?.captureNames ?? []);
  for (const [option, holes] of Object.entries({ types, unless })) {
    const stranger = Object.keys(holes).find((name) => !names.includes(name));
    if (stranger === undefined) continue;
    const known = names.filter((one) => one !== "").join("', '") || "none";
    throw new OptionsError(
      `'${option}' names '${stranger}', which is no hole of the pattern: '${known}'.`,
    );
  }
  return {
    pattern,
    query,
    instead: options.instead === undefined ? null : matchedPattern(options.instead, imports),
    unless: new Map(
      Object.entries(unless).map(([name, source]) => [name, compileExpression(name, source)]),
    ),
    template:
      pattern && replacement !== undefined ? new Template(replacement, pattern, imports) : null,
  };
}

function matchedPattern(source: string, imports: PatternImports): GoPattern {
  const pattern = new GoPattern(source, imports);
  if (!pattern.isOpen) return pattern;
  throw new OptionsError(`The pattern '${source}' matches all code: write more than holes.`);
}

function compileQuery(source: string): SyntaxQuery {
  try {
    const query = new SyntaxQuery(source);
    if (query.captureNames.length > 0) return query;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new OptionsError(`The query '${source}' does not compile: ${message}`);
  }
  throw new OptionsError(`The query '${source}' captures nothing: write '@name' after a node.`);
}

function compileExpression(name: string, source: string): RegExp {
  try {
    return new RegExp(source, "u");
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new OptionsError(`The expression of '${name}' in 'unless': ${message}.`);
  }
}
