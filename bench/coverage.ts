/**
 * How long coverage reports take from the text to the assessment: `node bench/coverage.ts`. Made-up
 * reports of 1, 3 and 8 MB for each kind, so that growth can be seen; medians of some rounds.
 */
import { assess } from "../src/assess/assess.ts";
import { collect } from "../src/collect/collect.ts";
import type { SourceKind } from "../src/collect/contract.ts";
import { apisnoop } from "../src/collect/coverage/apisnoop.ts";
import { cobertura } from "../src/collect/coverage/cobertura.ts";
import { istanbul } from "../src/collect/coverage/istanbul.ts";
import { lcov } from "../src/collect/coverage/lcov.ts";
import { table } from "../src/collect/coverage/table.ts";
import { parsePlan } from "../src/plan/parse-plan.ts";
import { summarize } from "./statistics.ts";

const rounds = 9;
const megabyte = 1_000_000;
const asOf = "2026-11-23T08:00:00Z";

const plan = parsePlan(
  "plan.yaml",
  `release: "1.20"
objectives:
  - title: Coverage
    keyResults:
      - { id: KR1, title: share, kind: share, goal: 85 }
      - { id: KR2, title: guard, kind: guard, watch: untested, goal: 9 }
      - { id: KR3, title: debt, kind: debt, goal: "1.15" }
`,
);

interface Subject {
  readonly name: string;
  readonly kind: SourceKind<unknown>;
  readonly settings: Readonly<Record<string, string>>;
  /** All files; the one that is large has about this many bytes. */
  files(bytes: number): Readonly<Record<string, string>>;
}

const repeated = (one: (index: number) => string, bytes: number): string => {
  const length = one(1_000).length;
  return Array.from({ length: Math.floor(bytes / length) }, (_, index) => one(index)).join("");
};

const lcovRecord = (file: number) =>
  `SF:src/file-${file}.ts\n${Array.from({ length: 200 }, (_, line) => `DA:${line},${line % 5}`).join("\n")}\nLF:200\nLH:160\nend_of_record\n`;

const coberturaClass = (file: number) =>
  `<class name="C" filename="src/file-${file}.py"><methods/><lines>${Array.from({ length: 100 }, (_, line) => `<line number="${line}" hits="${line % 5}"/>`).join("")}</lines></class>`;

const istanbulFile = (file: number) =>
  `,"/src/file-${file}.ts":{"lines":{"total":90,"covered":80,"skipped":0,"pct":88.9},"statements":{"total":90,"covered":80,"skipped":0,"pct":88.9}}`;

const tableRows = (columns: number) =>
  Array.from({ length: 300 }, (_, row) => `1.${row},900,800,${"x".repeat(columns)}`).join("\n");

/** As large as the bytes ask by the tests that each endpoint names, as in the real ones. */
function apisnoopExport(bytes: number): Readonly<Record<string, string>> {
  const count = 600;
  const test = { testname: "t".repeat(80), codename: "[Conformance]", release: "1.19.0" };
  const perEndpoint = Math.floor(bytes / count / JSON.stringify(test).length);
  const entry = (index: number) => ({
    endpoint: `readCoreV1Thing${index}`,
    promotion_release: "1.18.0",
    tested_release: "1.19.0",
    tests: Array.from({ length: perEndpoint }, () => test),
  });
  const row = (release: string, fields: object) => ({
    release,
    total: { endpoints: count, tested: count, new: 0, new_tested: 0, old_tested: 0, ...fields },
  });
  const progress = [
    row("1.18.0", { tested: 0, new: count, still_untested: 0 }),
    row("1.19.0", { old_tested: count }),
    row("1.20.0", {}),
  ];
  return {
    "export/conformance-progress.json": JSON.stringify(progress),
    "export/conformance-endpoints.json": JSON.stringify(
      Array.from({ length: count }, (_, at) => entry(at)),
    ),
  };
}

const path = "report";
const subjects: readonly Subject[] = [
  {
    name: "APISnoop",
    kind: apisnoop,
    settings: { folder: "export" },
    files: apisnoopExport,
  },
  {
    name: "LCOV",
    kind: lcov,
    settings: { path },
    files: (bytes) => ({ [path]: repeated(lcovRecord, bytes) }),
  },
  {
    name: "Cobertura",
    kind: cobertura,
    settings: { path },
    files: (bytes) => ({
      [path]: `<coverage><packages><package><classes>${repeated(coberturaClass, bytes)}</classes></package></packages></coverage>`,
    }),
  },
  {
    name: "Istanbul",
    kind: istanbul,
    settings: { path },
    files: (bytes) => ({
      [path]: `{"total":{"lines":{"total":900,"covered":800}}${repeated(istanbulFile, bytes)}}`,
    }),
  },
  {
    name: "table",
    kind: table,
    settings: { path },
    files: (bytes) => ({ [path]: `release,total,tested,note\n${tableRows(bytes / 300)}\n` }),
  },
];

/** From the text of the files to the assessment, in milliseconds. */
async function measure(subject: Subject, files: Readonly<Record<string, string>>): Promise<number> {
  const { kind } = subject;
  const world = {
    files: { readText: async (name: string) => files[name], list: async () => [] },
    web: { send: () => Promise.reject(new Error("nobody asks")) },
    pause: async () => undefined,
    tell: () => undefined,
    faultsOf: () => [],
  };
  const settings = kind.settings.parse(subject.settings);
  const source = { id: "coverage", kind, settings, isRequired: true };
  const begin = performance.now();
  const snapshot = await collect(world, { plan, asOf }, [source]);
  assess({ plan, snapshot, asOf });
  return performance.now() - begin;
}

const sizes = [1, 3, 7.9];
console.log(
  `kind       ${sizes.map((size) => `${size} MB`.padStart(10)).join("")}   (ms, median of ${rounds})`,
);
for (const subject of subjects) {
  const cells: string[] = [];
  for (const size of sizes) {
    const files = subject.files(size * megabyte);
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) times.push(await measure(subject, files));
    cells.push(summarize(times).median.toFixed(1).padStart(10));
  }
  console.log(subject.name.padEnd(11) + cells.join(""));
}
