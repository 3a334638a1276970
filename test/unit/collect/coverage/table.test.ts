import { describe, expect, it } from "vitest";
import { table } from "../../../../src/collect/coverage/table.ts";
import { collectedBy } from "../../../builders/collecting.ts";

async function collected(text: string, settings: Readonly<Record<string, unknown>> = {}) {
  return collectedBy(table, { path: "rows", ...settings }, { texts: { rows: text } });
}

async function check(text: string, coverage: Readonly<Record<string, unknown>>) {
  const { facts, notices } = await collected(text);
  expect(facts.coverage).toEqual({ source: "coverage", unit: "items", ...coverage });
  expect(notices).toEqual([]);
}

async function checkRefused(text: string, message: string) {
  await expect(collected(text)).rejects.toMatchObject({ name: "SourceError", message });
}

const rows = [
  { release: "1.9", total: 326, tested: 53 },
  { release: "1.20", total: 418, tested: 263 },
];

describe("a table of coverage", () => {
  it("gives its rows, oldest release first, from CSV and JSON alike", async () => {
    await check("release,total,tested\n1.20,418,263\n1.9,326,53\n", { releases: rows });
    await check('Release , Total,note, TESTED\r\n"v1.9.0",326,"a, b",53\r\n\r\n1.20.0,418,,263', {
      releases: rows,
    });
    await check(JSON.stringify(rows.toReversed()), { releases: rows });
  });

  it("gives the debt where every row has it", async () => {
    const text = "release,total,tested,promoted,untested\n1.19,410,231,41,0\n1.20,418,263,8,2\n";
    await check(text, {
      releases: [
        { release: "1.19", total: 410, tested: 231, promoted: 41, stillUntested: 0 },
        { release: "1.20", total: 418, tested: 263, promoted: 8, stillUntested: 2 },
      ],
      debt: [
        { release: "1.19", promoted: 41, untested: 0 },
        { release: "1.20", promoted: 8, untested: 2 },
      ],
    });
  });

  it("leaves the debt out where a row has none, and says so", async () => {
    const text = "release,total,tested,promoted,untested\n1.19,410,231,,\n1.20,418,263,8,2\n";
    const { facts, notices } = await collected(text);
    expect(facts.coverage).not.toHaveProperty("debt");
    expect(notices).toMatchObject([
      { message: "not every release has promoted and untested, so its debt is left out" },
    ]);
  });

  it("counts what the plan says it counts", async () => {
    const { facts } = await collected(JSON.stringify(rows), { unit: "commands" });
    expect(facts.coverage).toMatchObject({ unit: "commands" });
  });

  it.each([
    ["", 'rows: it has no column "release"'],
    ["not found", 'rows: it has no column "release"'],
    ["release,total\n1.20,418\n", 'rows: it has no column "tested"'],
    ["release,total,tested\n", "rows: its rows: Too small: expected array to have >=1 items"],
    ["release,total,tested\n1.20,418,87 %\n", "rows: row 2, tested: expected a whole number"],
    [
      "release,total,tested\n1.19,1,1\n1.20,418,-1\n",
      "rows: row 3, tested: expected a whole number",
    ],
    ["release,total,tested\n1.20,418,\n", "rows: row 2, tested: expected a whole number"],
    ["release,total,tested\n1.20,418,419\n", "rows: row 2: more are tested than there are"],
    ["release,total,tested\nnext,418,1\n", "rows: row 2, release: expected a release such as 1.20"],
    ["release,total,tested\n1.20,1,1\nv1.20,1,1\n", "rows: its rows: a release is there twice"],
    [
      "release,total,tested,promoted,untested\n1.20,9,1,1,2\n",
      "rows: row 2: more are untested than were promoted",
    ],
    [
      '[{"release":1.20,"total":9,"tested":1}]',
      'rows is not in the form that is expected: [0].release: expected a release as text, such as "1.20"',
    ],
  ])("is refused: %j", checkRefused);
});
