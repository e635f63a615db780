import { expect, test } from "@jest/globals";
import { checkGroupNames } from "../src/imports/boundaries.ts";

const groups = [
  { name: "core", packages: ["core/**"] },
  { name: "cli", packages: ["cli/**"] },
];

test.each([
  ["from", { from: "gui" }],
  ["allow", { from: "core", allow: ["cli", "gui"] }],
  ["deny", { from: "core", deny: ["gui"] }],
])("a boundary names a group that is not there: %s", (_, boundary) => {
  expect(() => {
    checkGroupNames({ groups, boundaries: [boundary] });
  }).toThrow("'boundaries' names the group 'gui', which 'groups' does not have.");
});

test("boundaries of groups that are there", () => {
  const boundaries = [
    { from: "core", deny: ["cli"] },
    { from: "cli", allow: ["core"] },
  ];
  expect(() => {
    checkGroupNames({ groups, boundaries });
  }).not.toThrow();
});
