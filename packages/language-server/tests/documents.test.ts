import { pathToFileURL } from "node:url";
import { expect, test } from "@jest/globals";
import { TextDocument } from "vscode-languageserver-textdocument";
import { Documents } from "../src/documents.ts";
import { EngineStopped, type Engine } from "../src/engine/engine.ts";
import { messageOf } from "./client.ts";
import { linted } from "./linted.ts";

/** Documents with an engine that finds the text of each document, and says what it was asked. */
class Desk {
  readonly asked: string[] = [];
  readonly told: string[] = [];
  /** The reports: file, version, what was found, and whether the client has to ask again. */
  readonly reported: string[] = [];
  readonly failed: string[] = [];
  /** Thrown by the next requests of the engine. */
  readonly errors: unknown[] = [];
  isCold = false;
  isLintedWhileTyping = false;
  /** Called before each answer of the engine. */
  meanwhile: (request: string) => void = () => {};
  readonly documents: Documents;
  readonly #texts = new Map<string, string>();

  constructor() {
    const engine = {
      change: (path: string, text: string) => {
        this.#texts.set(path, text);
        this.told.push(`${path}: ${text}`);
      },
      close: (path: string) => this.told.push(`${path} closed`),
      ask: async (method: string, path: string, reach = "") => {
        const request = `${method} ${path} ${reach}`.trim();
        this.asked.push(request);
        const text = this.#texts.get(path) ?? "";
        await Promise.resolve();
        this.meanwhile(request);
        if (this.errors.length > 0) throw this.errors.shift();
        return linted({ path: text, isBroken: text.includes("+") });
      },
    };
    Object.defineProperty(engine, "isCold", { get: () => this.isCold });
    this.documents = new Documents({
      settingsRead: () => Promise.resolve(),
      engineFor: () => engine as unknown as Engine,
      diagnosticsOf: ({ path }) =>
        path.split(" ").map((message) => ({
          range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
          message,
        })),
      isLintedWhileTyping: () => this.isLintedWhileTyping,
      reported: ({ uri }, { version, diagnostics }, isOutdated) => {
        const found = diagnostics.map(messageOf).join(" ");
        const file = uri.slice(uri.lastIndexOf("/") + 1);
        this.reported.push(`${file} ${version} ${found}${isOutdated ? " again" : ""}`);
      },
      failed: (path, error) => this.failed.push(`${path} ${String(error)}`),
    });
  }

  open(name: string, text: string): TextDocument {
    const uri = pathToFileURL(`/m/${name}`).href;
    const document = TextDocument.create(uri, "go", 1, text);
    this.documents.open(document);
    return document;
  }

  /** Gives a document a new text and version. */
  change(document: TextDocument, text: string): void {
    TextDocument.update(document, [{ text }], document.version + 1);
    this.documents.change(document);
  }

  /** Returns what is found in a document, once it is linted. */
  async found(document: TextDocument): Promise<string | null> {
    const report = await this.documents.report(document.uri);
    return report && report.diagnostics.map(messageOf).join(" ");
  }
}

test("a document is linted when it is opened, step by step where the project is not read", async () => {
  const desk = new Desk();
  desk.isCold = true;
  desk.meanwhile = (request) => {
    if (request.startsWith("lint ")) desk.isCold = false;
  };
  const one = desk.open("a.go", "x");
  expect(desk.documents.get(one.uri)).toMatchObject({ path: "/m/a.go", isEdited: false });
  expect(await desk.found(one)).toBe("x");
  desk.open("b.go", "y");
  await desk.documents.refresh();
  expect(desk.asked.slice(0, 4)).toEqual([
    "lintWithin /m/a.go package",
    "lintWithin /m/a.go imports",
    "lint /m/a.go",
    "lint /m/b.go",
  ]);
  expect(desk.reported).toEqual(["a.go 1 x", "b.go 1 y"]);
  expect(desk.failed).toEqual([]);
});

test("what is no Go file is left alone", async () => {
  const desk = new Desk();
  for (const uri of ["file:///m/a.md", "untitled:a.go", "file:///m/a.go.txt"]) {
    const document = TextDocument.create(uri, "go", 1, "x");
    desk.documents.open(document);
    desk.documents.change(document);
    await desk.documents.save(document);
    desk.documents.close(document);
    expect(desk.documents.get(uri)).toBeUndefined();
    expect(await desk.documents.report(uri)).toBeNull();
    expect(await desk.documents.answer(uri)).toBeNull();
  }
  expect([desk.asked, desk.told]).toEqual([[], []]);
});

test("a text that is saved is linted, and then the other documents", async () => {
  const desk = new Desk();
  const [one, other] = [desk.open("a.go", "x"), desk.open("b.go", "y")];
  await desk.found(one);
  await desk.found(other);
  desk.asked.length = 0;
  desk.change(one, "z");
  expect(desk.documents.get(one.uri)?.isEdited).toBe(true);
  desk.documents.change(one);
  await desk.documents.save(one);
  expect(desk.documents.get(one.uri)?.isEdited).toBe(false);
  await desk.documents.save(one);
  expect(desk.told).toEqual(["/m/a.go: x", "/m/b.go: y", "/m/a.go: z"]);
  expect(desk.asked).toEqual(["lint /m/a.go", "lint /m/b.go", "lint /m/a.go"]);
  expect(desk.reported.slice(2)).toEqual(["a.go 2 z"]);
});

test("a result has the same id until other things are found", async () => {
  const desk = new Desk();
  const one = desk.open("a.go", "x");
  await desk.found(one);
  const idAfter = async (text: string) => {
    desk.change(one, text);
    await desk.documents.save(one);
    return desk.documents.lastReport(one.uri)?.resultId;
  };
  const first = desk.documents.lastReport(one.uri)?.resultId;
  expect(await idAfter("x")).toBe(first);
  const second = await idAfter("y");
  expect(second).not.toBe(first);
  expect(await idAfter("x")).not.toBe(second);
  expect(desk.reported).toEqual(["a.go 1 x", "a.go 2 x", "a.go 3 y", "a.go 4 x"]);
});

