import { InvalidArgumentError } from "commander";
import type { Shard } from "@gopherwood/core/runner";
import { SEVERITIES, type Severity } from "./options.ts";

/** Adds a value to those of an option that is repeated. */
export function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

const FIX_TYPES = ["directive", "problem", "suggestion", "layout"];

/** Adds types of rules, separated by commas, to those before. */
export function fixTypes(value: string, before: readonly string[] = []): string[] {
  const types = value.split(",");
  const wrong = types.find((type) => !FIX_TYPES.includes(type));
  if (wrong !== undefined) {
    throw new InvalidArgumentError(`It must be one of ${FIX_TYPES.join(", ")}.`);
  }
  return [...before, ...types];
}

/** Reads a severity by name or, as in ESLint, by number. */
export function severity(value: string): Severity {
  const found = SEVERITIES.find((name, index) => value === name || value === String(index));
  if (!found) throw new InvalidArgumentError(`It must be one of ${SEVERITIES.join(", ")}.`);
  return found;
}

/** Reads a number of seconds. */
export function seconds(value: string): number {
  if (!/^\d+(?:\.\d+)?$/u.test(value)) {
    throw new InvalidArgumentError("It must be a number of seconds.");
  }
  return Number(value);
}

/** Reads a number of threads; `off` is one. */
export function concurrency(value: string): number | "auto" {
  if (value === "auto") return value;
  if (value === "off") return 1;
  if (!/^[1-9]\d{0,2}$/u.test(value)) {
    throw new InvalidArgumentError("It must be a number of threads, 'auto' or 'off'.");
  }
  return Number(value);
}

/** Reads a shard and the number of all, as in `2/4`. */
export function shard(value: string): Shard {
  const [, index, total] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/u.exec(value) ?? [];
  if (Number(index) <= Number(total)) return { index: Number(index), total: Number(total) };
  throw new InvalidArgumentError("It must be a shard and the number of all, as in 2/4.");
}

/** Reads a whole number. */
export function integer(value: string): number {
  if (!/^-?\d+$/u.test(value)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(value);
}
