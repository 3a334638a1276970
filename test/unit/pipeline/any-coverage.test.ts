/** Plans of any repository, from a coverage report to the deck: collected, compared with the report before, and shown. */
import { describe, expect, it } from "vitest";
import { nodeEffects } from "../../../src/effects/node.ts";
import { buildDeck } from "../../../src/pipeline.ts";
import { collectSnapshot } from "../../../src/pipeline/collect-snapshot.ts";
import { MemoryFiles } from "../../builders/memory-files.ts";

/** A team of any repository that wants its coverage up, and never down. */
const plan = (coverage: string) => `release: "2.3"
sources:
  coverage: ${coverage}
objectives:
  - title: Trust the tests
    keyResults:
      - { id: KR1, title: coverage of 85 %, kind: share, goal: 85 }
      - { id: KR2, title: at least 80 % at any time, kind: guard, watch: untested-share, goal: 20 }
      - { id: KR3, title: no more untested code, kind: guard, watch: untested, goal: 19 }
`;

const withDebt = (coverage: string) =>
  `${plan(coverage)}      - { id: KR4, title: old debt, kind: debt, goal: "2.2" }\n`;

interface Case {
  readonly plan: string;
  /** The report of 1 and of 15 November, by the name under which the plan knows it. */
  readonly file: string;
  readonly reports: readonly [string, string];
}

/** The Markdown of the second report, and what is wrong with the data. */
async function deckOf({ plan: text, file, reports }: Case) {
  const files = new MemoryFiles({ "plan.yaml": text });
  const world = {
    files,
    web: { send: () => Promise.reject(new Error("nobody asks")) },
    pause: async () => undefined,
    tell: () => undefined,
  };
  const input = { plan: { file: "plan.yaml", text }, data: "data" };
  for (const [day, report] of [
    ["01", reports[0]],
    ["15", reports[1]],
  ] as const) {
    files.texts.set(file, report);
    await collectSnapshot(world, { ...input, asOf: `2026-11-${day}T08:00:00Z` });
  }
  const effects = { ...nodeEffects(undefined), files };
  const choice = { data: "data" };
  const { artifacts, assessment } = await buildDeck(effects, {
    plan: input.plan,
    choice,
    formats: ["md"],
  });
  const [markdown] = artifacts;
  const codes = assessment.notices.map(({ code }) => code);
  return { markdown: new TextDecoder().decode(markdown?.bytes), codes };
}

/** What the deck says, line by line, of one report with 80 of 100 lines and one with 82 of 101. */
async function checkLines(coverage: string, reports: Case["reports"], file: string) {
  const { markdown, codes } = await deckOf({ plan: plan(coverage), file, reports });
  const expected = [
    "81.19 of 85.00 % tested",
    "18.81 % untested, at most 20.00 allowed",
    "19 lines untested, at most 19 allowed",
    "81.19% of 101 lines are tested",
    "Total from 100 to 101",
    "Coverage of 2.3: from 80 to 82 tested",
  ];
  const plain = plainText(markdown);
  expect(expected.filter((words) => !plain.includes(words))).toEqual([]);
  expect(plain).not.toMatch(/undefined|NaN|eligible|endpoint|debt/i);
  expect(codes).toEqual(["facts-missing"]);
}

/** Without the marks and addresses of Markdown. */
function plainText(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replaceAll(/[*\\]/g, "");
}

const istanbul = (covered: number, total: number) =>
  JSON.stringify({ total: { lines: { total, covered, skipped: 0, pct: 0 } } });

const lcov = (covered: number, total: number) =>
  `SF:src/a.ts\nLF:${total}\nLH:${covered}\nend_of_record\n`;

const cobertura = (covered: number, total: number) =>
  `<coverage lines-valid="${total}" lines-covered="${covered}"><packages/></coverage>`;

describe("a repository of any kind", () => {
  it.each([
    ["istanbul", "coverage-summary.json", istanbul],
    ["lcov", "lcov.info", lcov],
    ["cobertura", "coverage.xml", cobertura],
  ])("follows its coverage by %s", async (kind, file, report) => {
    const coverage = `{ kind: ${kind}, path: ${file} }`;
    await checkLines(coverage, [report(80, 100), report(82, 101)], file);
  });

  it("follows its coverage by a table, release by release, with its debt", async () => {
    const head = "release,total,tested,promoted,untested";
    const before = `${head}\n2.1,60,50,60,8\n2.2,90,75,30,6\n2.3,100,80,10,6\n`;
    const now = `${head}\n2.1,60,50,60,8\n2.2,90,75,30,0\n2.3,101,82,11,0\n`;
    const { markdown, codes } = await deckOf({
      plan: withDebt("{ kind: table, path: coverage.csv, unit: commands }"),
      file: "coverage.csv",
      reports: [before, now],
    });
    const plain = plainText(markdown);
    const expected = [
      "81.19 of 85.00 % tested",
      "Clean back to 2.2; 2.1 is the first with debt (8)",
      "81.19% of 101 commands are tested",
      "KR4: from unknown to 2.2",
      "Coverage down by 2.14 percentage points since 2.2",
      "Tested and untested commands",
    ];
    expect(expected.filter((words) => !plain.includes(words))).toEqual([]);
    expect(codes).toEqual(["facts-missing"]);
  });

  it("keeps the report before where the new one is not whole", async () => {
    const coverage = "{ kind: lcov, path: lcov.info }";
    const cut = lcov(82, 101).slice(0, -5);
    const { markdown, codes } = await deckOf({
      plan: plan(coverage),
      file: "lcov.info",
      reports: [lcov(80, 100), cut],
    });
    expect(plainText(markdown)).toContain("80.00% of 100 lines are tested");
    expect(codes).toContain("source-carried");
  });

  it("keeps the export before where the new one jumps", async () => {
    const row = (total: number, tested: number) =>
      JSON.stringify([{ release: "2.3.0", total: { endpoints: total, tested } }]);
    const { markdown, codes } = await deckOf({
      plan: plan("{ kind: apisnoop, folder: export }"),
      file: "export/conformance-progress.json",
      reports: [row(100, 80), row(100, 95)],
    });
    const plain = plainText(markdown);
    expect(plain).toContain("80.00% of 100 endpoints are tested");
    expect(plain).toContain("the tested share of 2.3 jumped from 80.00% to 95.00%");
    expect(codes).toContain("source-carried");
  });
});
