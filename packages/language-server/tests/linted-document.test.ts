import { expect, test } from "@jest/globals";
import type { LintedText, OpenDocuments } from "@gopherwood/core/documents";
import { lintedDocument } from "../src/engine/linted-document.ts";
import { message } from "./linted.ts";

/** Returns a document with messages, linted by a core that has pages for rules of `demo`. */
async function documentWith(messages: readonly object[], more: object = {}) {
  const asked: string[] = [];
  const documents = {
    rulePage: (path: string, ruleId: string) => {
      asked.push(`${path} ${ruleId}`);
      return Promise.resolve(
        ruleId.startsWith("demo/") ? { url: `https://a.com/${ruleId}` } : null,
      );
    },
  };
  const text = { result: { messages }, sites: [], declarations: [null], problems: [], ...more };
  const document = await lintedDocument(
    "/m/a.go",
    text as unknown as LintedText,
    documents as unknown as OpenDocuments,
  );
  return { document, asked };
}

test("a document has the page of each rule that has a message, asked for once", async () => {
  const messages = [
    message(),
    message({ ruleId: null }),
    message(),
    message({ ruleId: "other/b" }),
  ];
  const { document, asked } = await documentWith(messages);
  expect(document).toEqual({
    path: "/m/a.go",
    messages,
    sites: [],
    declarations: [null],
    problems: [],
    isBroken: false,
    pages: { "demo/a": "https://a.com/demo/a", "other/b": "" },
  });
  expect(asked).toEqual(["/m/a.go demo/a", "/m/a.go other/b"]);
});

test("a document with a syntax error is broken", async () => {
  const { document } = await documentWith([], {
    syntaxError: { message: "", line: 1, column: 1 },
  });
  expect(document.isBroken).toBe(true);
});
