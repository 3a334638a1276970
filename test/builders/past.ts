/** Made-up histories of pull requests, by days. */
import { historyByRepo, minutesPerDay, type PastPull } from "../../src/forecast/history.ts";
import type { Past } from "../../src/forecast/reference.ts";

/** Day 1000 of these histories, in minutes. */
export const today = 1000 * minutesPerDay;

/** `count` pull requests created on each of `days`, of which the first `merged` are merged `after` days later; the others stay open. */
export interface Batch {
  readonly repo?: string;
  readonly days: readonly number[];
  readonly count: number;
  readonly merged: number;
  readonly after: number;
}

export function pullsOf({ repo = "o/r", days, count, merged, after }: Batch): readonly PastPull[] {
  return days.flatMap((day) =>
    Array.from({ length: count }, (_, index) => {
      const created = day * minutesPerDay;
      return index < merged
        ? { repo, created, merged: created + after * minutesPerDay }
        : { repo, created };
    }),
  );
}

export function aPast(pulls: readonly PastPull[], some: Partial<Past> = {}): Past {
  return {
    history: historyByRepo(pulls),
    freezes: { "hard-gate": [], "code-freeze": [] },
    gated: new Set(),
    ...some,
  };
}
