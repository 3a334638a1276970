import { describe, expect, it } from "vitest";
import type { Contribution } from "../../../../src/domain/plan.ts";
import type { Outlook } from "../../../../src/domain/stage.ts";
import { aPlanOf, assessed } from "../../../builders/assessment.ts";
import { aGroup, anItem } from "../../../builders/plan.ts";
import { aSnapshot, aWorkItem } from "../../../builders/snapshot.ts";

const item = anItem();
const override = { stage: "blocked", who: "Ann", why: "the cluster is down" } as const;

function side(asOf: string, items: readonly Contribution[], outlook?: Outlook) {
  const group = aGroup({ items, ...(outlook === undefined ? {} : { outlook }) });
  const snapshot = aSnapshot({ asOf, workItems: [aWorkItem()] });
  return { plan: aPlanOf([], { groups: [group] }), snapshot };
}

const then = (items: readonly Contribution[], outlook?: Outlook) =>
  side("2020-10-22T08:00:00Z", items, outlook);
const today = (items: readonly Contribution[], outlook?: Outlook) =>
  side("2020-11-23T08:00:00Z", items, outlook);

function check(since: ReturnType<typeof side>, now: typeof since, expected: readonly string[]) {
  const found = assessed({ ...now, since }).changes?.words.map(
    ({ word, from, to }) => `${word}: ${from ?? "none"} → ${to ?? "none"}`,
  );
  expect(found).toEqual(expected);
}

describe("people's word about an item", () => {
  it("is new, another, or gone: by the item or by its group", () => {
    check(then([item]), today([item], "maybe"), ["outlook: none → maybe"]);
    check(then([item], "maybe"), today([item], "unlikely"), ["outlook: maybe → unlikely"]);
    check(then([item], "maybe"), today([{ ...item, outlook: "unlikely" }], "maybe"), [
      "outlook: maybe → unlikely",
    ]);
    check(then([item], "maybe"), today([item]), ["outlook: maybe → none"]);
  });

  it("may set a stage, or give it back to the facts", () => {
    check(then([item]), today([{ ...item, override }]), ["override: none → blocked"]);
    check(then([{ ...item, override }]), today([item]), ["override: blocked → none"]);
    const soaking = { ...override, stage: "soaking" } as const;
    check(then([{ ...item, override }]), today([{ ...item, override: soaking }]), [
      "override: blocked → soaking",
    ]);
  });

  it("has not changed where the item is new, or its outlook has come to its end", () => {
    check(then([]), today([{ ...item, override }], "maybe"), []);
    const slipped = { ...item, override: { ...override, stage: "slipped" } } as const;
    check(then([item], "maybe"), today([slipped]), ["override: none → slipped"]);
  });
});
