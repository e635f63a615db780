import { afterEach, expect, jest, test } from "@jest/globals";
import { today } from "../src/printing.ts";

afterEach(() => {
  jest.restoreAllMocks();
});

test("the day is that of SOURCE_DATE_EPOCH, in UTC", () => {
  expect(today({ SOURCE_DATE_EPOCH: "0" })).toBe("1970-01-01");
  expect(today({ SOURCE_DATE_EPOCH: "1757203200" })).toBe("2025-09-07");
  expect(today({ SOURCE_DATE_EPOCH: "99999999999" })).toBe("5138-11-16");
});

test.each([[undefined], [""], ["x1"], ["1x"], ["-1"], ["100000000000"]])(
  "with %j it is that of the clock, in the time zone of the machine",
  (epoch) => {
    jest.spyOn(Date.prototype, "getFullYear").mockReturnValue(2031);
    jest.spyOn(Date.prototype, "getMonth").mockReturnValue(0);
    jest.spyOn(Date.prototype, "getDate").mockReturnValue(5);
    expect(today({ SOURCE_DATE_EPOCH: epoch })).toBe("2031-01-05");
  },
);
