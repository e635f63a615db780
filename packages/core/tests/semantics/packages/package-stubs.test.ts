import { describe, expect, test } from "@jest/globals";
import { formatType } from "../../../src/index.ts";
import { addStubs, semanticsOf } from "../../../src/semantics/model/semantics-of.ts";
import { parseStubs } from "../../../src/semantics/packages/stub-source.ts";
import { parseMarked } from "../marked-source.ts";

const LINES = `package p

import "a.com/db"

func f(c *db.Client) {
	_ = ‹c.Begin()|*db.Client›
	_ = ‹c.Begin().End()|error›
	_ = ‹c.Name|string›
	_ = ‹db.Open()|*db.Client›
	_ = ‹db.Close()|error›
	_ = ‹db.Default|*db.Client›
	_ = ‹c.Unsaid()|unknown›
}
`;

const CONSTANTS = `package p

import "a.com/db"

var _ = ‹db.Limit|constant›
var _ = ‹db.Name|constant›
var _ = ‹db.Default|variable›
var _ = ‹db.Open|variable›
var _ = ‹db.Missing|variable›
`;

const BEGINS = parseStubs({
  "a.com/db":
    "package db\ntype Client struct { Name string }\nfunc Open() *Client\nfunc (c *Client) Begin() *Client",
});
const ENDS = parseStubs({
  "a.com/db":
    "package db\ntype Client struct{}\nvar Default *Client\nfunc Open() int\nfunc Close() error\nfunc (c *Client) End() error\nfunc (c *Client) Begin() int",
});

describe("packages that several packs describe", () => {
  test("are known by all that is said, and first by what was said first", () => {
    const { sourceCode, marks } = parseMarked(LINES);
    addStubs(sourceCode, BEGINS);
    addStubs(sourceCode, ENDS);
    const semantics = semanticsOf(sourceCode);
    const found = marks.map(({ node }) => {
      const type = semantics.typeOf(node);
      return `${node.text}: ${type.kind === "unknown" ? type.kind : formatType(type)}`;
    });
    expect(found).toEqual(marks.map(({ node, says }) => `${node.text}: ${says}`));
  });

  test("have the constants of all", () => {
    const { sourceCode, marks } = parseMarked(CONSTANTS);
    addStubs(
      sourceCode,
      parseStubs({ "a.com/db": "package db\nconst Limit = 1\nvar Default int" }),
    );
    addStubs(
      sourceCode,
      parseStubs({ "a.com/db": "package db\nconst Name = `a`\nfunc Open()" }),
    );
    const semantics = semanticsOf(sourceCode);
    const found = marks.map(({ node }) =>
      semantics.isConstant(node) ? "constant" : "variable",
    );
    expect(found).toEqual(marks.map(({ says }) => says));
  });
});
