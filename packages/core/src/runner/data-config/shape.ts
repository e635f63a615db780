import { isObject } from "../../source/is-object.ts";
import { didYouMean } from "../../source/nearest-name.ts";
import { ConfigError } from "../problems.ts";
import type { DataDocument, KeyPath } from "./document.ts";

/** The rules, settings and the like for some files. */
export interface DataEntry {
  readonly files?: readonly string[];
  readonly ignores?: readonly string[];
  readonly rules?: Readonly<Record<string, unknown>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly languageOptions?: Readonly<Record<string, unknown>>;
  readonly linterOptions?: Readonly<Record<string, unknown>>;
}

/** A config without code. */
export interface DataConfig extends DataEntry {
  /** Presets: names of ours, packages with `#` before an export, and paths that start with `.`. */
  readonly extends?: readonly string[];
  /** The npm packages of rule packs. */
  readonly packs?: readonly string[];
  /** More rules for some files, each with `files`. */
  readonly overrides?: readonly DataEntry[];
}

type Kind = "a text" | "a list of texts" | "an object" | "a list of objects";

const ENTRY: Readonly<Record<string, Kind>> = {
  files: "a list of texts",
  ignores: "a list of texts",
  rules: "an object",
  settings: "an object",
  languageOptions: "an object",
  linterOptions: "an object",
};

const CONFIG: Readonly<Record<string, Kind>> = {
  $schema: "a text",
  extends: "a list of texts",
  packs: "a list of texts",
  ...ENTRY,
  overrides: "a list of objects",
};

/**
 * Returns the content of a document as a config.
 *
 * @throws {ConfigError} If a key is unknown or its value of another kind; it names the place.
 */
export function dataConfigOf(document: DataDocument): DataConfig {
  const { value } = document;
  if (!isObject(value)) {
    throw new ConfigError(
      document.path,
      "the config must be an object, with 'rules' for example.",
    );
  }
  checkKeys(value, CONFIG, [], document);
  const config = { ...value };
  delete config["$schema"];
  for (const [index, entry] of ((config["overrides"] ?? []) as unknown[]).entries()) {
    const place = ["overrides", index];
    if (!isObject(entry)) fail(document, place, "an override must be an object.");
    checkKeys(entry, ENTRY, place, document);
    if (entry["files"] === undefined) {
      fail(document, place, "an override needs 'files': the globs that it is about.");
    }
  }
  return config;
}

function checkKeys(
  object: Readonly<Record<string, unknown>>,
  kinds: Readonly<Record<string, Kind>>,
  parent: KeyPath,
  document: DataDocument,
): void {
  for (const [key, value] of Object.entries(object)) {
    const path = [...parent, key];
    const kind = Object.hasOwn(kinds, key) ? kinds[key] : undefined;
    if (!kind) {
      const known = Object.keys(kinds).filter((name) => name !== "$schema");
      const hint = didYouMean(key, known);
      fail(
        document,
        path,
        `there is no key '${key}'${hint} The keys are: ${known.join(", ")}.`,
      );
    }
    if (!isOf(kind, value)) fail(document, path, `'${key}' must be ${kind}.`);
  }
}

function isOf(kind: Kind, value: unknown): boolean {
  if (kind === "a text") return typeof value === "string";
  if (kind === "an object") return isObject(value);
  if (!Array.isArray(value)) return false;
  return kind === "a list of objects" || value.every((item) => typeof item === "string");
}

function fail(document: DataDocument, path: KeyPath, message: string): never {
  throw new ConfigError(document.placeOf(path), message);
}
