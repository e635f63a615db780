// A fact of files is known as long as they are the same.
import { expect, test } from "@jest/globals";
import { fileFact } from "@gopherwood/core";
import {
  compactFacts,
  Facts,
  mergedFacts,
  NO_FACTS,
  type CachedFacts,
} from "../../src/runner/cache/facts.ts";
import { NO_FILES, type Fact, type FactStore } from "../../src/source/file-system.ts";

function factsAfter(before: CachedFacts | null, ...changed: readonly string[]): Facts {
  const json = before ? [JSON.stringify(before)] : [];
  return new Facts(() => ({ json, changed: new Set(changed), cwd: "/w" }));
}

const ONE = ["/w/a.go"];
const TWO = ["/w/a.go", "/w/b.go"];

/** The facts of a run that made some. */
function made(): CachedFacts {
  const facts = factsAfter(null);
  facts.set("x/size", ONE, ["1", "go"]);
  facts.set("x/size", ["/w/b.go"], ["2", "go"]);
  facts.set("x/alike", TWO, ["0.5"]);
  return mergedFacts([facts.changes()]);
}

test("facts are of a name and of all their files; equal strings are kept once", () => {
  expect(made()).toEqual({
    strings: ["1", "go", "2", "0.5"],
    facts: {
      "x/size": { "a.go": [0, 1], "b.go": [2, 1] },
      "x/alike": { "a.go\nb.go": [3] },
    },
  });
  const facts = factsAfter(made());
  expect(facts.get("x/size", ONE)).toEqual(["1", "go"]);
  expect(facts.get("x/alike", TWO)).toEqual(["0.5"]);
  expect(facts.get("x/alike", [...TWO].reverse())).toBeUndefined();
  expect(facts.get("x/other", ONE)).toBeUndefined();
  expect(factsAfter(null).get("x/size", ONE)).toBeUndefined();
  expect(factsAfter(null).changes()).toEqual(NO_FACTS);
});

test("a fact of a file that changed is gone, with its strings", () => {
  const facts = factsAfter(made(), "b.go");
  expect(facts.get("x/size", ONE)).toEqual(["1", "go"]);
  expect(facts.get("x/size", ["/w/b.go"])).toBeUndefined();
  expect(facts.get("x/alike", TWO)).toBeUndefined();
  const changes = {
    strings: [],
    facts: { "x/size": { "b.go": null }, "x/alike": { "a.go\nb.go": null } },
  };
  expect(facts.changes()).toEqual(changes);
  expect(compactFacts(mergedFacts([made(), changes]))).toEqual({
    strings: ["1", "go"],
    facts: { "x/size": { "a.go": [0, 1] }, "x/alike": {} },
  });
});

test("a fact that is made again takes the place of the old one", () => {
  const facts = factsAfter(made(), "b.go");
  facts.set("x/size", ["/w/b.go"], ["3", "go"]);
  expect(facts.get("x/size", ["/w/b.go"])).toEqual(["3", "go"]);
  expect(facts.changes()).toEqual({
    strings: ["3"],
    facts: { "x/size": { "b.go": [4, 1] }, "x/alike": { "a.go\nb.go": null } },
  });
});

test("a fact is made where none is known, and kept unless it is null", () => {
  const known = new Map<string, Fact>();
  const facts: FactStore = {
    get: (name, paths) => known.get(`${name} ${paths.join()}`),
    set: (name, paths, fact) => void known.set(`${name} ${paths.join()}`, fact),
  };
  const files = { ...NO_FILES, facts };
  const calls: string[] = [];
  const make = (fact: Fact | null) =>
    fileFact("x/size", ONE, files, () => {
      calls.push("made");
      return fact;
    });
  expect([make(null), make(["1"]), make(["2"])]).toEqual([null, ["1"], ["1"]]);
  expect(calls).toEqual(["made", "made"]);
  expect(fileFact("x/size", ONE, NO_FILES, () => ["3"])).toEqual(["3"]);
});
