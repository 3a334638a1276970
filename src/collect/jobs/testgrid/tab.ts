/** A tab of a TestGrid dashboard, whichever of its services told of it, and how its job stands. */
import { longInstant } from "../../../calendar.ts";
import type { CiJob } from "../../../domain/facts.ts";
import type { Instant } from "../../../domain/time.ts";

export interface Tab {
  readonly name: string;
  /** TestGrid's word, e.g. `PASSING`. */
  readonly status: string;
  /** TestGrid's own sentence, e.g. `8 of 9 (88.9%) recent columns passed`. */
  readonly message: string;
  readonly lastRunAt?: Instant;
}

/** `ACCEPTABLE` is TestGrid's word for flakes below the rate that a team has set. */
const states: ReadonlyMap<string, CiJob["state"]> = new Map([
  ["PASSING", "passing"],
  ["ACCEPTABLE", "passing"],
  ["FAILING", "failing"],
  ["BROKEN", "failing"],
  ["FLAKY", "flaking"],
]);

/** Any other word, such as `STALE`, is none that says how the job stands: it is never green. */
export function standingOfTab({ status, message, lastRunAt }: Tab): Pick<CiJob, "state" | "note"> {
  const state = states.get(status) ?? "unknown";
  const isOdd = state === "unknown" && status !== "";
  const parts = [
    ...(isOdd ? [`TestGrid calls it ${shortened(status, 40)}`] : []),
    ...(message.trim() === "" ? [] : [shortened(message, 200)]),
    ...(lastRunAt === undefined ? [] : [`last run: ${longInstant(lastRunAt)}`]),
  ];
  return parts.length === 0 ? { state } : { state, note: parts.join("; ") };
}

/** One line of at most so many characters. */
function shortened(text: string, length: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}

/** TestGrid takes names for the same that differ in more than letters, digits and case only. */
export function isSameName(left: string, right: string): boolean {
  return plain(left) === plain(right);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
