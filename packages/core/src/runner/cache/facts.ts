import { detached } from "../../source/detached.ts";
import type { Fact, FactStore } from "../../source/file-system.ts";
import { pathFrom } from "../paths.ts";
import { parseAll } from "./parse-all.ts";
import { merged, type Changes } from "./record-changes.ts";

/** A fact as the places of its strings, which many facts share. */
type Places = readonly number[];

/** Facts by their names, and by the paths of their files, with line breaks between. */
type FactsByName = Readonly<Record<string, Readonly<Record<string, Places>>>>;

/** Facts in a cache. Paths are relative to the working directory. */
export interface CachedFacts {
  readonly strings: readonly string[];
  readonly facts: FactsByName;
}

/** The changes that a run makes to facts. */
export interface FactsChange {
  /** The strings that come after those before. */
  readonly strings: readonly string[];
  readonly facts: Readonly<Record<string, Changes<Places>>>;
}

export const NO_FACTS: CachedFacts = { strings: [], facts: {} };

/** Returns the facts that some JSON says; null if it is broken. */
export function parseFacts(json: readonly string[]): CachedFacts | null {
  return parseAll(json, mergedFacts);
}

/** Returns the facts after changes, which are made to the first of them. */
export function mergedFacts(changes: readonly FactsChange[]): CachedFacts {
  const names = new Set(changes.flatMap(({ facts }) => Object.keys(facts)));
  const facts = [...names].map((name) => [
    name,
    merged(changes.map((change) => change.facts[name] ?? {})),
  ]);
  return {
    strings: changes.flatMap(({ strings }) => strings),
    facts: Object.fromEntries(facts) as FactsByName,
  };
}

/** The facts of earlier runs, as they are given to a thread. */
export interface FactsBefore {
  /** The facts and their changes as JSON: a `FactsChange` each. */
  readonly json: readonly string[];
  /** The files that have changed since, by their paths as in the cache. */
  readonly changed: ReadonlySet<string>;
  /** Absolute. */
  readonly cwd: string;
}

/** The facts of earlier runs and of this one. */
export class Facts implements FactStore {
  readonly #readBefore: () => FactsBefore;
  #before: FactsBefore | undefined;
  readonly #made = new Map<string, Map<string, Places>>();
  #known: FactsByName | undefined;
  #strings: string[] = [];
  /** The number of the strings of the earlier run. */
  #stringsBefore = 0;
  /** The places of the strings. */
  #places: Map<string, number> | undefined;

  /** @param readBefore Called once, if anybody asks. */
  constructor(readBefore: () => FactsBefore) {
    this.#readBefore = readBefore;
  }

  get before(): FactsBefore {
    return (this.#before ??= this.#readBefore());
  }

  get(name: string, paths: readonly string[]): Fact | undefined {
    const key = this.#keyOf(paths);
    const made = this.#made.get(name)?.get(key);
    const found = made ?? this.#read()[name]?.[key];
    if (!found || (!made && this.#isOld(key))) return undefined;
    return found.map((at) => this.#strings[at] ?? "");
  }

  set(name: string, paths: readonly string[], fact: Fact): void {
    let made = this.#made.get(name);
    if (!made) this.#made.set(name, (made = new Map<string, Places>()));
    made.set(
      this.#keyOf(paths),
      fact.map((string) => this.#placeOf(string)),
    );
  }

  /** Returns what is other than in the earlier run. */
  changes(): FactsChange {
    const known = this.#read();
    const names = new Set([...Object.keys(known), ...this.#made.keys()]);
    const facts = [...names].flatMap((name) => {
      const old = Object.keys(known[name] ?? {}).filter((key) => this.#isOld(key));
      const changes = [...old.map((key) => [key, null]), ...(this.#made.get(name) ?? [])];
      return changes.length > 0 ? [[name, Object.fromEntries(changes)]] : [];
    });
    return {
      strings: this.#strings.slice(this.#stringsBefore),
      facts: Object.fromEntries(facts) as FactsChange["facts"],
    };
  }

  #read(): FactsByName {
    if (!this.#known) {
      const { strings, facts } = parseFacts(this.before.json) ?? NO_FACTS;
      this.#known = facts;
      this.#strings = [...strings];
      this.#stringsBefore = strings.length;
    }
    return this.#known;
  }

  #placeOf(string: string): number {
    this.#read();
    this.#places ??= new Map(this.#strings.map((one, at) => [one, at]));
    let place = this.#places.get(string);
    if (place === undefined) {
      const own = detached(string);
      place = this.#strings.push(own) - 1;
      this.#places.set(own, place);
    }
    return place;
  }

  #keyOf(paths: readonly string[]): string {
    return paths.map((path) => pathFrom(this.before.cwd, path)).join("\n");
  }

  /** Returns true if one of the files of a fact changed. */
  #isOld(key: string): boolean {
    const { changed } = this.before;
    if (changed.size === 0) return false;
    return key.includes("\n")
      ? key.split("\n").some((path) => changed.has(path))
      : changed.has(key);
  }
}

/** Returns facts without the strings that none of them has any more. */
export function compactFacts({ strings, facts }: CachedFacts): CachedFacts {
  const kept: string[] = [];
  const moved: (number | undefined)[] = [];
  const move = (at: number): number => (moved[at] ??= kept.push(strings[at] ?? "") - 1);
  const all = Object.entries(facts).map(([name, ofFiles]) => {
    const entries = Object.entries(ofFiles).map(([key, places]) => [key, places.map(move)]);
    return [name, Object.fromEntries(entries)] as const;
  });
  return { strings: kept, facts: Object.fromEntries(all) };
}
