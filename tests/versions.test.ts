import { describe, expect, test } from "@jest/globals";
import core from "@gopherwood/core";
import architecture from "@gopherwood/rules-architecture";
import database from "@gopherwood/rules-database";
import errorHandling from "@gopherwood/rules-error-handling";
import go from "@gopherwood/rules-go";
import logging from "@gopherwood/rules-logging";
import volumeDaemon from "@gopherwood/rules-volume-daemon";
import { readFileSync } from "node:fs";
import { version } from "../packages/cli/src/version.generated.ts";
import { version as serverVersion } from "../packages/language-server/src/version.generated.ts";

interface Manifest {
  readonly name: string;
  readonly version: string;
}

function manifestOf(directory: string): Manifest {
  const url = new URL(`../packages/${directory}/package.json`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8")) as Manifest;
}

describe("what a package says of itself is what its package.json says", () => {
  test.each([
    ["core", core.meta],
    ["rules-architecture", architecture.meta],
    ["rules-database", database.meta],
    ["rules-error-handling", errorHandling.meta],
    ["rules-go", go.meta],
    ["rules-logging", logging.meta],
    ["rules-volume-daemon", volumeDaemon.meta],
    ["cli", { name: "gopherwood", version }],
    ["language-server", { name: "@gopherwood/language-server", version: serverVersion }],
  ])("%s", (directory, meta) => {
    expect(meta).toMatchObject({
      name: manifestOf(directory).name,
      version: manifestOf(directory).version,
    });
  });
});
