import { describe, expect, it } from "vitest";
import type { AssessInput } from "../../../../src/assess/assess.ts";
import type { WorkItem } from "../../../../src/domain/facts.ts";
import type { Contribution } from "../../../../src/domain/plan.ts";
import { aPlanOf, assessed } from "../../../builders/assessment.ts";
import { anItem } from "../../../builders/plan.ts";
import { aSnapshot, anEvent, aTimeline, aWorkItem } from "../../../builders/snapshot.ts";

/** One item, how its pull request stands, and the day; code freeze is on 12 November. */
interface Report {
  readonly asOf: string;
  readonly item?: Partial<Contribution>;
  readonly work?: Partial<WorkItem>;
}

const young = { createdAt: "2020-10-19T00:00:00Z" };
const ready = { ...young, labels: ["lgtm", "approved"] };

function inputOf({ asOf, item, work = young }: Report) {
  const plan = aPlanOf([anItem({ step: "promotion", adds: 30, ...item })]);
  const timeline = aTimeline({ events: [anEvent()] });
  const workItems = [aWorkItem(work)];
  return { plan, snapshot: aSnapshot({ asOf: `${asOf}T08:00:00Z`, workItems, timeline }) };
}

/** The lines in a few words each. */
function crossed(before: Report | undefined, now: Report): readonly string[] {
  const since = before && inputOf(before);
  const input: Partial<AssessInput> = { ...inputOf(now), ...(since && { since }) };
  return assessed(input).crossed.map((line) => {
    switch (line.kind) {
      case "forecast":
      case "risk":
        return `${line.kind}: ${line.from} → ${line.to}`;
      case "last-safe-day":
        return `${line.day} ${line.isPast ? "is past" : "is near"}`;
      case "blocker":
        return line.blocker.kind;
      case "slipped":
        return line.kind;
      default:
        return line satisfies never;
    }
  });
}

describe("a line is crossed", () => {
  it("by levels, for better or for worse", () => {
    const early = { asOf: "2020-10-21" };
    const late = { asOf: "2020-11-09" };
    expect(crossed(early, late)).toEqual([
      "forecast: at risk → off track",
      "risk: open → unlikely",
    ]);
    const better = { asOf: "2020-10-27", work: ready };
    expect(crossed(early, better)).toEqual(["forecast: at risk → on track", "risk: open → likely"]);
  });

  it("the day before the last safe day, and once it is over; each once", () => {
    const at = (asOf: string) => ({ asOf, work: ready });
    expect(crossed(at("2020-11-09"), at("2020-11-10"))).toEqual([]);
    expect(crossed(at("2020-11-10"), at("2020-11-11"))).toEqual(["2020-11-12 is near"]);
    expect(crossed(at("2020-11-11"), at("2020-11-12"))).toEqual([]);
    expect(crossed(at("2020-11-12"), at("2020-11-13"))).toEqual([
      "forecast: on track → off track",
      "risk: likely → missed",
    ]);
  });

  it("by a last safe day that is over while the freeze is not", () => {
    const at = (asOf: string) => ({ asOf, item: { step: "test" } });
    const past = crossed(at("2020-10-22"), at("2020-10-30"));
    expect(past).toContain("2020-10-26 is past");
  });

  it("by a blocker that was not there", () => {
    const blocked = { ...young, labels: ["do-not-merge/hold"] };
    const before = { asOf: "2020-10-20" };
    const now = { asOf: "2020-10-21", work: blocked };
    expect(crossed(before, now)).toContain("on-hold");
    expect(crossed(now, { ...now, asOf: "2020-10-22" })).toEqual([]);
  });

  it("by what slipped", () => {
    const override = { stage: "slipped", who: "ann", why: "no time" } as const;
    const slipped = { asOf: "2020-10-21", item: { override } };
    expect(crossed({ asOf: "2020-10-20" }, slipped)).toContain("slipped");
    expect(crossed(slipped, { ...slipped, asOf: "2020-10-22" })).not.toContain("slipped");
  });
});

describe("no line is crossed", () => {
  it("where there is nothing to compare with", () => {
    expect(crossed(undefined, { asOf: "2020-11-12" })).toEqual([]);
  });

  it("where nothing has changed", () => {
    expect(crossed({ asOf: "2020-10-21" }, { asOf: "2020-10-22" })).toEqual([]);
  });

  it("where something is not known any more, or again", () => {
    const [known, unknown] = [{ asOf: "2020-10-20" }, { asOf: "2020-10-21", work: {} }];
    expect(crossed(known, unknown)).toEqual([]);
    expect(crossed(unknown, { ...known, asOf: "2020-10-22" })).toEqual([]);
  });
});
