import { describe, expect, it } from "vitest";
import type { Stage } from "../../../src/domain/stage.ts";
import { anAssessedGroup, anAssessedItem } from "../../builders/assessed.ts";
import { measured, sentences, valueOf } from "../../builders/measured.ts";

function measure(stages: readonly Stage[], settings: Readonly<Record<string, unknown>> = {}) {
  const items = stages.map((stage) => anAssessedItem(stage));
  return measured("checklist", settings, { groups: [anAssessedGroup(items)] });
}

describe("a checklist", () => {
  it("counts what is done of all", () => {
    const measurement = measure(["landed", "counted", "written", "dropped"]);
    expect(measurement.progress).toMatchObject({ current: 2, goal: 4, score: 0.5 });
    expect(valueOf(measurement, "goal")).toBe(4);
    expect(sentences(measurement)).toEqual(["2 of 4 steps done"]);
  });

  it("does not ask for a step that another stands for", () => {
    expect(measure(["landed", "replaced"]).progress).toMatchObject({ goal: 1, score: 1 });
  });

  it("may ask for fewer than all", () => {
    const measurement = measure(["landed", "planned", "planned"], { goal: 1, unit: "boxes" });
    expect(measurement.progress).toMatchObject({ current: 1, goal: 1, score: 1, unit: "boxes" });
    expect(measurement.numbers.map(({ name }) => name)).toEqual(["done"]);
  });

  it("has no score while nothing is listed", () => {
    const measurement = measure([]);
    expect(measurement.progress.score).toBeUndefined();
    expect(sentences(measurement)).toEqual(["no steps are listed yet"]);
    expect(measure([], { goal: 0 }).progress.score).toBe(1);
  });
});
