import { describe, expect, it } from "vitest";
import { renderReport } from "../../../src/render/report.ts";
import { aPlanOf, assessed } from "../../builders/assessment.ts";
import { anItem } from "../../builders/plan.ts";
import { aSnapshot, aWorkItem } from "../../builders/snapshot.ts";

const plan = { ...aPlanOf([anItem()]), file: "/home/ann/plans/v1.20.yaml" };
const at = { file: "/home/ann/plans/v1.20.yaml", line: 3, column: 1 };
const notice = { code: "x", severity: "info", subject: "s", message: "m", at } as const;
const snapshot = aSnapshot({ workItems: [aWorkItem()], notices: [notice] });
const since = { plan, snapshot: aSnapshot({ asOf: "2020-09-25T08:00:00Z" }) };
const text = renderReport(assessed({ plan, snapshot, since }));
const report: unknown = JSON.parse(text);

describe("report.json", () => {
  it("holds every number by its name, with how it came about", () => {
    expect(report).toMatchObject({
      schemaVersion: 1,
      plan: { name: "v1.20", title: "v1.20" },
      release: "1.20",
      asOf: "2020-10-22T08:00:00Z",
      numbers: {
        "KR1.written": {
          value: 7,
          unit: "endpoints",
          formula: 'sum of what the items under "written" add',
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
              subtotals: { written: 7 },
              groups: [{ sum: 7, items: [{ title: "ReplicationController", stage: "written" }] }],
            },
          ],
        },
      ],
      changes: { since: "2020-09-25T08:00:00Z", items: [{ item: "ReplicationController" }] },
    });
  });

  it("holds no folder of the machine, and ends with a newline", () => {
    expect(text).not.toContain("/home/ann");
    expect(text).toContain('"file": "v1.20.yaml"');
    expect(text.endsWith("}\n")).toBe(true);
  });
});
