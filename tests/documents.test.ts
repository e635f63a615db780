import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "@jest/globals";
import { OpenDocuments, type LintedText } from "@gopherwood/core/documents";
import { Random } from "./support/random.ts";
import { workFolder } from "./support/work-folder.ts";

const EXAMPLE = fileURLToPath(new URL("../examples/migratekit", import.meta.url));

/** Files of two packages, one of which imports the other. */
const NAMES = [
  "source/current/oma/failover/enhanced_test_failover.go",
  "source/current/oma/failover/enhanced_cleanup_service.go",
  "source/current/oma/joblog/tracker.go",
];

/** `EDITS=2000` takes some minutes. */
const EDITS = Number(process.env["EDITS"] ?? 12);

const INSERTED = [
  ...[
    "{",
    "}",
    "(",
    ")",
    '"',
    "`",
    "/*",
    "*/",
    "// log.Info(x)\n",
    "\n",
    "\r\n",
    "x",
    "é",
    "😀",
  ],
  ...[
    "return\n",
    'log.Printf("x")\n',
    "type T struct{ A int }\n",
    "_ = err\n",
    "/*eslint x:2*/",
  ],
];

const root = join(workFolder(), "example");

beforeAll(() => {
  cpSync(EXAMPLE, root, { recursive: true });
});

test(`after each of ${EDITS} edits, findings are those of a fresh start`, async () => {
  const random = new Random(16);
  const texts = new Map(NAMES.map((name) => [join(root, name), read(name)]));
  const undo: { path: string; text: string }[] = [];
  const documents = openAll(texts);
  for (let edit = 0; edit < EDITS; edit += 1) {
    const before = undo.length > random.below(6) ? undo.pop() : undefined;
    const path = before?.path ?? random.pick([...texts.keys()]);
    const text = texts.get(path) ?? "";
    if (!before) undo.push({ path, text });
    const next = before?.text ?? edited(text, random);
    texts.set(path, next);
    documents.change(path, next);
    if (random.below(2) === 0) await documents.lintWhileTyping(path);
    const asked = random.pick([...texts.keys()]);
    const fresh = openAll(texts);
    expect(findings(await documents.lint(asked))).toEqual(findings(await fresh.lint(asked)));
    fresh.dispose();
  }
  documents.dispose();
}, 3_600_000);

function read(name: string): string {
  return readFileSync(join(root, name), "utf8");
}

function openAll(texts: ReadonlyMap<string, string>): OpenDocuments {
  const documents = new OpenDocuments(root);
  for (const [path, text] of texts) documents.change(path, text);
  return documents;
}

function findings(linted: LintedText | null) {
  return { result: linted?.result, sites: linted?.sites, problems: linted?.problems };
}

function edited(text: string, random: Random): string {
  const start = random.below(text.length + 1);
  const end = random.below(3) === 0 ? start + random.below(8) : start;
  return text.slice(0, start) + random.pick(INSERTED) + text.slice(end);
}
