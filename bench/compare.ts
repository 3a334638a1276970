/** Rounds in which each contestant runs once, so that whatever else the machine does meets them alike. */
import { statSync } from "node:fs";
import { type Contestant, type Run, run } from "./contestant.ts";
import { countPages } from "./pages.ts";
import type { Watched } from "./process-tree.ts";
import { type Summary, ratios, summarize } from "./statistics.ts";

export interface Compared {
  readonly name: string;
  readonly pdfMs: Summary;
  readonly endMs: Summary;
  readonly cpuMs: Summary;
  readonly peakPssMib: Summary;
  readonly peakRssMib: Summary;
  readonly processCount: number;
  readonly pageCount: number;
  readonly pdfKib: number;
  /** How many times as long as ours it took to the last byte, round by round. */
  readonly timesOurs: Summary;
  /** The same to the end of the process. */
  readonly timesOursToEnd: Summary;
  /** Milliseconds to the last byte, round by round. */
  readonly rounds: readonly number[];
}

export interface Rounds {
  readonly timed: number;
  readonly watched: number;
}

/** The first is ours. Times come from runs that nobody watches, the rest from watched ones. */
export async function compare(
  contestants: readonly Contestant[],
  rounds: Rounds,
): Promise<readonly Compared[]> {
  // Warms the files in memory and what the contestants keep for themselves.
  await series(contestants, 2);
  const timed = await series(contestants, rounds.timed);
  const cpu = await series(contestants, rounds.watched, "cpu");
  const memory = await series(contestants, rounds.watched, "memory");
  const ours = column(timed, contestants[0]);
  return Promise.all(
    contestants.map(async (contestant) => {
      const runs = column(timed, contestant);
      const [pdfMs, endMs] = [runs.map(pdfTime), runs.map(endTime)];
      const usages = (of: typeof cpu) => column(of, contestant).flatMap(({ usage }) => usage ?? []);
      return {
        name: contestant.name,
        pdfMs: summarize(pdfMs),
        endMs: summarize(endMs),
        cpuMs: summarize(usages(cpu).map(({ cpuMs }) => cpuMs)),
        peakPssMib: summarize(usages(memory).map(({ peakPssMib }) => peakPssMib)),
        peakRssMib: summarize(usages(memory).map(({ peakRssMib }) => peakRssMib)),
        processCount: Math.max(...usages(cpu).map(({ processCount }) => processCount)),
        pageCount: await countPages(contestant.pdf),
        pdfKib: statSync(contestant.pdf).size / 1024,
        timesOurs: ratios(pdfMs, ours.map(pdfTime)),
        timesOursToEnd: ratios(endMs, ours.map(endTime)),
        rounds: pdfMs,
      };
    }),
  );
}

function pdfTime({ pdfMs }: Run): number {
  return pdfMs;
}

function endTime({ endMs }: Run): number {
  return endMs;
}

type Round = ReadonlyMap<Contestant, Run>;

async function series(
  contestants: readonly Contestant[],
  count: number,
  watched?: Watched,
): Promise<readonly Round[]> {
  const rounds: Round[] = [];
  for (let round = 0; round < count; round++) {
    const results = new Map<Contestant, Run>();
    // Each goes first in turn: nobody always follows the one that heats the machine.
    const first = round % contestants.length;
    for (const contestant of [...contestants.slice(first), ...contestants.slice(0, first)]) {
      results.set(contestant, await run(contestant, watched));
    }
    rounds.push(results);
  }
  return rounds;
}

function column(rounds: readonly Round[], contestant: Contestant | undefined): readonly Run[] {
  return rounds.flatMap((round) => (contestant && round.get(contestant)) ?? []);
}
