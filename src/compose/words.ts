/** The words and tones under which stages, levels and jobs are shown. */
import type { Statement } from "../domain/assessment.ts";
import type { CiJob } from "../domain/facts.ts";
import type { Inline, StatusInline } from "../domain/deck.ts";
import type { ForecastLevel, ItemRiskLevel } from "../domain/risk.ts";
import type { Standing } from "../domain/stage.ts";
import { status } from "./inlines.ts";

type Tone = StatusInline["tone"];

const tones: Readonly<Record<Standing, Tone>> = {
  planned: "neutral",
  written: "progress",
  ready: "progress",
  merged: "progress",
  soaking: "progress",
  landed: "good",
  counted: "good",
  maybe: "warning",
  unlikely: "bad",
  blocked: "bad",
  dropped: "neutral",
  replaced: "neutral",
  slipped: "bad",
  excepted: "warning",
  unknown: "warning",
};

export function standingStatus(standing: Standing): Inline {
  return status(standing, tones[standing]);
}

const jobTones: Readonly<Record<CiJob["state"], Tone>> = {
  passing: "good",
  failing: "bad",
  flaking: "warning",
  unknown: "warning",
};

export function jobStatus(state: CiJob["state"]): Inline {
  return status(state, jobTones[state]);
}

const riskTones: Readonly<Record<ItemRiskLevel | ForecastLevel, Tone>> = {
  likely: "good",
  open: "warning",
  unlikely: "bad",
  "cannot make it": "bad",
  missed: "bad",
  "on track": "good",
  "at risk": "warning",
  "off track": "bad",
  unknown: "neutral",
};

/** How likely something is to make its freeze. */
export function riskStatus(level: ItemRiskLevel | ForecastLevel): Inline {
  return status(level, riskTones[level]);
}

/** `kubernetes#95713`: the repository without its owner is enough on a slide. */
export function shortRef(key: string): string {
  return key.replace(/^[^/]+\//, "");
}

/** `+7`, `+0`. */
export function signed(value: number): string {
  return value < 0 ? `−${-value}` : `+${value}`;
}

/** `1 item`, `3 items`. */
export function count(value: number, one: string): string {
  return `${value} ${one}${value === 1 ? "" : "s"}`;
}

/** The first letter as a capital: words of the assessment begin small. */
export function capitalized(value: string): string {
  return value.charAt(0).toUpperCase() + value.slice(1);
}

/** The same of a sentence, where it begins with a word. */
export function capitalizedStatement([first, ...rest]: Statement): Statement {
  if (first === undefined) return [];
  return [typeof first === "string" ? capitalized(first) : first, ...rest];
}
