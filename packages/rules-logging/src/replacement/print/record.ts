import { lineIndentAt, type GoNode } from "@gopherwood/core";
import type { LogCall } from "../parse/log-call.ts";
import { FreeNames } from "./free-names.ts";
import { printMessage, type ImportName } from "./message.ts";
import { printPairs } from "./pairs.ts";
import { printSlogCall } from "./slog-call.ts";

/** Prints the statements that replace calls which write records, in one file. */
export class RecordPrinter {
  readonly #text: string;
  readonly #freeNames = new FreeNames();

  /** @param text The file's. */
  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Returns the statements for one call.
   *
   * @param receiver The logger, as it stands before the dot.
   */
  print(call: LogCall, receiver: string, importName: ImportName): string {
    const { node, level, pairs, maps, message } = call;
    const indent = lineIndentAt(this.#text, node.range[0]);
    const lines: string[] = [];
    let attributes: string | null = null;
    if (maps.length > 0) {
      attributes = this.#freeNames.nameFor(node, "attrs");
      lines.push(`${attributes} := []any{${printPairs("", pairs, indent)}}`);
      lines.push(...loopsOver(maps, `${attributes} = append(${attributes}, key, value)`));
    }
    lines.push(printSlogCall(call, { receiver, attributes, indent }, importName));
    const name = level.kind === "name" ? level.name : null;
    if (name === "Fatal") lines.push(`${importName("os")}.Exit(1)`);
    if (name === "Panic") lines.push(`panic(${printMessage(message, importName, true)})`);
    return lines.join(`\n${indent}`);
  }
}

/** Returns the lines of loops that run a statement for each `key` and `value` of some maps. */
export function loopsOver(maps: readonly GoNode[], statement: string): string[] {
  return maps.flatMap((map) => [
    `for key, value := range ${map.text} {`,
    `\t${statement}`,
    "}",
  ]);
}
