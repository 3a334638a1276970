/** The path of an item, in order; each stage is reached from facts. See ARCHITECTURE.md, Glossary. */
export const path = [
  "planned",
  "written",
  "ready",
  "merged",
  "soaking",
  "landed",
  "counted",
] as const;

/** Where an item can stand beside the path. `unknown`: no source says. */
export const beside = ["blocked", "dropped", "replaced", "slipped", "excepted", "unknown"] as const;

/** Words by which people may overrule a forecast; an item under one is kept out of the headline subtotals. */
export const outlooks = ["maybe", "unlikely"] as const;

export type PathStage = (typeof path)[number];
export type Stage = PathStage | (typeof beside)[number];
export type Outlook = (typeof outlooks)[number];

/** Under which word an item is counted: its stage, or the outlook that people gave it. */
export type Standing = Stage | Outlook;

export const stages: readonly Stage[] = [...path, ...beside];
/** All standings, from what is surest to count through what may still come to what will not. */
export const standings: readonly Standing[] = [
  ...path.toReversed(),
  "excepted",
  "blocked",
  ...outlooks,
  "unknown",
  "slipped",
  "replaced",
  "dropped",
];

/** Landed and counted items are done: no outlook and no freeze changes that any more. */
export function isDone(stage: Stage): boolean {
  return stage === "landed" || stage === "counted";
}

/** Done, given up, or out of this release: nothing about it is left to chance. */
export function isSettled(stage: Stage): boolean {
  return isDone(stage) || ["dropped", "replaced", "slipped"].includes(stage);
}
