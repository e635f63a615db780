import { expect, test } from "@jest/globals";
import { STRING_HOLE } from "@gopherwood/core";
import { HOLE } from "@gopherwood/sql";

test("what core writes into strings is what the SQL reader knows", () => {
  expect(HOLE).toBe(STRING_HOLE);
});
