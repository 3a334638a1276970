import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { PlanError } from "../../../src/domain/errors.ts";
import { maxPlanBytes, parsePlan } from "../../../src/plan/parse-plan.ts";

const least = 'release: "1.20"\nobjectives: []\n';

/** A plan with one key result of these lines, indented as they stand. */
function withKeyResult(lines: string): string {
  return `release: "1.20"
workflow: [{ step: issue }, { step: test, soak: 2w }]
objectives:
  - title: Increase stable test coverage
    keyResults:
      - id: KR1
        title: new endpoints
${lines.replace(/^/gm, "        ")}
`;
}

function keyResultOf(lines: string) {
  return parsePlan("plan.yaml", withKeyResult(lines)).objectives[0]?.keyResults[0];
}

function check(text: string, expected: object) {
  expect(parsePlan("data/plans/v1.20.yaml", text)).toMatchObject(expected);
}

describe("defaults", () => {
  test("of the least plan there is", () => {
    expect(parsePlan("data/plans/v1.20.yaml", least)).toStrictEqual({
      file: "data/plans/v1.20.yaml",
      name: "v1.20",
      text: least,
      release: "1.20",
      title: "v1.20",
      workflow: [{ step: "pull-request", soakDays: 0 }],
      objectives: [],
      sections: [],
      events: [],
      sources: {},
      post: [],
    });
  });

  test("of a key result and an item", () => {
    const at = (line: number, column: number) => ({ file: "plan.yaml", line, column });
    expect(
      keyResultOf("kind: sum\ngoal: 30\nitems: [{ title: ReplicationController }]"),
    ).toStrictEqual({
      id: "KR1",
      title: "new endpoints",
      kind: "sum",
      settings: { goal: 30 },
      freeze: "code-freeze",
      groups: [
        {
          items: [
            {
              id: "ReplicationController",
              title: "ReplicationController",
              refs: [],
              needs: [],
              replaces: [],
              at: at(10, 17),
            },
          ],
          at: at(10, 17),
        },
      ],
      at: at(6, 9),
    });
  });

  test("objectives are numbered in the order of the plan", () => {
    check(
      'release: "1.20"\nobjectives: [{ title: a, keyResults: [] }, { id: Debt, title: b, keyResults: [] }, { title: c, keyResults: [] }]',
      { objectives: [{ id: "O1" }, { id: "Debt" }, { id: "O3" }] },
    );
  });

  test("a key result without a unit has that of its kind, which the kind fills in", () => {
    expect(keyResultOf("kind: sum\ngoal: 30")?.settings).toEqual({ goal: 30 });
    expect(keyResultOf("kind: sum\ngoal: 30\nunit: tests")?.settings).toEqual({
      goal: 30,
      unit: "tests",
    });
  });
});

describe("versions and ids are what is written", () => {
  test.each([
    ["1.20", "1.20"],
    ['"1.20"', "1.20"],
    ["v1.20", "1.20"],
    ["1.20.0", "1.20"],
    ["1.9", "1.9"],
    ["1.10", "1.10"],
  ])("release: %s", (written, release) => {
    check(`release: ${written}\nobjectives: []`, { release, title: `v${release}` });
  });

  test("in the settings of a kind", () => {
    expect(keyResultOf("kind: debt\ngoal: 1.20\nstretch: 1.10")?.settings).toEqual({
      goal: "1.20",
      stretch: "1.10",
    });
  });

  test("in the keys of a map", () => {
    expect(
      keyResultOf('kind: debt\ngoal: 1.15\nitems: [{ title: a, clears: { 1.10: 5, "1.9": 2 } }]'),
    ).toMatchObject({ groups: [{ items: [{ clears: { "1.10": 5, "1.9": 2 } }] }] });
  });

  test("in titles and ids that look like something else", () => {
    expect(
      keyResultOf(
        "kind: sum\ngoal: 1e1\nitems: [{ title: 2020, id: 1254406011708510210, replaces: [0x1e, true] }]",
      ),
    ).toMatchObject({
      settings: { goal: 10 },
      groups: [
        { items: [{ title: "2020", id: "1254406011708510210", replaces: ["0x1e", "true"] }] },
      ],
    });
  });

  test("days stay ten characters", () => {
    const from = "2020-11-17";
    check(`${least}events: [{ title: KubeCon, from: ${from}, url: "https://sched.co/ekHw" }]`, {
      events: [{ title: "KubeCon", from, url: "https://sched.co/ekHw" }],
    });
  });
});

