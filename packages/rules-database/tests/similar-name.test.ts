import { expect, test } from "@jest/globals";
import { similarName } from "../src/similar-name.ts";

test.each<[misspelt: string, names: readonly string[], expected: string | null]>([
  ["stauts", ["job_id", "status"], "status"],
  ["jobid", ["job_id", "jobs_id"], "job_id"],
  ["SIZEGB", ["size_gb"], "size_gb"],
  ["desciption", ["description"], "description"],
  ["dskriptn", ["description"], null],
  ["destination", ["description"], null],
  ["ab", ["ad"], null],
  ["abc", ["abd"], "abd"],
  ["size", ["size_gb", "size_mb"], null],
  ["size", ["size_gb", "id"], "size_gb"],
  ["vm_name", ["name", "id"], "name"],
  ["vm_id", ["id"], null],
  ["colour", ["status"], null],
  ["status", [], null],
])("%s among %j: %s", (misspelt, names, expected) => {
  expect(similarName(misspelt, names)).toBe(expected);
});
