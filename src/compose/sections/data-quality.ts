/** Where the facts come from, how old they are, and what was found wrong with them. */
import { age, longDate } from "../../calendar.ts";
import type { Notice } from "../../domain/notice.ts";
import type { Block, Row } from "../../domain/deck.ts";
import type { Section } from "../contract.ts";
import { link, status, strong, text } from "../inlines.ts";
import { prose, slides } from "../slides.ts";
import type { View } from "../view.ts";
import { wordTable } from "../word-list.ts";

const kicker = "Data quality";

export const dataQuality: Section = {
  kind: "data-quality",
  about: "What the words mean, sources with their age, and the findings about plan and data.",
  isAppendix: true,
  compose(view, setting) {
    return [
      ...slides({
        id: "words",
        kicker: "How to read this",
        isDetail: true,
        title: "What the words mean",
        blocks: wordTable(view),
      }),
      ...slides({
        id: "sources",
        kicker,
        isDetail: true,
        title: setting.title ?? "Where the facts come from",
        blocks: [...sourceTable(view), ...prose(view, setting.text)],
      }),
      ...slides({
        id: "findings",
        kicker,
        isDetail: true,
        title: "What to know about these numbers",
        blocks: noticeTable(view.assessment.notices),
      }),
    ];
  },
};

function sourceTable(view: View): readonly Block[] {
  const { sources, asOf } = view.assessment;
  if (sources.length === 0) return [];
  const rows = sources.map(({ title: name, url, retrievedAt, commit, status: state }): Row => ({
    cells: [
      [link(name, url), ...(commit === undefined ? [] : [text(` @${commit.slice(0, 7)}`)])],
      [text(longDate(retrievedAt.slice(0, 10)))],
      [text(age(retrievedAt, asOf))],
      [status(state, state === "ok" ? "good" : "bad")],
    ],
  }));
  const columns = [
    { title: "Source", align: "start", weight: 4.6 },
    { title: "As of", align: "start", weight: 2.4 },
    { title: "Age", align: "start", weight: 2.1 },
    { title: "State", align: "start", weight: 1.3 },
  ] as const;
  return [{ kind: "table", columns, rows }];
}

function noticeTable(notices: readonly Notice[]): readonly Block[] {
  if (notices.length === 0) return [];
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
  return [{ kind: "table", columns, rows }];
}
