/** What there is to say about a key result beside its title. */
import { longDate } from "../../calendar.ts";
import type { AssessedKeyResult, Statement } from "../../domain/assessment.ts";
import type { Block, Inline } from "../../domain/deck.ts";
import type { ForecastLevel } from "../../domain/risk.ts";
import { link, text } from "../inlines.ts";
import { forecastSentence, isOpen, type OpenKeyResult } from "../risk/forecast.ts";
import { list, prose } from "../slides.ts";
import type { View } from "../view.ts";

/** The forecast with its deadline, or else the deadline alone; the statements, and people's note. */
export function sentences(
  view: View,
  assessed: AssessedKeyResult,
  statements: readonly Statement[],
): readonly Block[] {
  const { keyResult } = assessed;
  const lines = [
    ...statements.map(view.sentence),
    ...(isOpen(assessed) ? remarks(assessed) : deadline(view, keyResult.freeze)),
  ];
  const alert = isOpen(assessed) ? [forecastCallout(view, assessed)] : [];
  return [...alert, ...list(lines), ...prose(view, keyResult.note)];
}

const tones = {
  "on track": "good",
  "at risk": "warning",
  "off track": "bad",
  unknown: "info",
} as const satisfies Record<ForecastLevel, unknown>;

function forecastCallout(view: View, assessed: OpenKeyResult): Block {
  const inlines = forecastSentence(view, assessed);
  return { kind: "callout", tone: tones[assessed.forecast.level], inlines };
}

function remarks({ forecast }: OpenKeyResult): readonly (readonly Inline[])[] {
  return forecast.remarks.length === 0 ? [] : [[text(forecast.remarks.join(" "))]];
}

function deadline(view: View, freeze: string | undefined): readonly (readonly Inline[])[] {
  const { timeline } = view.assessment;
  const event = timeline?.events.find(({ id }) => id === freeze);
  if (timeline === undefined || event === undefined) return [];
  return [[text("Deadline: "), link(event.title, timeline.url), text(`, ${longDate(event.date)}`)]];
}
