import { describe, expect, it } from "vitest";
import { renderReport } from "../../../src/render/report.ts";
import { aPlanOf, assessed } from "../../builders/assessment.ts";
import type { Contribution } from "../../../src/domain/plan.ts";
import { anItem, aProse, aRef } from "../../builders/plan.ts";
import { aSnapshot, aWorkItem } from "../../builders/snapshot.ts";

const at = { file: "/home/ann/plans/v1.20.yaml", line: 3, column: 1 };
const intro = { ...aProse("3 flakes are open."), at };
const needs = [aRef("o/r#9")];
const item = (fields: Partial<Contribution>) => anItem({ at, needs, ...fields });
const planOf = (fields: Partial<Contribution>) => ({
  ...aPlanOf([item(fields)]),
  file: at.file,
  intro,
});
const plan = planOf({ outlook: "maybe" });
const notice = { code: "x", severity: "info", subject: "s", message: "m", at } as const;
const need = aWorkItem({ ref: "o/r#9" });
const snapshot = aSnapshot({
  workItems: [aWorkItem(), { ...need, state: "merged" }],
  notices: [notice],
});
const since = {
  plan: planOf({}),
  snapshot: aSnapshot({ asOf: "2020-09-25T08:00:00Z", workItems: [aWorkItem(), need] }),
};
const text = renderReport(assessed({ plan, snapshot, since, past: [since] }));
const report: unknown = JSON.parse(text);

describe("report.json", () => {
  it("holds every number by its name, with how it came about", () => {
    expect(report).toMatchObject({
      schemaVersion: 1,
      plan: { name: "v1.20", title: "v1.20" },
      release: "1.20",
      asOf: "2020-10-22T08:00:00Z",
      numbers: {
        "KR1.maybe": {
          value: 7,
          unit: "endpoints",
          formula: 'sum of what the items under "maybe" add',
          inputs: [{ label: "ReplicationController", value: 7 }],
          sources: [{ title: "The deck of that day" }],
        },
      },
    });
  });

  it("says null for what is not known", () => {
    const unknown = aPlanOf([], { kind: "value", settings: { goal: 1 } });
    expect(JSON.parse(renderReport(assessed({ plan: unknown })))).toMatchObject({
      numbers: { "KR1.current": { value: null }, "KR1.score": { value: null } },
    });
  });

  it("holds key results down to their items", () => {
    expect(report).toMatchObject({
      objectives: [
        {
          id: "O1",
          keyResults: [
            {
              id: "KR1",
              current: 0,
              goal: 30,
              subtotals: { maybe: 7 },
              groups: [{ sum: 7, items: [{ title: "ReplicationController", stage: "written" }] }],
            },
          ],
        },
      ],
      changes: {
        since: "2020-09-25T08:00:00Z",
        items: [{ item: "ReplicationController", kind: "moved" }],
        needs: [{ item: "ReplicationController", resolved: [{ ref: "o/r#9", state: "merged" }] }],
        words: [{ item: "ReplicationController", word: "outlook", to: "maybe" }],
        staleTexts: [{ what: "the intro", since: "2020-09-25T08:00:00Z" }],
      },
    });
  });

  it("holds the history, and what became of what was promised", () => {
    expect(report).toMatchObject({
      history: [{ asOf: "2020-09-25T08:00:00Z", keyResults: [{ id: "KR1", landed: 0 }] }],
      outcome: { reports: 2, items: [{ title: "ReplicationController", promised: 7, landed: 0 }] },
    });
  });

  it("holds no folder of the machine, and ends with a newline", () => {
    expect(text).not.toContain("/home/ann");
    expect(text).toContain('"file": "v1.20.yaml"');
    expect(text.endsWith("}\n")).toBe(true);
  });
});
