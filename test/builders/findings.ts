/** What the lint says about texts put into a small plan over small facts. */
import type { Plan } from "../../src/domain/plan.ts";
import type { Snapshot } from "../../src/domain/snapshot.ts";
import { assessed } from "./assessment.ts";
import { aGroup, aKeyResult, anItem, anObjective, aPlan } from "./plan.ts";
import { aCoverage, anEvent, aRelease, aSnapshot, aTimeline, aWorkItem } from "./snapshot.ts";

/** Coverage of 1.19 and 1.20, five endpoints of debt at 1.14, code freeze and release, one open pull request. */
export const facts: Partial<Snapshot> = {
  coverage: aCoverage({
    releases: [aRelease({ release: "1.19", total: 410, tested: 231 }), aRelease({ promoted: 8 })],
    debt: [
      { release: "1.14", promoted: 18, untested: 5 },
      { release: "1.15", promoted: 1, untested: 0 },
    ],
  }),
  timeline: aTimeline({
    events: [anEvent(), anEvent({ id: "release", title: "Release", date: "2020-12-08" })],
  }),
  workItems: [aWorkItem(), aWorkItem({ ref: "o/r#2" })],
};

/** A written 7 and a planned 3. */
export const group = aGroup({
  title: "Proxy",
  items: [anItem(), anItem({ id: "b", title: "B", adds: 3 })],
});

export const debt = aKeyResult({ id: "KR2", kind: "debt", settings: { goal: "1.15" } });

/** All notices as `code line:column message`; of a plan with the group as KR1 and debt as KR2. */
export function findings(
  plan: Partial<Plan>,
  snapshot: Partial<Snapshot> = facts,
): readonly string[] {
  const objectives = [anObjective({ keyResults: [aKeyResult({ groups: [group] }), debt] })];
  const { notices } = assessed({
    plan: aPlan({ objectives, ...plan }),
    snapshot: aSnapshot(snapshot),
  });
  return notices.map(({ code, at, message }) => {
    const place = at === undefined ? "-" : `${at.line}:${at.column}`;
    return `${code} ${place} ${message}`;
  });
}
