/** What each audience is given: one page for who decides, no second look in a mail. */
import { describe, expect, it } from "vitest";
import { compose, type Wish } from "../../../src/compose/compose.ts";
import type { Assessment } from "../../../src/domain/assessment.ts";
import { renderMarkdown } from "../../../src/render/markdown.ts";
import { aPlanOf, assessed } from "../../builders/assessment.ts";
import { inlinesOf, linesOf } from "../../builders/deck-text.ts";
import { assessedExample } from "../../builders/example.ts";
import { anItem, aRef } from "../../builders/plan.ts";
import { aSnapshot, aWorkItem } from "../../builders/snapshot.ts";

const october = await assessedExample("2020-10-22");
const november = await assessedExample("2020-11-23");

function lines(assessment: Assessment, wish: Wish): readonly string[] {
  return compose(assessment, wish).slides.flatMap(linesOf);
}

/** A plan whose item waits for another, and no calendar: nothing to be forecast. */
const need = "kubernetes/test-infra#19613";
const item = anItem({ id: "events", title: "Event endpoints", needs: [aRef(need)] });
const waiting = assessed({
  plan: aPlanOf([item]),
  snapshot: aSnapshot({ workItems: [aWorkItem({ ref: need, kind: "issue" })] }),
});

describe("the page for who decides", () => {
  it("has every key result with its level, what to do, what changed", () => {
    const [title, asOf, next, ...rest] = lines(october, { cut: "exec" });
    expect([title, asOf, next]).toEqual([
      "v1.20",
      "As of 22 October 2020, 08:00 UTC",
      "Next: Code freeze, 12 November 2020 (21 days left)",
    ]);
    expect(rest.filter((line) => /^(?:- )?KR\d/.test(line))).toMatchObject({
      0: expect.stringMatching(/^KR1 .*: off track\. 0 of 30 endpoints landed, 19 written; most/),
      1: expect.stringMatching(/^- KR2 .*: reached\. Clean back to 1\.15/),
      2: expect.stringMatching(/^- KR3 .*: score 0\.5\. 1 of 2 instances/),
    });
    expect(rest).toContain("What to do next");
    expect(rest.filter((line) => line.includes("chance of KR1's goal"))).toHaveLength(3);
    expect(rest.join("\n")).toContain(
      "Since the report of 25 September 2020: 1 item dropped, 6 new",
    );
  });

  it.each([
    ["October", october],
    ["November", november],
  ])("is one page: %s", (_, assessment) => {
    const titles = compose(assessment, { cut: "exec" }).slides.map(({ id }) => id);
    expect(titles).toEqual(["title", "key-results", "next-steps", "changes"]);
    expect(renderMarkdown(compose(assessment, { cut: "exec" })).split("\n").length).toBeLessThan(
      60,
    );
    const text = lines(assessment, { cut: "exec" });
    const since = text.findIndex((line) => line.startsWith("Since the report of"));
    expect(text.slice(since + 1)).toHaveLength(5);
    expect(text.at(-1)).toMatch(/^- And \d+ more\.$/);
  });

  it("says what is waited for where nothing is to be forecast", () => {
    expect(lines(waiting, { cut: "exec" })).toEqual([
      "v1.20",
      "As of 22 October 2020, 08:00 UTC",
      "Key results",
      "- KR1 new endpoints: score 0.0. 0 of 30 endpoints landed",
      "What to do next",
      "- Event endpoints: settle test-infra#19613, for which it waits",
    ]);
  });

  it("leads to the whole report where that was posted", () => {
    const url = "https://github.com/acme/kit/issues/1";
    const [slide] = compose(waiting, { cut: "exec", reportUrl: url }).slides;
    expect(slide === undefined ? [] : inlinesOf(slide)).toContainEqual({
      kind: "link",
      text: "The whole report",
      url,
    });
  });
});

describe("the mail", () => {
  it("has all but what is for a second look", () => {
    const ids = (wish: Wish) => compose(october, wish).slides.map(({ id }) => id);
    const details = compose(october)
      .slides.filter(({ isDetail = false }) => isDetail)
      .map(({ id }) => id);
    expect(details).toEqual(expect.arrayContaining(["sources", "findings", "changes-history"]));
    expect(ids({ cut: "mail" })).toEqual(ids({}).filter((id) => !details.includes(id)));
  });

  it("leads to the whole report where that was posted", () => {
    const url = "https://github.com/acme/kit/issues/1";
    expect(lines(waiting, { cut: "mail", reportUrl: url }).slice(-2)).toEqual([
      "The whole report",
      `With its sources: ${url}`,
    ]);
  });
});
