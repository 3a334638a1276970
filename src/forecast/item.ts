/** The forecast of one open pull request: its probability, and on what it rests. */
import { probabilityAt } from "./curves.ts";
import { minutesPerDay } from "./history.ts";
import { ageClassOf, cell } from "./landmarks.ts";
import { bounds, horizons, type Gate } from "./prior.ts";
import type { Question, Reference } from "./reference.ts";

/** An open pull request; instants in minutes since 1970. */
export interface OpenPull extends Question {
  readonly created: number;
  /** The deadline that binds it. */
  readonly freeze: number;
}

/** A probability and what is needed to say in one sentence how it came about. */
export interface ItemForecast {
  /** Within `bounds`, or what is a fact: 0 once the deadline has passed. */
  readonly p: number;
  readonly ageDays: number;
  readonly daysLeft: number;
  readonly basis: Basis;
}

/** The reference class in natural frequencies: of `open` pull requests `merged` were in time. */
export interface Basis {
  readonly kind: "own history" | "thin" | "reference projects";
  readonly gate: Gate;
  readonly open: number;
  readonly merged: number;
  readonly ageClass: number;
  /** Days before the deadlines at which they were counted: the row of the table next to the days left. */
  readonly days: number;
}

/** From so many pull requests of its own a repository speaks for itself. */
const enough = 30;

/** What `reference` says about a pull request that is open and of whose state nothing is known. */
export function forecastItem(pull: OpenPull, reference: Reference): ItemForecast {
  const ageDays = (pull.now - pull.created) / minutesPerDay;
  const daysLeft = (pull.freeze - pull.now) / minutesPerDay;
  return {
    p: daysLeft <= 0 ? 0 : bounded(probabilityAt(reference.curves, ageDays, daysLeft)),
    ageDays,
    daysLeft,
    basis: basisOf(pull.gate, reference, { ageDays, daysLeft }),
  };
}

/** Keeps a probability away from certainty. */
export function bounded(p: number): number {
  return Math.min(bounds.most, Math.max(bounds.least, p));
}

function basisOf(
  gate: Gate,
  { own }: Reference,
  { ageDays, daysLeft }: { readonly ageDays: number; readonly daysLeft: number },
): Basis {
  const ageClass = ageClassOf(ageDays);
  const row = nearestHorizon(daysLeft);
  const open = own.open[cell(row, ageClass)] ?? 0;
  const merged = own.merged[cell(row, ageClass)] ?? 0;
  const kind = open >= enough ? "own history" : open > 0 ? "thin" : "reference projects";
  return { kind, gate, open, merged, ageClass, days: horizons[row] ?? 0 };
}

function nearestHorizon(days: number): number {
  let nearest = 0;
  for (const [row, at] of horizons.entries())
    if (Math.abs(at - days) < Math.abs((horizons[nearest] ?? 0) - days)) nearest = row;
  return nearest;
}
