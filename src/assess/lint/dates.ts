/** Freeze dates and zone labels in text, against the release calendar. */
import { longDate, parseLongDate, utcOffsetHours } from "../../calendar.ts";
import type { TimelineEvent } from "../../domain/facts.ts";
import type { Notice } from "../../domain/notice.ts";
import { placeInProse } from "../../domain/place.ts";
import type { LintRule, LintText } from "./contract.ts";

const events: ReadonlyMap<string, string> = new Map([
  ["code freeze", "code-freeze"],
  ["test freeze", "test-freeze"],
  ["docs freeze", "docs-freeze"],
  ["enhancements freeze", "enhancements-freeze"],
  ["release date", "release"],
]);

const month = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*";
const day = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const dated = String.raw`(\d{4}-\d{2}-\d{2}|${day}\s+${month}(?:\s+\d{4})?|${month}\s+${day}(?:,?\s+\d{4})?)`;
const stated = new RegExp(
  String.raw`\b(code freeze|test freeze|docs freeze|enhancements freeze|release date)\b[^.\n\d]{0,30}${dated}`,
  "gi",
);
const zoned = new RegExp(String.raw`${dated}[^.\n]{0,20}\b(P[SD]T)\b`, "gi");

export const dates: LintRule = ({ assessment, texts }) =>
  texts.flatMap((text) => [
    ...freezeDates(text, assessment.timeline?.events ?? []),
    ...zoneLabels(text),
  ]);

function freezeDates(text: LintText, timeline: readonly TimelineEvent[]): readonly Notice[] {
  return [...text.text.matchAll(stated)].flatMap((found) => {
    const [said, name = "", written = ""] = found;
    const event = timeline.find(({ id }) => id === events.get(name.toLowerCase()));
    if (event === undefined) return [];
    const date = parseLongDate(written) ?? parseLongDate(`${written} ${event.date.slice(0, 4)}`);
    if (date === undefined || date === event.date) return [];
    return [
      {
        code: "date-differs",
        severity: "warning",
        subject: event.title,
        message: `the text says "${said}", the release calendar says ${longDate(event.date)}`,
        at: placeInProse(text.prose, found.index),
      },
    ];
  });
}

/** PST is eight hours behind UTC, PDT seven; which one holds depends on the day. */
function zoneLabels(text: LintText): readonly Notice[] {
  return [...text.text.matchAll(zoned)].flatMap((found) => {
    const [said, written = "", label = ""] = found;
    const date = parseLongDate(written);
    if (date === undefined) return [];
    const inForce = utcOffsetHours(date, "America/Los_Angeles") === -8 ? "PST" : "PDT";
    if (label.toUpperCase() === inForce) return [];
    return [
      {
        code: "zone-differs",
        severity: "warning",
        subject: written,
        message: `the text says "${said}", on that day US Pacific is on ${inForce}`,
        at: placeInProse(text.prose, found.index),
      },
    ];
  });
}
