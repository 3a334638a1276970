import { describe, expect, it } from "vitest";
import type { FreezeException } from "../../../src/domain/facts.ts";
import type { Contribution, KeyResult } from "../../../src/domain/plan.ts";
import type { Snapshot } from "../../../src/domain/snapshot.ts";
import { aPlanOf, assessed } from "../../builders/assessment.ts";
import { anItem } from "../../builders/plan.ts";
import { anEvent, aSnapshot, aSource, aTimeline, aWorkItem } from "../../builders/snapshot.ts";

const pull = "kubernetes/kubernetes#95713";
const before = "2020-11-12T08:00:00Z";
const after = "2020-11-14T08:00:00Z";

function anException(fields: Partial<FreezeException> = {}): FreezeException {
  return {
    name: "A feature",
    pulls: [pull],
    freeze: "code-freeze",
    status: "approved",
    reviewed: "2020-11-13",
    source: "list",
    ...fields,
  };
}

interface Case {
  readonly exceptions: readonly FreezeException[];
  readonly asOf?: string;
  readonly item?: Partial<Contribution>;
  readonly keyResult?: Partial<KeyResult>;
  readonly snapshot?: Partial<Snapshot>;
}

/** The item of a plan whose pull request is open, with its stage, reason and findings. */
function found({
  exceptions,
  asOf = after,
  item = {},
  keyResult = { freeze: "code-freeze" },
  snapshot = {},
}: Case) {
  const plan = aPlanOf([anItem(item)], keyResult);
  const facts = aSnapshot({
    asOf,
    exceptions,
    sources: [aSource(), aSource({ id: "list", url: "https://example.org/list" })],
    workItems: [aWorkItem()],
    timeline: aTimeline({
      events: [anEvent(), anEvent({ id: "test-freeze", date: "2020-11-23" })],
    }),
    ...snapshot,
  });
  const { objectives, notices } = assessed({ plan, snapshot: facts });
  const [assessedItem] = objectives[0]?.keyResults[0]?.groups[0]?.items ?? [];
  if (assessedItem === undefined) throw new Error("the plan has no item");
  const { stage, because, sources } = assessedItem;
  return {
    stage,
    because,
    urls: sources.map(({ url }) => url),
    codes: notices.map(({ code }) => code),
  };
}

const approved = "an exception to the code freeze was approved on 13 November 2020";

describe("an item with an approved exception", () => {
  it("is excepted once the freeze has begun", () => {
    expect(found({ exceptions: [anException()] })).toMatchObject({
      stage: "excepted",
      because: `${pull} open; ${approved}`,
      urls: ["https://example.org/deck", "https://example.org/list"],
    });
  });

  it("stays what it is before the freeze, and says so", () => {
    expect(found({ exceptions: [anException()], asOf: before })).toMatchObject({
      stage: "written",
      because: `${pull} open; ${approved}`,
    });
  });

  it.each(["merged", "closed"] as const)("that is %s needs none", (state) => {
    const snapshot = { workItems: [aWorkItem({ state, mergedAt: after })] };
    const { stage } = found({ exceptions: [anException()], snapshot });
    expect(stage).toBe(state === "merged" ? "landed" : "dropped");
  });

  it("to another freeze than the one that binds it is not excepted from that", () => {
    const keyResult = { freeze: "test-freeze" };
    const asOf = "2020-11-25T08:00:00Z";
    expect(found({ exceptions: [anException()], keyResult, asOf }).stage).toBe("written");
  });

  it("is bound by the freeze of the exception where the plan names none, and the other way round", () => {
    expect(found({ exceptions: [anException()], keyResult: {} }).stage).toBe("excepted");
    const { freeze: _, ...anyFreeze } = anException();
    expect(found({ exceptions: [anyFreeze] })).toMatchObject({
      stage: "excepted",
      because: `${pull} open; an exception to a freeze was approved on 13 November 2020`,
    });
    expect(found({ exceptions: [anyFreeze], keyResult: {} }).stage).toBe("written");
  });

  it("is not excepted where nobody knows when the freeze is", () => {
    const snapshot = { timeline: aTimeline({ events: [] }) };
    expect(found({ exceptions: [anException()], snapshot }).stage).toBe("written");
  });

  it("may be meant by its enhancement's issue", () => {
    const item = {
      id: "kubernetes/enhancements#585",
      refs: [{ repo: "kubernetes/enhancements", number: 585 }],
    };
    const exceptions = [anException({ pulls: [], issue: "kubernetes/enhancements#585" })];
    const workItems = [aWorkItem({ ref: "kubernetes/enhancements#585", kind: "issue" })];
    expect(found({ exceptions, item, snapshot: { workItems } }).stage).toBe("excepted");
  });
});

describe("an item with another exception", () => {
  it.each([
    ["denied", "an exception to the code freeze was denied on 13 November 2020"],
    ["withdrawn", "an exception to the code freeze was withdrawn on 13 November 2020"],
    ["requested", "an exception to the code freeze was requested"],
  ] as const)("%s is not excepted", (status, words) => {
    const item = found({ exceptions: [anException({ status })] });
    expect(item).toMatchObject({ stage: "written", because: `${pull} open; ${words}` });
    expect(item.codes.includes("exception-denied")).toBe(status === "denied");
  });

  it("of another pull request is as if there were none", () => {
    const exceptions = [anException({ pulls: ["kubernetes/kubernetes#1"], status: "denied" })];
    const item = found({ exceptions });
    expect(item.because).toBe(`${pull} open`);
    expect(item.codes).not.toContain("exception-denied");
  });

  it("is told by the newest one", () => {
    const denied = anException({ status: "denied", reviewed: "2020-11-10" });
    expect(found({ exceptions: [denied, anException()] }).stage).toBe("excepted");
    const later = anException({ status: "denied", reviewed: "2020-11-14" });
    expect(found({ exceptions: [anException(), later] }).stage).toBe("written");
  });
});
