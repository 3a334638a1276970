/** Each wall of `.dependency-cruiser.mjs` stops what it is there for, and lets through what is right. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root, smallProject } from "./small-project.ts";

/** What each file imports, and the walls that it thereby runs into. */
const cases: readonly (readonly [file: string, imports: readonly string[], walls: string[]])[] = [
  // What is right.
  ["src/index.ts", ["./pipeline.ts"], []],
  ["src/pipeline.ts", ["./assess/assess.ts", "./compose/compose.ts", "./plan/plan.ts"], []],
  ["src/plan/plan.ts", ["../key-results/registry.ts", "yaml", "./schema.ts"], []],
  ["src/plan/schema.ts", ["zod"], []],
  ["src/key-results/registry.ts", ["./sum.ts", "./share.ts", "./contract.ts"], []],
  ["src/key-results/contract.ts", ["zod", "../domain/plan.ts"], []],
  ["src/calendar.ts", ["dayjs"], []],
  ["src/cli/main.ts", ["../index.ts", "../effects/files.ts", "node:process", "commander"], []],
  ["src/effects/files.ts", ["node:fs", "../ports.ts", "../domain/errors.ts"], []],
  ["src/ports.ts", [], []],
  ["src/domain/errors.ts", [], []],
  ["src/domain/plan.ts", [], []],

  // Arrows that go the wrong way.
  ["src/domain/stage.ts", ["../calendar.ts"], ["arrows-from-domain"]],
  ["src/key-results/sum.ts", ["../ports.ts"], ["arrows-from-key-results"]],
  ["src/assess/assess.ts", ["../ports.ts"], ["arrows-from-assess"]],
  ["src/compose/compose.ts", ["../key-results/contract.ts"], ["arrows-from-compose"]],
  ["src/render/render.ts", ["../compose/compose.ts"], ["arrows-from-render"]],
  ["src/effects/browser.ts", ["../calendar.ts"], ["arrows-from-effects"]],
  ["src/cli/build.ts", ["../assess/assess.ts"], ["arrows-from-cli"]],

  // Doors.
  ["src/render/dates.ts", ["dayjs"], ["door-of-dayjs"]],
  ["src/render/page.ts", ["handlebars", "marked"], ["door-of-handlebars", "door-of-marked"]],
  ["src/plan/kinds.ts", ["zod"], ["door-of-zod"]],
  ["src/archive/read.ts", ["yaml"], ["door-of-yaml"]],
  ["src/effects/print.ts", ["puppeteer"], ["door-of-puppeteer"]],
  ["src/assess/scale.ts", ["d3-scale"], ["door-of-d3-scale"]],
  ["src/cli/table.ts", ["parse5"], ["every-library-has-a-door"]],

  // The rest.
  ["src/key-results/share.ts", ["./sum.ts"], ["members-of-key-results"]],
  ["src/compose/clock.ts", ["node:process"], ["the-world-stays-outside"]],
  ["src/shared/words.ts", ["../ports.ts"], ["every-folder-is-a-room"]],
  ["src/publish/lost.ts", ["./nowhere.ts"], ["nothing-unresolved"]],
  ["src/publish/tested.ts", ["../../test/builders.ts"], ["source-stands-alone"]],
  ["test/builders.ts", [], []],
];

const project = smallProject({
  ...Object.fromEntries(cases.map(([file, imports]) => [file, importing(imports)])),
  "src/archive/there.ts": importing(["./back.ts"]),
  "src/archive/back.ts": importing(["./there.ts"]),
  "src/publish/unreached.ts": importing([]),
  // Reaches all but that, so that nothing else is a dead end.
  "src/cli/bin.ts": importing([
    "../archive/there.ts",
    ...cases.flatMap(([file]) => (file.startsWith("src/") ? [`../../${file}`] : [])),
  ]),
});
afterAll(() => project[Symbol.dispose]());

/** Types only, since a wall counts them as well. */
function importing(targets: readonly string[]): string {
  return `${targets.map((target) => `import type {} from "${target}";`).join("\n")}\nexport {};\n`;
}

interface Cruised {
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

function wallsHit(): Map<string, string[]> {
  const cruiser = join(root, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
  const ended = spawnSync(process.execPath, [cruiser, "--output-type", "json", "src"], {
    cwd: project.folder,
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  const { summary } = JSON.parse(ended.stdout) as Cruised;
  const hit = new Map<string, Set<string>>();
  for (const { from, rule } of summary.violations)
    hit.set(from, (hit.get(from) ?? new Set()).add(rule.name));
  return new Map([...hit].map(([file, names]) => [file, [...names].toSorted()]));
}

const hit = wallsHit();

test.each(cases)("%s importing %j", (file, _, walls) => {
  expect(hit.get(file) ?? []).toEqual(walls);
});

test("two files that import each other are a circle, found at one of them", () => {
  const found = ["src/archive/there.ts", "src/archive/back.ts"].flatMap(
    (file) => hit.get(file) ?? [],
  );
  expect(found).toEqual(["no-circles"]);
});

test("a file that nothing reaches is a dead end", () => {
  expect(hit.get("src/publish/unreached.ts")).toEqual(["no-dead-ends"]);
});
