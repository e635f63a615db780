import { afterAll, expect, test } from "@jest/globals";
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isTemporary, removeLeftovers, writeFixed } from "../../src/runner/write-file.ts";

const folder = mkdtempSync(join(tmpdir(), "gopherwood-write-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let count = 0;

/** Returns a file in a new directory, and a reader of all that is there. */
function newFile(text: string, mode = 0o644) {
  const directory = join(folder, String((count += 1)));
  mkdirSync(directory);
  const path = join(directory, "a.go");
  writeFileSync(path, text, { mode });
  return { directory, path, read: () => readFileSync(path, "utf8") };
}

test.each([[0o644], [0o755], [0o600]])(
  "a file of mode %i keeps it, and nothing is left",
  (mode) => {
    const { directory, path, read } = newFile("old");
    chmodSync(path, mode);
    const { ino } = statSync(path);
    expect(writeFixed(path, Buffer.from("old"), "newer")).toBeNull();
    expect([read(), statSync(path).mode & 0o777]).toEqual(["newer", mode]);
    // A new file took its place: a crash leaves one of the two.
    expect(statSync(path).ino).not.toBe(ino);
    expect(readdirSync(directory)).toEqual(["a.go"]);
  },
);

test("a symbolic link stays one, and its target is written", () => {
  const { directory, read } = newFile("old");
  const link = join(directory, "link.go");
  symlinkSync("a.go", link);
  expect(writeFixed(link, Buffer.from("old"), "new")).toBeNull();
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(read()).toBe("new");
});

test.each([["é, and longer than before"], ["s"]])("hard links stay one file: %s", (text) => {
  const { directory, path } = newFile("what was there");
  const other = join(directory, "b.go");
  linkSync(path, other);
  expect(writeFixed(path, Buffer.from("what was there"), text)).toBeNull();
  expect([readFileSync(other, "utf8"), statSync(path).nlink]).toEqual([text, 2]);
});

test("a file that changed, may not be written or is gone is left alone, with the reason", () => {
  const { path, read } = newFile("other");
  const before = Buffer.from("old");
  expect(writeFixed(path, before, "new")).toEqual({
    path,
    message: "It changed while it was linted: its fixes are not written.",
  });
  writeFileSync(path, "old");
  chmodSync(path, 0o444);
  expect(writeFixed(path, before, "new")).toEqual({
    path,
    message: "It is read-only: its fixes are not written.",
  });
  expect(read()).toBe("old");
  const gone = join(folder, "gone.go");
  expect(writeFixed(gone, before, "new")).toEqual({
    path: gone,
    message: expect.stringMatching(/^Its fixes cannot be written: .+\.$/u),
  });
});

test("a name that is taken is no reason to lose the file", () => {
  const { directory, path, read } = newFile("old");
  const taken = join(directory, `.a.go.${process.pid}.gopherwood`);
  mkdirSync(taken);
  expect(writeFixed(path, Buffer.from("old"), "new")?.message).toMatch(/cannot be written/u);
  expect(read()).toBe("old");
});

test("the temporary files of dead processes are removed, and no others", () => {
  const { directory } = newFile("");
  // No process has the highest number.
  const names = [".a.go.4194304.gopherwood", `.a.go.${process.pid}.gopherwood`, "a.go"];
  for (const name of names) writeFileSync(join(directory, name), "");
  expect(names.map(isTemporary)).toEqual([true, true, false]);
  const alike = [
    "x.a.go.1.gopherwood",
    ".a.go.1.gopherwoods",
    ".a.go.x.gopherwood",
    "..1.gopherwood",
  ];
  expect(alike.filter(isTemporary)).toEqual([]);
  removeLeftovers(names.map((name) => join(directory, name)));
  expect(readdirSync(directory).sort()).toEqual(names.slice(1).sort());
});
