import { describe, expect, it } from "vitest";
import { compose } from "../../../src/compose/compose.ts";
import type { Meeting } from "../../../src/domain/facts.ts";
import { assessed } from "../../builders/assessment.ts";
import { linesOf } from "../../builders/deck-text.ts";
import { aSnapshot } from "../../builders/snapshot.ts";

const meeting: Meeting = {
  title: "Architecture: Office Hours",
  rule: "biweekly",
  next: "2020-10-29T18:00:00Z",
  source: "deck",
};

/** What a slide of a report of 22 October says of meetings. */
function check(id: string, meetings: readonly Meeting[], expected: readonly string[]): void {
  const { slides } = compose(assessed({ snapshot: aSnapshot({ meetings }) }));
  const slide = slides.find((one) => one.id === id);
  const lines = slide === undefined ? [] : linesOf(slide);
  expect(lines.filter((line) => line.startsWith("Next meeting"))).toEqual(expected);
}

const words = "Next meeting: Architecture: Office Hours, 29 October 2020, 18:00 UTC";

describe("the title slide", () => {
  it("says when the team meets next", () => {
    check("title", [meeting], [words]);
  });

  it("says it of the first of several, and of none that is not known or over", () => {
    const later = { ...meeting, title: "Later", next: "2020-11-05T18:00:00Z" };
    check("title", [later, meeting], [words]);
    const { next: _, ...unknown } = meeting;
    check("title", [unknown, { ...meeting, next: "2020-10-01T18:00:00Z" }], []);
  });
});

describe("the last slide", () => {
  it("says it of all, with the ways to them, and why it is not known", () => {
    const { next: _, ...unknown } = meeting;
    check(
      "questions",
      [
        {
          ...meeting,
          agendaUrl: "https://example.org/agenda",
          slack: "sig-architecture",
          mailingList: "https://example.org/list",
        },
        { ...unknown, because: "the rule names no day" },
      ],
      [
        `${words} · agenda · Slack #sig-architecture · mailing list`,
        "Next meeting: Architecture: Office Hours, not known (the rule names no day)",
      ],
    );
  });
});
