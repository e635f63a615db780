import { detached } from "../../source/detached.ts";
import type { Fact, FactStore } from "../../source/file-system.ts";

/** A fact as the places of its strings, which many facts share. */
type Places = readonly number[];

/** Facts by their names, and by the paths of their files, with line breaks between. */
type FactsByName = Readonly<Record<string, Readonly<Record<string, Places>>>>;

/** Facts in a cache. Paths are relative to the working directory. */
export interface PortableFacts {
  readonly strings: readonly string[];
  readonly facts: FactsByName;
}

export const NO_FACTS: PortableFacts = { strings: [], facts: {} };

export interface FactsOptions {
  /** Returns the facts of an earlier run; called once, if anybody asks. */
  readonly read: () => PortableFacts | null;
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

  /** Returns the facts that stand, and the strings that they need. */
  toPortable(): PortableFacts {
    const strings: string[] = [];
    const moved: (number | undefined)[] = [];
    const move = (at: number): number =>
      (moved[at] ??= strings.push(this.#strings[at] ?? "") - 1);
    const known = Object.entries(this.#read());
    const names = new Set([...known.map(([name]) => name), ...this.#made.keys()]);
    const facts = [...names].map((name) => {
      const standing = Object.entries(this.#read()[name] ?? {}).filter(
        ([key]) => !this.#isOld(key),
      );
      const all = [...standing, ...(this.#made.get(name) ?? [])];
      return [name, Object.fromEntries(all.map(([key, places]) => [key, places.map(move)]))];
    });
    return { strings, facts: Object.fromEntries(facts) as FactsByName };
  }

  #read(): FactsByName {
    if (!this.#known) {
      const { strings, facts } = this.#options.read() ?? NO_FACTS;
      this.#known = facts;
      this.#strings = [...strings];
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
