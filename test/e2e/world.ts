/** Small plans with their snapshots in a folder to work in: whole by default, each part replaceable. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Snapshot } from "../../src/domain/snapshot.ts";
import {
  aCoverage,
  aJob,
  anEvent,
  aRelease,
  aSnapshot,
  aSource,
  aTimeline,
  aWorkItem,
} from "../builders/snapshot.ts";

/** A plan as it is written; YAML takes JSON. */
export type WrittenPlan = Readonly<Record<string, unknown>>;

export interface World {
  readonly plan: WrittenPlan;
  readonly snapshot: Snapshot;
}

const ref = "kubernetes/kubernetes#95713";
const address = "https://example.org/why";

/** A plan and a snapshot with `text` in every place that takes one line of text. */
export function worldOf(text: string): World {
  // Names may have 200 characters at most.
  const name = text.slice(0, 200);
  return {
    plan: {
      release: "1.20",
      title: text,
      objectives: [{ title: text, keyResults: keyResultsOf(text) }],
      sections: [{ kind: "narrative", title: text, text: "Well." }],
      events: [{ title: text, from: "2020-11-17", to: "2020-11-20", url: address }],
    },
    snapshot: aSnapshot({
      sources: [aSource({ title: text, message: text, status: "carried" })],
      workItems: [
        aWorkItem({ ref, title: text, author: name, labels: [name], milestone: text }),
        aWorkItem({ ref: "kubernetes/kubernetes#2", kind: "issue", title: text }),
      ],
      coverage: aCoverage({
        unit: name,
        releases: [aRelease({ release: "1.19", tested: 230 }), aRelease()],
        debt: [{ release: "1.19", promoted: 7, untested: 3 }],
      }),
      timeline: aTimeline({
        events: [anEvent({ title: text, text }), anEvent({ id: "other", title: text })],
      }),
      jobs: [aJob({ name, instance: name, note: text })],
      notices: [{ code: "note", severity: "warning", subject: text, message: text }],
    }),
  };
}

function keyResultsOf(text: string): readonly object[] {
  const override = { stage: "slipped", who: text, why: text, url: address };
  return [
    {
      id: "KR1",
      title: text,
      kind: "sum",
      unit: "endpoints",
      goal: 30,
      items: [
        { title: text, ref, adds: 7 },
        { title: text, id: "second", adds: 5, override },
        { title: text, id: "third", adds: 4, needs: ["kubernetes/kubernetes#2"] },
        { group: text, outlook: "maybe", items: [{ title: text, id: "fourth", adds: 1 }] },
      ],
    },
    { id: "KR2", title: text, kind: "value", unit: "ms", goal: 5, current: statedBy(text) },
  ];
}

function statedBy(text: string): object {
  return { value: 3, on: "2020-10-20", who: text, why: text };
}

/** Writes the worlds, by the names of their plans, into `data/` of the folder. */
export function writeWorlds(folder: string, worlds: Readonly<Record<string, World>>): void {
  mkdirSync(join(folder, "data/plans"), { recursive: true });
  for (const [name, { plan, snapshot }] of Object.entries(worlds)) {
    const text = JSON.stringify(plan, undefined, 1);
    const snapshots = join(folder, "data/snapshots", name);
    mkdirSync(snapshots, { recursive: true });
    writeFileSync(join(folder, "data/plans", `${name}.yaml`), text);
    writeFileSync(
      join(snapshots, `${snapshot.asOf.replaceAll(":", "")}.json`),
      JSON.stringify({ ...snapshot, plan: { file: `${name}.yaml`, text } }),
    );
  }
}
