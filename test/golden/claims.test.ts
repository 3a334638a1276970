/**
 * The statements of the team's published decks, put into the plan's own texts over the example's facts:
 * the lint flags those that a check of the decks found wrong, and no others.
 */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { assess } from "../../src/assess/assess.ts";
import type { Notice } from "../../src/domain/notice.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { aProse } from "../builders/plan.ts";
import { exampleInputs } from "../builders/example.ts";

const claims = new URL("../../../shared/corpus/decks/claims.json", import.meta.url);

interface Claim {
  readonly text: string;
  readonly derivable: boolean;
}

interface Statement {
  readonly asOf: string;
  /** The group over which the deck has it; else it stands in the plan's intro. */
  readonly group?: string;
  /** What the lint says; undefined: nothing. */
  readonly finding?: string;
}

const october = "2020-10-22";
const november = "2020-11-23";

/** Every claim of the file by its text. */
const statements: ReadonlyMap<string, Statement> = new Map<string, Statement>([
  ["Current Status +19 (written)", { asOf: october }],
  [
    "+17 being reviewed maybe 1.20",
    {
      asOf: october,
      group: "Intermittent flakes",
      finding: 'the text says "+17 being reviewed maybe 1.20", the items sum to 10',
    },
  ],
  ["+14 endpoints unlikely for 1.20", { asOf: october, group: "Proxy redirect" }],
  // Typed by hand and from no data, but the plan says the same: nothing to flag.
  [
    "+7 endpoints: Once the policy is updated",
    { asOf: october, group: "Missing conformance tests" },
  ],
  ["5 endpoints remain for 1.14", { asOf: october }],
  ["Cleared debt back to 1.15", { asOf: october }],
  ["Would clean techical debt back to 1.11", { asOf: october }],
  ["Code freeze 12 November 2020 / Release date 8 December 2020", { asOf: october }],
  ["table Tested/Untested/Total/Cover 1.14..1.20", { asOf: november }],
  ["Status +24 (Merged)", { asOf: november }],
  ["8 New Endpoints promoted to GA with conformance tests", { asOf: november }],
  [
    "13 NodeProxy endpoints / +13 newly ineligible",
    { asOf: november, finding: "by the data coverage.newlyIneligible is 14" },
  ],
  ["+32 new conformant Endpoints", { asOf: november }],
  ["Cleared back to 1.11", { asOf: november }],
  [
    "~9% eligible coverage increase (1.19 ~54%, 1.20 ~63%)",
    { asOf: november, finding: "by the data coverage.1.20.points is 6.58" },
  ],
  ["1.11 +2, 1.10 +5", { asOf: november }],
  ["Test freeze 23 November 2020", { asOf: november }],
]);

/** What the lint says about a text, put in the place of the plan's own. */
async function findings(text: string, { asOf, group }: Statement): Promise<readonly Notice[]> {
  const inputs = await exampleInputs(asOf);
  const plan = group === undefined ? { ...inputs.plan, intro: aProse(text) } : over(inputs.plan, group, text);
  const own = assess(inputs).notices.map(({ message }) => message);
  return assess({ ...inputs, plan }).notices.filter(({ message }) => !own.includes(message));
}

function over(plan: Plan, title: string, text: string): Plan {
  return {
    ...plan,
    objectives: plan.objectives.map((objective) => ({
      ...objective,
      keyResults: objective.keyResults.map((keyResult) => ({
        ...keyResult,
        groups: keyResult.groups.map((group) =>
          group.title === title ? { ...group, note: aProse(text) } : group,
        ),
      })),
    })),
  };
}

/** The lint says just what the statement expects, or nothing. */
async function check(text: string, { finding = "", ...statement }: Statement): Promise<void> {
  const found = await findings(text, statement);
  const said = found.map(({ message }) => message).join("\n");
  const isFound = finding !== "" && said.includes(finding);
  expect(isFound ? finding : said).toBe(finding);
}

describe("statements of the published decks", () => {
  it.each([...statements])("%s", async (text, statement) => {
    await check(text, statement);
  });

  it("in sentences that another deck might have wrong", async () => {
    await check("33 new conformant endpoints", {
      asOf: november,
      finding: "by the data coverage.1.20.newConformant is 32",
    });
    await check("Cleared debt back to 1.13", {
      asOf: october,
      finding: "by the data KR2.frontier is 1.15",
    });
  });

  it("in the words of the decks where they differ", async () => {
    const ineligible = { asOf: november, finding: "by the data coverage.newlyIneligible is 14" };
    await check("13 NodeProxy endpoints marked as ineligible for conformance", ineligible);
    await check("+13 newly ineligible", ineligible);
    await check("14 NodeProxy endpoints marked as ineligible", { asOf: november });
    await check("6.58 points more than at 1.19", { asOf: november });
    await check("+10 being reviewed maybe 1.20", { asOf: october, group: "Intermittent flakes" });
    await check("Code freeze 13 November 2020", {
      asOf: october,
      finding: "the release calendar says 12 November 2020",
    });
  });
});

describe.skipIf(!existsSync(claims))("a whole published deck as narrative", () => {
  it.each([
    ["roadmap-1.20@2020-10-21.md", october, ["25: +17 being reviewed"]],
    [
      "roadmap-1.20.md",
      november,
      [
        "36: 13 NodeProxy endpoints - [Marked as ineligible",
        "91: 13 newly ineligible",
        "92: 9% eligible coverage increase",
        "93: 1.19: ~54%",
      ],
    ],
  ])("%s is flagged where it is wrong, and nowhere else", async (file, asOf, expected) => {
    const found = await findings(readFileSync(new URL(file, claims), "utf8"), { asOf });
    const said = found.map(({ at, message }) => `${at?.line}: ${/says "(.*?)", /.exec(message)?.[1]}`);
    expect(said).toEqual(expected);
  });
});

describe.skipIf(!existsSync(claims))("the claims file", () => {
  it("is covered, and what it finds wrong is flagged but where the plan says the same", () => {
    const { decks } = JSON.parse(readFileSync(claims, "utf8")) as {
      decks: Record<string, readonly Claim[]>;
    };
    const all = Object.values(decks).flat();
    expect([...statements.keys()]).toEqual(all.map(({ text }) => text));
    const wrong = all.filter(({ derivable }) => !derivable).map(({ text }) => text);
    const flagged = [...statements].filter(([, { finding }]) => finding).map(([text]) => text);
    expect(wrong.filter((text) => !flagged.includes(text))).toEqual([
      "+7 endpoints: Once the policy is updated",
    ]);
    expect(flagged.filter((text) => !wrong.includes(text))).toEqual([]);
  });
});
