import { expect, test } from "@jest/globals";
import type { Report } from "@gopherwood/core/runner";
import { assistTests, body } from "./assisted.ts";

const assisted = assistTests();

test("resources: a report that is too long is refused, and says what to do", async () => {
  assisted.workspace({
    "code/a.go": body("bar()"),
    "code/long.go": body(...Array.from({ length: 9000 }, () => "bar()")),
  });
  const { text, isError } = await assisted.assistant.read("gopherwood://report");
  expect(isError).toBe(true);
  expect(text).toMatch(
    /too long for a resource\. .*gopherwood:\/\/report\/internal\/api.*--format report -o/u,
  );
});

test("resources: the report and the assessment, of all or of a directory", async () => {
  assisted.workspace({ "code/a.go": body("foo()"), "code/my sub/b.go": body("bar()") });
  const { resources } = await assisted.assistant.client.listResources();
  expect(resources.map(({ uri }) => uri)).toEqual([
    "gopherwood://report",
    "gopherwood://assessment",
  ]);
  const pathsIn = (text: string) => {
    const { files, survey } = JSON.parse(text) as Report;
    expect(survey).toMatchObject({ references: [] });
    return files.map(({ path }) => path);
  };
  expect(pathsIn((await assisted.assistant.read("gopherwood://report")).text)).toEqual([
    "a.go",
    "my sub/b.go",
  ]);
  expect(pathsIn((await assisted.assistant.read("gopherwood://report/my%20sub")).text)).toEqual(
    ["my sub/b.go"],
  );
  const assessment = (await assisted.assistant.read("gopherwood://assessment")).text;
  expect(assessment).toContain("# code: rule compliance");
});
