/** Checks a value of a config; throws a `SettingsError` that names its place. */
export type Check = (value: unknown, place: string) => void;

/** A setting that cannot be used: what, where, and what to write instead. */
export class SettingsError extends TypeError {
  override readonly name = "SettingsError";
}

export const text: Check = (value, place) => {
  if (typeof value !== "string" || value.trim() === "") {
    fail(place, value, "it must be a text that is not empty");
  }
};

export const flag: Check = (value, place) => {
  if (typeof value !== "boolean") fail(place, value, "it must be true or false");
};

export const count: Check = (value, place) => {
  if (!Number.isInteger(value) || (value as number) < 0) {
    fail(place, value, "it must be a whole number, 0 or more");
  }
};

export const day: Check = (value, place) => {
  const isDay =
    typeof value === "string" &&
    /^\d{4}-\d{2}-\d{2}$/u.test(value) &&
    new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value);
  if (!isDay) fail(place, value, 'it must be a day such as "2025-09-03"');
};

export function oneOf(values: readonly string[]): Check {
  return (value, place) => {
    if (!values.includes(value as string)) {
      fail(place, value, `it must be one of ${values.map(quoted).join(", ")}`);
    }
  };
}

export function listOf(check: Check, atLeast = 0): Check {
  return (value, place) => {
    if (!Array.isArray(value)) return fail(place, value, "it must be an array");
    if (value.length < atLeast) fail(place, value, "it must not be empty");
    for (const [index, item] of value.entries()) check(item, `${place}[${index}]`);
  };
}

export function object(
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>>,
): Check {
  const known = { ...required, ...optional };
  return (value, place) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return fail(place, value, "it must be an object");
    }
    for (const [key, item] of Object.entries(value)) {
      const check = Object.hasOwn(known, key) ? known[key] : undefined;
      if (!check) {
        const keys = Object.keys(known).map(quoted).join(", ");
        throw new SettingsError(`${place} has no key ${quoted(key)}: its keys are ${keys}.`);
      }
      if (item !== undefined) check(item, `${place}.${key}`);
    }
    for (const key of Object.keys(required)) {
      if ((value as Record<string, unknown>)[key] === undefined) {
        throw new SettingsError(`${place} needs the key ${quoted(key)}.`);
      }
    }
  };
}

function fail(place: string, value: unknown, must: string): never {
  throw new SettingsError(`${place} is ${shown(value)}: ${must}.`);
}

function shown(value: unknown): string {
  if (typeof value === "function") return "a function";
  return (JSON.stringify(value) ?? String(value)).slice(0, 80);
}

function quoted(name: string): string {
  return JSON.stringify(name);
}
