import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  packedPattern,
  packPulls,
  unpackPulls,
  type PackedPull,
} from "../../../src/domain/pull-history.ts";

const pulls: readonly PackedPull[] = [
  { number: 95_503, created: 26_708_000 },
  { number: 95_713, created: 26_718_000, merged: 26_720_000 },
  // A number may be taken before the one above it.
  { number: 95_714, created: 26_717_999, closed: 26_717_999 },
];

describe("the past of a repository", () => {
  it("takes a word for each pull request", () => {
    expect(packPulls(pulls)).toBe("21ov.fwg0w.o 5u.7ps.m1jk 1.-1.c0");
    expect(unpackPulls(packPulls(pulls))).toEqual(pulls);
  });

  it("may be empty", () => {
    expect(packPulls([])).toBe("");
    expect(unpackPulls("")).toEqual([]);
    expect(packedPattern.test("")).toBe(true);
  });

  it.each(["x", "1.2", "1.2.q", "1.2.o ", "1.2.m", "1.2.o  1.2.o", "-1.2.o", "1.2.o,1.2.o"])(
    "is not %j",
    (text) => expect(packedPattern.test(text)).toBe(false),
  );

  it("is the same after packing and unpacking, in the order of the numbers", () => {
    const minute = fc.integer({ min: 0, max: 60_000_000 });
    const one = fc
      .record({ number: fc.integer({ min: 1, max: 999_999 }), created: minute, took: minute })
      .chain(({ number, created, took }) =>
        fc.constantFrom<PackedPull>(
          { number, created },
          { number, created, merged: created + took },
          { number, created, closed: created + took },
        ),
      );
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ({ number }) => number }), (all) => {
        const packed = packPulls(all);
        expect(packedPattern.test(packed)).toBe(true);
        expect(unpackPulls(packed)).toEqual(
          all.toSorted((left, right) => left.number - right.number),
        );
      }),
    );
  });
});
