import { expect, test } from "@jest/globals";
import { WordSearch } from "../../src/runner/word-search.ts";
import { random } from "../random.ts";

/** Words that overlap, hold each other and end alike, with letters of one and two bytes. */
function randomText(next: (below: number) => number, length: number): string {
  return Array.from({ length }, () => "abé"[next(3)]).join("");
}

test.each([1, 16, 17, 100])("%i words are found in the bytes that contain them", (count) => {
  const answers = new Set<boolean>();
  for (let seed = 1; seed <= 100; seed += 1) {
    const next = random(seed);
    const words = Array.from({ length: count }, (_, index) =>
      randomText(next, 1 + (index % 9)),
    );
    const search = new WordSearch(words);
    for (const length of [0, 1, 5, 20, 60]) {
      const bytes = Buffer.from(randomText(next, length));
      const has = search.in(bytes);
      const expected = words.map((word) => bytes.includes(word));
      expect({ words, bytes, has: words.map(has) }).toEqual({ words, bytes, has: expected });
      for (const answer of expected) answers.add(answer);
    }
  }
  expect(answers).toEqual(new Set([true, false]));
});

test("an empty word is in all bytes, among few words and among many", () => {
  const many = Array.from({ length: 40 }, (_, index) => `word${index}`);
  for (const words of [[""], ["", ...many]]) {
    expect(new WordSearch(words).in(Buffer.from(""))("")).toBe(true);
  }
});

test("words may hold every byte", () => {
  const words = Array.from({ length: 0x800 }, (_, code) => String.fromCharCode(code));
  const has = new WordSearch(words).in(Buffer.from("aЖ"));
  expect(words.filter(has)).toEqual(["a", "Ж"]);
});
