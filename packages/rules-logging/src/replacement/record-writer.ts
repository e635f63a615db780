import type { GoNode } from "@gopherwood/core";
import { FreeNames } from "./free-names.ts";
import { indentAt, isOwnStatement } from "./indent.ts";
import { slogCall, type LevelCall } from "./level-call.ts";
import type { ImportName } from "./message.ts";
import { withPairs } from "./pairs.ts";

/** Writes the statements that take the place of calls which write records. */
export class RecordWriter {
  readonly #text: string;
  readonly #freeNames = new FreeNames();

  /** @param text The file's. */
  constructor(text: string) {
    this.#text = text;
  }

  /** Why a call cannot be written in another way where it stands, or null. */
  obstacleTo({ node, level, chain, messageActs }: LevelCall): string | null {
    const isLost = level === "Fatal" || level === "Panic";
    if (!isLost && chain.maps.length === 0) return null;
    if (!isOwnStatement(node, this.#text)) {
      return isLost
        ? `'${level}' ends the program, and is no statement of its own`
        : "its fields are a map, in the midst of a statement";
    }
    return level === "Panic" && messageActs ? "its message can be made only once" : null;
  }

  /** @param receiver The logger, as it stands before the dot. */
  textOf(call: LevelCall, receiver: string, importName: ImportName): string {
    const { node, level, chain, message } = call;
    const indent = indentAt(node, this.#text);
    const lines: string[] = [];
    let attributes: string | null = null;
    if (chain.maps.length > 0) {
      attributes = this.#freeNames.nameFor(node, "attrs");
      lines.push(`${attributes} := []any{${withPairs("", chain.pairs, indent)}}`);
      lines.push(...loopsOver(chain.maps, `${attributes} = append(${attributes}, key, value)`));
    }
    lines.push(slogCall(call, receiver, attributes, importName, indent));
    if (level === "Fatal") lines.push(`${importName("os")}.Exit(1)`);
    if (level === "Panic") lines.push(`panic(${message.write(importName, true)})`);
    return lines.join(`\n${indent}`);
  }
}

/** Lines that do something with each key and value of maps. */
export function loopsOver(maps: readonly GoNode[], statement: string): string[] {
  return maps.flatMap((map) => [
    `for key, value := range ${map.text} {`,
    `\t${statement}`,
    "}",
  ]);
}
