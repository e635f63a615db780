import type { Finding } from "@gopherwood/core/report";
import type { Report } from "@gopherwood/core/runner";
import { hash } from "node:crypto";
import { resolve } from "node:path";
import type { Fix, Location, Replacement, Result, Suppression } from "sarif";
import { artifactOf, regionOf } from "./places.ts";
import { NO_RULE } from "./rules.ts";

/** The name of the fingerprint; its number changes when fingerprints are made otherwise. */
const FINGERPRINT = "gopherwood/v1";

/** GitHub shows no more related places of a result. */
const MOST_RELATED = 100;

export interface ResultContext {
  readonly root: string;
  readonly base: string;
  readonly indexes: ReadonlyMap<string, number>;
  /** True if a baseline was subtracted. */
  readonly hasBaseline: boolean;
  /** The text that the offsets of fixes are of; undefined if it is not known. */
  readonly textOf: (file: string) => string | undefined;
}

/** Returns the result of a finding. */
export function resultOf(finding: Finding, context: ResultContext): Result {
  const { file, message, site, suppressions, identity } = finding;
  const { base, root, indexes, hasBaseline } = context;
  const ruleId = message.ruleId ?? NO_RULE;
  const ruleIndex = indexes.get(ruleId);
  const related = relatedOf(site?.related ?? [], context);
  const fixes = fixesOf(finding, context);
  return {
    ruleId,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: message.severity === 2 ? "error" : "warning",
    message: { text: message.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifactOf(resolve(root, file), base),
          region: regionOf(message),
        },
        ...(site?.symbol && {
          logicalLocations: [{ fullyQualifiedName: site.symbol }],
        }),
      },
    ],
    ...(related.length > 0 && { relatedLocations: related }),
    partialFingerprints: { [FINGERPRINT]: hashOf(identity) },
    ...(suppressions.length > 0 && { suppressions: suppressions.map(suppressionOf) }),
    ...(hasBaseline && { baselineState: site?.inBaseline ? "unchanged" : "new" }),
    ...(fixes.length > 0 && { fixes }),
  };
}

function relatedOf(
  related: NonNullable<Report["sites"][number]["related"]>,
  { root, base }: ResultContext,
): Location[] {
  return related.slice(0, MOST_RELATED).map(({ path, line }, index) => ({
    id: index + 1,
    physicalLocation: {
      artifactLocation: artifactOf(resolve(root, path), base),
      ...(line !== undefined && { region: { startLine: line } }),
    },
  }));
}

function suppressionOf({ kind, justification }: Finding["suppressions"][number]): Suppression {
  return {
    kind: kind === "directive" ? "inSource" : "external",
    ...(justification !== "" && { justification }),
  };
}

/** Returns the fix and the suggestions of a finding, each with the lines of what it replaces. */
function fixesOf({ file, message }: Finding, { root, base, textOf }: ResultContext): Fix[] {
  const { fix, suggestions = [] } = message;
  const edits = [
    ...(fix ? [{ description: "Fix", fix }] : []),
    ...suggestions.map((suggestion) => ({ description: suggestion.desc, fix: suggestion.fix })),
  ];
  const text = edits.length > 0 ? textOf(file) : undefined;
  if (text === undefined) return [];
  const artifactLocation = artifactOf(resolve(root, file), base);
  return edits.map(({ description, fix: edit }) => ({
    description: { text: description },
    artifactChanges: [{ artifactLocation, replacements: [replacementOf(edit, text)] }],
  }));
}

function replacementOf(
  { range: [start, end], text: inserted }: NonNullable<Finding["message"]["fix"]>,
  text: string,
): Replacement {
  const first = placeOf(start, text);
  const last = placeOf(end, text);
  return {
    deletedRegion: {
      startLine: first.line,
      startColumn: first.column,
      endLine: last.line,
      endColumn: last.column,
    },
    insertedContent: { text: inserted },
  };
}

/** Returns the line and column of an offset, all in UTF-16 units, from 1. */
function placeOf(offset: number, text: string): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: offset - lineStart + 1 };
}

function hashOf(identity: string): string {
  return hash("sha256", identity, "hex").slice(0, 32);
}
