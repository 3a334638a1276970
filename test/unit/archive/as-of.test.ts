import { describe, expect, it } from "vitest";
import { instantOf, parseAsOf, stampOf } from "../../../src/archive/as-of.ts";
import { PlanError } from "../../../src/domain/errors.ts";

function check(text: string, expected: string): void {
  expect(parseAsOf(text)).toBe(expected);
}

describe("parseAsOf", () => {
  it("takes a day as its last second in UTC", () => {
    check("2020-10-22", "2020-10-22T23:59:59Z");
    check("2020-02-29", "2020-02-29T23:59:59Z");
  });

  it("takes an instant as written and as in file names", () => {
    check("2020-10-22T08:00:00Z", "2020-10-22T08:00:00Z");
    check("2020-10-22T080000Z", "2020-10-22T08:00:00Z");
    check("2020-12-31T23:59:59Z", "2020-12-31T23:59:59Z");
  });

  it.each([
    ["2020-02-30"],
    ["2021-02-29"],
    ["2020-13-01"],
    ["2020-00-10"],
    ["2020-10-22T24:00:00Z"],
    ["2020-10-22T08:60:00Z"],
    ["2020-10-22T23:59:60Z"],
    ["2020-10-22T08:0000Z"],
    ["2020-10-22T08:00:00"],
    ["2020-10-22T08:00:00+02:00"],
    ["2020-10-22T08:00:00.000Z"],
    ["2020-10-22 08:00:00Z"],
    ["2020-02-30T08:00:00Z"],
    [" 2020-10-22"],
    ["2020-10-22\n"],
    ["22.10.2020"],
    ["20201022"],
    ["yesterday"],
    [""],
    ["9".repeat(50_000)],
  ])("refuses %j", (text) => {
    expect(() => parseAsOf(text)).toThrow(PlanError);
    expect(() => parseAsOf(text)).toThrow("is no day and no instant in UTC");
  });
});

it("a stamp names an instant and leads back to it", () => {
  expect(stampOf("2020-10-22T08:00:00Z")).toBe("2020-10-22T080000Z");
  expect(instantOf(stampOf("2020-10-22T08:00:00Z"))).toBe("2020-10-22T08:00:00Z");
  expect(instantOf("2020-10-22")).toBeUndefined();
});