test("a client that was answered is told to ask again if other things are found", async () => {
  const desk = new Desk();
  const one = desk.open("a.go", "x");
  const answer = await desk.documents.answer(one.uri);
  expect(answer?.version).toBe(1);
  desk.change(one, "x");
  await desk.documents.save(one);
  desk.change(one, "y");
  await desk.documents.save(one);
  expect(desk.reported).toEqual(["a.go 1 x", "a.go 2 x", "a.go 3 y again"]);
});

test("a client that is waiting for an answer is not told to ask again", async () => {
  const desk = new Desk();
  desk.isLintedWhileTyping = true;
  const one = desk.open("a.go", "x");
  await desk.documents.answer(one.uri);
  desk.change(one, "y");
  const answer = desk.documents.answer(one.uri);
  await desk.documents.save(one);
  expect((await answer)?.version).toBe(2);
  expect(desk.reported).toEqual(["a.go 1 x", "a.go 2 y"]);
  desk.documents.closeAll();
});

test("where nothing is linted while somebody types, the last report is the answer", async () => {
  const desk = new Desk();
  const one = desk.open("a.go", "x");
  await desk.found(one);
  desk.change(one, "y");
  expect(await desk.found(one)).toBe("x");
  expect(desk.asked).toEqual(["lint /m/a.go"]);
});

test("a document that is closed is forgotten, and who waits for it gets nothing", async () => {
  const desk = new Desk();
  const one = desk.open("a.go", "x");
  desk.open("b.go", "y");
  const report = desk.documents.report(one.uri);
  expect([desk.documents.isOpen("/m/a.go"), desk.documents.isOpen("/m/c.go")]).toEqual([
    true,
    false,
  ]);
  desk.documents.close(one);
  expect(await report).toBeNull();
  expect(desk.documents.isOpen("/m/a.go")).toBe(false);
  expect(desk.told.at(-1)).toBe("/m/a.go closed");
  await desk.documents.refresh();
  expect(desk.reported).toEqual(["b.go 1 y"]);
  desk.documents.closeAll();
  expect(desk.documents.all).toEqual([]);
});

test("what was found in a text is not reported once the text has changed", async () => {
  const desk = new Desk();
  const one = desk.open("a.go", "x");
  desk.meanwhile = () => {
    desk.meanwhile = () => {};
    desk.change(one, "y");
  };
  await desk.documents.save(one);
  await desk.documents.save(one);
  expect(desk.reported).toEqual(["a.go 2 y"]);
});

test("linting all documents again ends when somebody types", async () => {
  const desk = new Desk();
  const all = ["a.go", "b.go", "c.go"].map((name) => desk.open(name, "x"));
  for (const document of all) await desk.found(document);
  desk.asked.length = 0;
  desk.meanwhile = (request) => {
    const [, second] = all;
    if (second && request === "lint /m/a.go") desk.change(second, "y");
  };
  await desk.documents.refresh();
  expect(desk.asked).toEqual(["lint /m/a.go"]);
});

test("a failure is told, and nothing is found", async () => {
  const desk = new Desk();
  desk.errors.push(new Error("No config."));
  const one = desk.open("a.go", "x");
  expect(await desk.found(one)).toBe("");
  expect(desk.failed).toEqual(["/m/a.go Error: No config."]);
  await desk.documents.save(one);
  expect(await desk.found(one)).toBe("x");
});

test("a text that a rule hangs on is not linted again before it changes", async () => {
  const desk = new Desk();
  desk.errors.push(new EngineStopped(true));
  const one = desk.open("a.go", "x");
  expect(await desk.found(one)).toBe("");
  await desk.documents.save(one);
  expect(desk.asked).toEqual(["lint /m/a.go"]);
  desk.change(one, "y");
  await desk.documents.save(one);
  expect(await desk.found(one)).toBe("y");
  expect(desk.failed).toEqual(["/m/a.go EngineStopped: The engine was stopped."]);
});

test("a request that an engine's end left open is made again", async () => {
  const desk = new Desk();
  desk.errors.push(new EngineStopped(false));
  const one = desk.open("a.go", "x");
  expect(await desk.found(one)).toBe("x");
  expect(desk.asked).toEqual(["lint /m/a.go", "lint /m/a.go"]);
  expect(desk.failed).toEqual([]);
});

test("while somebody types, what a broken text has in addition is held back", async () => {
  const desk = new Desk();
  desk.isLintedWhileTyping = true;
  const one = desk.open("a.go", "x y");
  await desk.found(one);
  desk.change(one, "x + z");
  await desk.documents.report(one.uri, () => true);
  expect(desk.asked.at(-1)).toBe("lintWhileTyping /m/a.go");
  expect(desk.reported.at(-1)).toBe("a.go 2 x");
  expect(await desk.found(one)).toBe("x + z");
  expect(desk.asked.at(-1)).toBe("lint /m/a.go");
});

test("a rule that hangs while somebody types is looked for by a whole lint", async () => {
  const desk = new Desk();
  desk.isLintedWhileTyping = true;
  const one = desk.open("a.go", "x");
  await desk.found(one);
  desk.errors.push(new EngineStopped(true), new EngineStopped(true));
  desk.change(one, "y");
  await desk.documents.report(one.uri, () => true);
  expect(desk.asked.slice(1)).toEqual(["lintWhileTyping /m/a.go", "lint /m/a.go"]);
  expect(desk.failed).toHaveLength(1);
  desk.documents.closeAll();
});
