import { describe, expect, it } from "vitest";
import { percentage, pointsBetween } from "../../../src/key-results/percentage.ts";

describe("a percentage", () => {
  function check([part, whole]: readonly [number, number], expected: number | undefined): void {
    expect(percentage(part, whole)).toBe(expected);
  }

  it("is rounded half up to two places, as the published table has it", () => {
    check([68, 342], 19.88);
    check([75, 342], 21.93);
    check([116, 369], 31.44);
    check([143, 369], 38.75);
    check([153, 369], 41.46);
    check([231, 410], 56.34);
    check([263, 418], 62.92);
  });

  it("is rounded up at exactly half, where binary fractions would fall short", () => {
    check([1, 800], 0.13);
    check([201, 20_000], 1.01);
    check([10_049, 1_000_000], 1);
    check([10_050, 1_000_000], 1.01);
  });

  it("is exact at its ends and for large counts", () => {
    check([0, 7], 0);
    check([7, 7], 100);
    check([1_000_000_000, 1_000_000_000], 100);
    check([333_333_333, 1_000_000_000], 33.33);
  });

  it("is not known of an empty whole", () => {
    check([0, 0], undefined);
  });
});

describe("points between two percentages", () => {
  it("leave no dust of binary fractions", () => {
    expect(pointsBetween(56.34, 62.92)).toBe(6.58);
    expect(pointsBetween(62.92, 56.34)).toBe(-6.58);
    expect(pointsBetween(0.1, 0.3)).toBe(0.2);
    expect(pointsBetween(41.46, 41.46)).toBe(0);
  });
});
