import { toJson } from "../text.ts";

/**
 * Yields what `JSON.stringify(value, null, 2)` returns, in parts of one entry each of the lists
 * of an object: a text has a greatest length, which large reports exceed.
 */
export function* jsonChunks(value: object): Generator<string> {
  let before = "{\n";
  for (const [key, part] of Object.entries(value) as [string, unknown][]) {
    if (part === undefined) continue;
    yield `${before}  ${toJson(key)}: `;
    if (Array.isArray(part) && part.length > 0) yield* listChunks(part);
    else yield indented(part, "  ");
    before = ",\n";
  }
  yield before === "{\n" ? "{}" : "\n}";
}

function* listChunks(list: readonly unknown[]): Generator<string> {
  for (const [index, entry] of list.entries()) {
    yield `${index === 0 ? "[" : ","}\n    ${indented(entry, "    ")}`;
  }
  yield "\n  ]";
}

function indented(value: unknown, indentation: string): string {
  // Line breaks in strings are escaped.
  return toJson(value, 2).replaceAll("\n", `\n${indentation}`);
}
