import { expect, test } from "@jest/globals";
import { readSettings, severityOf } from "../src/settings.ts";

const DEFAULTS = {
  enable: true,
  run: "onType",
  fixOnSave: false,
  severity: new Map(),
  siteHover: false,
  codeLens: false,
};

test("what a client does not send, or sends in another type, has its default", () => {
  const wrong = {
    enable: "false",
    run: "never",
    fixOnSave: "true",
    severity: null,
    siteHover: 1,
    codeLens: "yes",
  };
  for (const sent of [undefined, null, "text", {}, wrong, { ...wrong, severity: "error" }]) {
    expect(readSettings(sent)).toEqual(DEFAULTS);
  }
});

test("each setting can be turned from its default", () => {
  const sent = { run: "onSave", fixOnSave: true, siteHover: true, codeLens: true };
  expect(readSettings({ ...sent, enable: false })).toEqual({
    ...sent,
    enable: false,
    severity: new Map(),
  });
});

test("a severity has one of the names, and others are left out", () => {
  const names = ["error", "warning", "information", "hint", "off", "loud", "toString"];
  const { severity } = readSettings({
    severity: Object.fromEntries(names.map((name) => [`demo/${name}`, name])),
  });
  expect([...severity]).toEqual([
    ["demo/error", 1],
    ["demo/warning", 2],
    ["demo/information", 3],
    ["demo/hint", 4],
    ["demo/off", null],
  ]);
});

test("of the patterns that match a rule the last one counts", () => {
  const settings = readSettings({
    severity: {
      "*": "hint",
      "demo/*-foo": "off",
      "demo/no-f.o": "error",
      "emo/no-foo": "error",
    },
  });
  expect(severityOf("demo/no-foo", settings)).toBeNull();
  expect(severityOf("demo/no-foo-at-all", settings)).toBe(4);
  expect(severityOf("demo/no-f.o", settings)).toBe(1);
  expect(severityOf("emo/no-foo", settings)).toBe(1);
  expect(severityOf("demo/no-foo", readSettings({}))).toBeUndefined();
});
