/** What every section promises by its contract, over the whole registry. */
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { finalSections, sections } from "../../src/compose/registry.ts";
import { viewOf } from "../../src/compose/view.ts";
import { assessed } from "../builders/assessment.ts";
import { aPlan, aProse } from "../builders/plan.ts";
import { aSnapshot } from "../builders/snapshot.ts";

const folder = new URL("../../src/compose/sections/", import.meta.url);

const all = [...new Set([...sections, ...finalSections])];

it("the registry holds every file of the folder, each once", () => {
  // The report and its retrospective each have their own form of some sections.
  const kinds = readdirSync(folder).map((file) => file.replace(/^final-|\.ts$/g, ""));
  expect(all.map(({ kind }) => kind).toSorted()).toEqual(kinds.toSorted());
});

it.each([
  ["report", sections],
  ["retrospective", finalSections],
])("a %s has each kind once", (_, own) => {
  expect(new Set(own.map(({ kind }) => kind)).size).toBe(own.length);
});

describe.each(all.map((section) => [section.kind, section] as const))(
  "section %s",
  (_, section) => {
    const plan = aPlan({ objectives: [] });
    const view = viewOf(assessed({ plan, snapshot: aSnapshot({ sources: [] }) }));

    it("says in a sentence what it is", () => {
      expect(section.about).toMatch(/^[A-Z].*\.$/);
    });

    it("has no empty slide where there are no facts", () => {
      const slides = section.compose(view, {});
      expect(
        slides.filter(({ layout, blocks }) => layout === "content" && blocks.length === 0),
      ).toEqual([]);
    });

    it("shows what people wrote for it, once", () => {
      const text = aProse("Some words.");
      const blocks = section
        .compose(view, { title: "Ours", text })
        .flatMap((slide) => slide.blocks);
      expect(blocks.filter(({ kind }) => kind === "prose")).toEqual([
        { kind: "prose", markdown: "Some words." },
      ]);
    });
  },
);
