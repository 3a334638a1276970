/** Which artifacts there are: those asked for, if there is anything to make. */
import { expect, it } from "vitest";
import { compose } from "../../../src/compose/compose.ts";
import { render } from "../../../src/render/render.ts";
import { nodeEffects } from "../../../src/effects/node.ts";
import { assessed } from "../../builders/assessment.ts";
import { aSnapshot, aTimeline } from "../../builders/snapshot.ts";

async function made(
  snapshot: Parameters<typeof aSnapshot>[0],
): Promise<Readonly<Record<string, string>>> {
  const assessment = assessed({ snapshot: aSnapshot(snapshot) });
  const deck = compose(assessment);
  const { artifacts } = await render(nodeEffects(undefined), { deck, assessment }, ["ics", "md"]);
  return Object.fromEntries(
    artifacts.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]),
  );
}

it("makes a calendar file of the timeline, dated by the report", async () => {
  const { "timeline.ics": file } = await made({ timeline: aTimeline() });
  expect(file).toContain("SUMMARY:1.20: Code Freeze");
  expect(file).toContain("DTSTAMP:20201022T080000Z");
});

it("makes none where there is no timeline", async () => {
  expect(Object.keys(await made({}))).toEqual(["deck.md"]);
});
