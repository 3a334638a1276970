/** What was measured, as a page to read with all figures below it. */
import type { Compared, Rounds } from "./compare.ts";
import type { ManyPlans } from "./many-plans.ts";
import type { Phase, Phases } from "./phases.ts";
import type { Share } from "./profile.ts";
import type { Summary } from "./statistics.ts";

export interface Measured {
  readonly date: string;
  readonly machine: Readonly<Record<string, string>>;
  readonly rounds: Rounds;
  readonly compared: readonly Compared[];
  readonly manyPlans: ManyPlans;
  readonly phases: Phases;
  readonly shares: readonly Share[];
}

export function report(measured: Measured): string {
  const { date, machine, rounds, compared, manyPlans, phases, shares } = measured;
  const pageCount = compared[0]?.pageCount ?? 0;
  const parts = [
    `# Measured on ${date}`,
    table(["machine", ""], Object.entries(machine)),
    "## Cold build of the v1.20 example",
    `Medians of ${rounds.timed} rounds of unwatched runs (fewest – most); processor time and memory from ${rounds.watched} rounds each of watched ones. "Last byte" is the PDF's, "end" the process's, both from its start. "× ours" is the time divided by ours of the same round.`,
    comparison(compared),
    "## Goals",
    table(["goal", "measured", ""], goals(measured)),
    "## Where the time goes",
    `One build with marks (\`marks.mjs\`), one phase after the other; the whole took ${spread(phases.total)} ms.`,
    table(["phase", "ms"], phases.chain.map(phaseRow)),
    "Beside them, in parallel:",
    table(["", "ms"], phases.spans.map(phaseRow)),
    "Our own process by V8's profile, mean of a build, without what it waits; profiling itself makes it slower.",
    table(
      ["library or room", "ms"],
      shares.map(({ name, ms }) => [name, ms.toFixed(1)]),
    ),
    "## Many plans",
    `${manyPlans.planCount} plans of ${pageCount} pages each in one run, from the last byte of one PDF to that of the next: ${spread(manyPlans.eachMs)} ms each; mean of a run ${spread(manyPlans.meanMs)} ms, ${(manyPlans.meanMs.median / pageCount).toFixed(1)} ms a page.`,
    "## All figures",
    ["```json", JSON.stringify(rounded(measured), undefined, 2), "```"].join("\n"),
  ];
  return `${parts.join("\n\n")}\n`;
}

function comparison(compared: readonly Compared[]): string {
  const times = ["last byte, ms", "× ours", "end, ms", "× ours"];
  const others = ["processor, ms", "memory, MiB PSS", "MiB RSS", "processes", "pages", "PDF, KiB"];
  return table(
    ["", ...times, ...others],
    compared.map((each) => [
      each.name,
      spread(each.pdfMs),
      spread(each.timesOurs, 2),
      spread(each.endMs),
      spread(each.timesOursToEnd, 2),
      spread(each.cpuMs),
      each.peakPssMib.median.toFixed(0),
      each.peakRssMib.median.toFixed(0),
      String(each.processCount),
      String(each.pageCount),
      each.pdfKib.toFixed(0),
    ]),
  );
}

/** To the last byte, which is what a person waits for. */
function goals({ compared, manyPlans }: Measured): readonly (readonly string[])[] {
  const timesOurs = (name: string) =>
    compared.find((each) => each.name === name)?.timesOurs.median ?? Number.NaN;
  const marp = timesOurs("marp-cli");
  const floor = 1 / timesOurs("floor");
  const each = manyPlans.meanMs.median;
  return [
    ["at least 3 times as fast as marp-cli", `${marp.toFixed(2)} times`, verdict(marp >= 3)],
    ["at most 2 times the floor", `${floor.toFixed(2)} times`, verdict(floor <= 2)],
    ["each further plan at most 60 ms", `${each.toFixed(0)} ms`, verdict(each <= 60)],
  ];
}

function verdict(isMet: boolean): string {
  return isMet ? "met" : "missed";
}

function phaseRow({ name, ms }: Phase): readonly string[] {
  return [name, spread(ms)];
}

function spread({ median, min, max }: Summary, digits = 0): string {
  const [middle, low, high] = [median, min, max].map((value) => value.toFixed(digits));
  return `${middle} (${low} – ${high})`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function rounded(measured: Measured): unknown {
  return JSON.parse(
    JSON.stringify(measured, (_, value: unknown) =>
      typeof value === "number" ? Math.round(value * 100) / 100 : value,
    ),
  );
}
