import { detached } from "../../source/detached.ts";
import type { Fact, FactStore } from "../../source/file-system.ts";
import { merged, type Changes } from "./cache-content.ts";

/** A fact as the places of its strings, which many facts share. */
type Places = readonly number[];

/** Facts by their names, and by the paths of their files, with line breaks between. */
type FactsByName = Readonly<Record<string, Readonly<Record<string, Places>>>>;

/** Facts in a cache. Paths are relative to the working directory. */
export interface CachedFacts {
  readonly strings: readonly string[];
  readonly facts: FactsByName;
}

/** What a run changes in facts. */
export interface FactsChange {
  /** The strings that come after those before. */
  readonly strings: readonly string[];
  readonly facts: Readonly<Record<string, Changes<Places>>>;
}

export const NO_FACTS: CachedFacts = { strings: [], facts: {} };

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

export interface FactsOptions {
  /** Returns the facts of an earlier run; called once, if anybody asks. */
  readonly read: () => CachedFacts | null;
  /** Returns true if a file changed since that run; its path is as in the cache. */
  readonly hasChanged: (relative: string) => boolean;
  /** Returns the path of a file, which is absolute, as in the cache. */
  readonly relative: (path: string) => string;
}

/** The facts of earlier runs and of this one. */
export class Facts implements FactStore {
  readonly #options: FactsOptions;
  readonly #made = new Map<string, Map<string, Places>>();
  #known: FactsByName | undefined;
  #strings: string[] = [];
  /** The number of the strings of the earlier run. */
  #stringsBefore = 0;
  /** The places of the strings. */
  #places: Map<string, number> | undefined;

  constructor(options: FactsOptions) {
    this.#options = options;
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
      const { strings, facts } = this.#options.read() ?? NO_FACTS;
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
    return paths.map(this.#options.relative).join("\n");
  }

  /** Returns true if one of the files of a fact changed. */
  #isOld(key: string): boolean {
    const { hasChanged } = this.#options;
    return key.includes("\n") ? key.split("\n").some(hasChanged) : hasChanged(key);
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
