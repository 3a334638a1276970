/** The events of a release calendar that a team plans by, with the names of their numbers. */

export interface KnownEvent {
  readonly id: string;
  /** Name of the number that is its day. */
  readonly date: string;
  /** Name of the number that is the days left; nobody waits for the start. */
  readonly daysLeft?: string;
}

export const knownEvents: readonly KnownEvent[] = [
  { id: "start", date: "release.start" },
  {
    id: "enhancements-freeze",
    date: "release.enhancementsFreeze",
    daysLeft: "release.daysToEnhancementsFreeze",
  },
  { id: "code-freeze", date: "release.codeFreeze", daysLeft: "release.daysToCodeFreeze" },
  { id: "test-freeze", date: "release.testFreeze", daysLeft: "release.daysToTestFreeze" },
  { id: "docs-freeze", date: "release.docsFreeze", daysLeft: "release.daysToDocsFreeze" },
  { id: "release", date: "release.date", daysLeft: "release.daysToRelease" },
];
