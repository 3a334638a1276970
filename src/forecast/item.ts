/** The forecast of one open pull request: its probability, and on what it rests. */
import { probabilityAt } from "./curves.ts";
import { minutesPerDay } from "./history.ts";
import { ageClassOf, cell } from "./landmarks.ts";
import { bounds, horizons, type Gate } from "./prior.ts";
import type { Question, Reference } from "./reference.ts";
import { withSigns, type Signs } from "./signs.ts";

/** An open pull request; instants in minutes since 1970. */
export interface OpenPull extends Question {
  readonly created: number;
  /** The deadline that binds it. */
  readonly freeze: number;
  readonly signs?: Signs;
}

/** A probability and what is needed to say in one sentence how it came about. */
export interface ItemForecast {
  /** Within `bounds`; 0 once the deadline has passed. */
  readonly p: number;
  /** What the reference class alone says, before the state of the pull request is looked at. */
  readonly unseen: number;
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
  /** How many deadlines of its own were looked at; 0 without a gate. */
  readonly deadlines: number;
  /** Days before the deadlines at which they were counted: the row of the table next to the days left. */
  readonly days: number;
}

/** From so many pull requests of its own a repository speaks for itself. */
const enough = 30;

/** What the reference class says about an open pull request, changed by what is seen of its state. */
export function forecastItem(pull: OpenPull, reference: Reference): ItemForecast {
  const ageDays = (pull.now - pull.created) / minutesPerDay;
  const daysLeft = (pull.freeze - pull.now) / minutesPerDay;
  const unseen = probabilityAt(reference.curves, ageDays, daysLeft);
  const p = daysLeft <= 0 ? 0 : bounded(withSigns(unseen, pull.signs, daysLeft));
  const basis = basisOf(pull.gate, reference, { ageDays, daysLeft });
  return { p, unseen, ageDays, daysLeft, basis };
}

/** Keeps a probability away from certainty. */
export function bounded(p: number): number {
  return Math.min(bounds.most, Math.max(bounds.least, p));
}

function basisOf(
  gate: Gate,
  { own, deadlines }: Reference,
  { ageDays, daysLeft }: { readonly ageDays: number; readonly daysLeft: number },
): Basis {
  const ageClass = ageClassOf(ageDays);
  const row = nearestHorizon(daysLeft);
  const open = own.open[cell(row, ageClass)] ?? 0;
  const merged = own.merged[cell(row, ageClass)] ?? 0;
  const kind = open >= enough ? "own history" : open > 0 ? "thin" : "reference projects";
  return { kind, gate, open, merged, ageClass, deadlines, days: horizons[row] ?? 0 };
}

/** The row of the tables next to so many days. */
export function nearestHorizon(days: number): number {
  let nearest = 0;
  for (const [row, at] of horizons.entries())
    if (Math.abs(at - days) < Math.abs((horizons[nearest] ?? 0) - days)) nearest = row;
  return nearest;
}
