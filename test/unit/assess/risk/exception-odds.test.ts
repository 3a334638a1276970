/** What an exception that somebody asked for does to the odds of what comes late. */
import { expect, it } from "vitest";
import type { FreezeException } from "../../../../src/domain/facts.ts";
import { aPlanOf, assessed, firstItem } from "../../../builders/assessment.ts";
import { anItem } from "../../../builders/plan.ts";
import { aSnapshot, anEvent, aTimeline, aWorkItem } from "../../../builders/snapshot.ts";

const zone = "America/Los_Angeles";
const events = [
  anEvent({ zone, instant: "2020-11-13T07:59:00Z" }),
  anEvent({ id: "release", title: "Release", date: "2020-12-08", zone }),
];

function chance(exceptions: readonly FreezeException[]): number {
  const snapshot = aSnapshot({
    asOf: "2020-11-10T08:00:00Z",
    workItems: [aWorkItem({ createdAt: "2020-10-19T00:00:00Z" })],
    timeline: aTimeline({ events }),
    exceptions,
  });
  const plan = aPlanOf([anItem({ step: "promotion" })], { freeze: "code-freeze" });
  const p = firstItem(assessed({ plan, snapshot }))?.risk?.odds.p;
  if (p === undefined) throw new Error("the item has no odds");
  return p;
}

it("counts an exception that is asked for by how often it is granted", () => {
  const exception = {
    name: "X",
    pulls: ["kubernetes/kubernetes#95713"],
    freeze: "code-freeze",
    source: "deck",
  } as const;
  const none = chance([]);
  const asked = chance([{ ...exception, status: "requested" }]);
  expect(asked).toBeGreaterThan(none);
  expect(chance([{ ...exception, status: "approved" }])).toBeGreaterThan(asked);
});
