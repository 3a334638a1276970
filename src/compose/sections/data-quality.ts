/** Where the facts come from, how old they are, and what was found wrong with them. */
import { age, longDate } from "../../calendar.ts";
import type { Notice } from "../../domain/notice.ts";
import type { Row } from "../../domain/deck.ts";
import type { Section } from "../contract.ts";
import { link, status, strong, text } from "../inlines.ts";
import { slide } from "../slides.ts";
import type { View } from "../view.ts";

export const dataQuality: Section = {
  kind: "data-quality",
  about: "Sources with their age, and the findings about plan and data.",
  compose(view, setting) {
    const { sources, notices } = view.assessment;
    return [
      ...(sources.length === 0 ? [] : [sourcesSlide(view, setting.title)]),
      ...(notices.length === 0 ? [] : [noticesSlide(notices)]),
    ];
  },
};

function sourcesSlide(view: View, title = "Where the facts come from") {
  const { sources, asOf } = view.assessment;
  const rows = sources.map(({ title: name, url, retrievedAt, commit, status: state }): Row => ({
    cells: [
      [link(name, url), ...(commit === undefined ? [] : [text(` @${commit.slice(0, 7)}`)])],
      [text(longDate(retrievedAt.slice(0, 10)))],
      [text(age(retrievedAt, asOf))],
      [status(state, state === "ok" ? "good" : "bad")],
    ],
  }));
  const columns = [
    { title: "Source", align: "start", weight: 5 },
    { title: "As of", align: "start", weight: 3 },
    { title: "Age", align: "start", weight: 1.3 },
    { title: "State", align: "start", weight: 1.3 },
  ] as const;
  return slide("sources", title, [{ kind: "table", columns, rows }], "Data quality");
}

function noticesSlide(notices: readonly Notice[]) {
  const rows = notices.map(({ severity, subject, message, url, at }): Row => ({
    cells: [
      [status(severity, severity === "info" ? "neutral" : "warning")],
      [strong(subject), text(" "), url === undefined ? text(message) : link(message, url)],
      [text(at === undefined ? "" : `plan, line ${at.line}`)],
    ],
  }));
  const columns = [
    { title: "", align: "start", weight: 1.2 },
    { title: "Finding", align: "start", weight: 7 },
    { title: "Place", align: "start", weight: 1.5 },
  ] as const;
  return slide(
    "findings",
    "What to know about these numbers",
    [{ kind: "table", columns, rows }],
    "Data quality",
  );
}
