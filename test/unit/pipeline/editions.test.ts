/** Several cuts of one report: each under its own name, what is of no cut once. */
import { expect, it } from "vitest";
import { readFileSync } from "node:fs";
import { nodeEffects } from "../../../src/effects/node.ts";
import { buildEditions, type Edition } from "../../../src/index.ts";

const data = new URL("../../../data", import.meta.url).pathname;
const file = `${data}/plans/v1.20.yaml`;

async function check(editions: readonly Edition[], expected: readonly string[]): Promise<void> {
  const { artifacts } = await buildEditions(nodeEffects(undefined), {
    plan: { file, text: readFileSync(file, "utf8") },
    choice: { data, asOf: "2020-10-22" },
    editions,
  });
  expect(artifacts.map(({ path }) => path)).toEqual(expected);
}

it("has a file of its own for each cut and format", async () => {
  await check(
    [
      { cut: "meeting", formats: ["md", "txt"] },
      { cut: "exec", formats: ["md"] },
      { cut: "mail", formats: ["txt"] },
    ],
    ["deck.md", "deck.txt", "exec.md", "mail.txt"],
  );
});

it("has what is of no cut once", async () => {
  await check(
    [
      { cut: "meeting", formats: ["md", "json", "ics"] },
      { cut: "exec", formats: ["md", "json", "ics"] },
    ],
    ["deck.md", "report.json", "timeline.ics", "exec.md"],
  );
});