describe("items", () => {
  const items = `kind: sum
goal: 30
items:
  - { title: first, ref: kubernetes/kubernetes#1, step: test, adds: 7 }
  - { title: second, refs: ["https://github.com/kubernetes/kubernetes/pull/2"], needs: [kubernetes/test-infra#3] }
  - group: Proxy redirect
    note: Blocked.
    outlook: unlikely
    items:
      - { title: third, ref: kubernetes/kubernetes#1 }
  - { title: fourth, ref: kubernetes/kubernetes#1, id: own }
  - { title: own, override: { stage: excepted, who: Riaan, why: agreed in the meeting } }
  - { group: Empty, items: [] }`;

  test("loose ones between groups form groups without a title, in order", () => {
    const groups = keyResultOf(items)?.groups.map((group) => ({
      title: group.title,
      outlook: group.outlook,
      items: group.items.map(({ title }) => title),
    }));
    expect(groups).toEqual([
      { title: undefined, outlook: undefined, items: ["first", "second"] },
      { title: "Proxy redirect", outlook: "unlikely", items: ["third"] },
      { title: undefined, outlook: undefined, items: ["fourth", "own"] },
      { title: "Empty", outlook: undefined, items: [] },
    ]);
  });

  test("each has an id of its own", () => {
    const ids = keyResultOf(items)?.groups.flatMap((group) => group.items.map(({ id }) => id));
    expect(ids).toEqual([
      "kubernetes/kubernetes#1",
      "kubernetes/kubernetes#2",
      "kubernetes/kubernetes#1#2",
      "own",
      "own#2",
    ]);
  });

  test("references are read in all their forms", () => {
    expect(keyResultOf(items)?.groups[0]?.items[1]).toMatchObject({
      refs: [{ repo: "kubernetes/kubernetes", number: 2 }],
      needs: [{ repo: "kubernetes/test-infra", number: 3 }],
    });
  });
});

test("the workflow's soaks are days", () => {
  expect(parsePlan("plan.yaml", withKeyResult("kind: sum\ngoal: 1")).workflow).toEqual([
    { step: "issue", soakDays: 0 },
    { step: "test", soakDays: 14 },
  ]);
});

test("a section points at its kind", () => {
  check(`${least}sections:\n  - { kind: narrative, hide: true }\n`, {
    sections: [{ kind: "narrative", isHidden: true, at: { line: 4, column: 13 } }],
  });
});

test("sources and postings are kept as given", () => {
  const sources = { github: {}, jobs: [{ kind: "prow", days: 14, constructor: "x" }] };
  const post = [{ to: "github-issue", number: 12 }];
  check(`${least}sources: ${JSON.stringify(sources)}\npost: ${JSON.stringify(post)}`, {
    sources,
    post,
  });
});

test("a byte order mark and Windows line ends change nothing", () => {
  const text = `release: "1.20"\nobjectives: []\nintro: |\n  one\n  two\n`;
  const { text: _, ...expected } = parsePlan("plan.yaml", text);
  const { text: kept, ...plan } = parsePlan("plan.yaml", `\uFEFF${text.replaceAll("\n", "\r\n")}`);
  expect(plan).toEqual(expected);
  expect(kept).toContain("\r\n");
});

test("the example is a plan", () => {
  const file = "data/plans/v1.20.yaml";
  expect(parsePlan(file, readFileSync(file, "utf8"))).toMatchObject({ release: "1.20" });
});

describe("refused before it is read", () => {
  function messageOf(file: string, text: string): string {
    try {
      parsePlan(file, text);
    } catch (error) {
      if (error instanceof PlanError) return `${error.message}: ${error.problems[0]?.message}`;
      throw error;
    }
    return "a plan";
  }

  test("what is larger than a plan can be", () => {
    expect(messageOf("plan.yaml", `${least}#${"x".repeat(maxPlanBytes)}`)).toBe(
      "one problem in plan.yaml: the plan is larger than 256 KiB",
    );
  });

  test("a file that cannot name a folder", () => {
    expect(messageOf("plans/...yaml", least)).toMatch(/cannot name a plan's folder/);
  });
});
