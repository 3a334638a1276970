/** Release calendars of 2016 to 2018, each form by a small document that is nobody's. */
import { it } from "vitest";
import { checkCalendar as check } from "../../../builders/calendar-check.ts";

it("1.3: a heading for each week, bullets below it", () => {
  check(
    [
      "# Release 1.3 schedule",
      "###Mar 21 - Mar 25",
      "- Coding start",
      "###May 16 - May 20",
      "- Feature complete",
      "- Code slush begins on Friday May 20",
      "###Jun 6 - Jun 10",
      "* Code freeze",
      "* Friday: beta.1",
      "###Jun 20 - Jun 24",
      "- v1.3.0 release",
    ],
    {
      release: "1.3",
      dates: { start: "2016-03-21", code_freeze: "2016-06-06", release: "2016-06-24" },
      days: { feature_complete: "2016-05-16", code_slush: "2016-05-20", beta_1: "2016-06-10" },
      codes: ["year-inferred"],
    },
  );
});

it("1.5: a check list of days, what happens hangs below", () => {
  check(
    [
      "# Kubernetes 1.5 Release Timeline",
      "- [x] **Monday, September 19, 2016**",
      "  - [x] Start coding",
      "- [x] **Tuesday, Oct 11**",
      "    - [x] Feature freeze",
      "        - all features must be in the features repo",
      "- [ ] **Monday, November 14, 2016**",
      "\t- [ ] Code freeze",
      "\t- [ ] v1.5.0-beta.1 cut",
      "- [ ] **Thursday, December 8, 2016**",
      "  - [ ] Release v1.5.0",
    ],
    {
      release: "1.5",
      dates: {
        start: "2016-09-19",
        enhancements_freeze: "2016-10-11",
        code_freeze: "2016-11-14",
        release: "2016-12-08",
      },
      days: {
        v1_5_0_beta_1_cut: "2016-11-14",
        all_features_must_be_in_the_features_repo: undefined,
      },
    },
  );
});

it("1.7: bullets that begin with a day; the plan of the next release beside it", () => {
  check(
    [
      "# Proposed timeline for 1.7",
      "## 1.7 Release Schedule",
      "- Dec 8 - Apr 3: planning",
      "- Apr 3 (Mon) coding start (8w)",
      "- May 1 (Mon) Features repo freeze",
      "- June 1 (Thurs): Begin Code Freeze",
      "- June 12 (Mon): Docs PRs lgtm'd and ready to merge",
      "- June 14 (Weds): End of Code Freeze",
      "- ~~June 21 (Weds)~~ June 28 (Weds): v1.7.0 release!",
      "## 1.8 Release Schedule",
      "- July 5 (Weds) coding start",
      "- Sept 27 (Weds) v1.8.0 release",
    ],
    {
      release: "1.7",
      dates: {
        start: "2017-04-03",
        enhancements_freeze: "2017-05-01",
        code_freeze: "2017-06-01",
        docs_freeze: "2017-06-12",
        release: "2017-06-28",
      },
      days: { code_freeze_end: "2017-06-14", planning: "2016-12-08" },
      superseded: { release: ["2017-06-21"] },
      codes: ["year-inferred"],
    },
  );
});

it("1.4: a day that moves by the document's own words, and what hangs below another day", () => {
  check(
    [
      "- Kubernetes 1.3 - July 1, 2016",
      "### 1.4 Overview",
      "- July 3 coding start (7w)",
      "- Aug 19 feature complete (4w) (Aug 17 update, FC moved one business day to Aug 22)",
      "- Sept 13th",
      "  * Docs PRs lgtm'd and ready for merge",
      "## 1.4 Details",
      "- Release 1.4 on Sept 20",
    ],
    {
      release: "1.4",
      dates: { start: "2016-07-03", docs_freeze: "2016-09-13", release: "2016-09-20" },
      days: { feature_complete: "2016-08-22", kubernetes_1_3: undefined },
      superseded: { feature_complete: ["2016-08-19"] },
    },
  );
});

it("1.9: bold bullets, and sections that say a day again", () => {
  check(
    [
      "# Kubernetes 1.9",
      "* **Mon Oct 2: Release Cycle Begins**",
      "* **Fri Oct 27: [Feature Freeze](#feature-freeze)**",
      "* **Wed Nov 22: [Code Freeze](#code-freeze)**",
      "* **Wed Dec 13: v1.9.0 Release** (slipped to Fri Dec 15)",
      "### Feature Freeze",
      "All features must have issues by Friday, October 27th.",
      "### Code Freeze",
      "All features must be complete by ***Monday, Nov 20***, tests as well.",
      "",
      "On Friday, December 1 there is a meeting.",
    ],
    {
      release: "1.9",
      dates: {
        start: "2017-10-02",
        enhancements_freeze: "2017-10-27",
        code_freeze: "2017-11-22",
        release: "2017-12-15",
      },
      superseded: { release: ["2017-12-13"] },
      conflicts: { code_freeze: ["2017-11-22", "2017-11-20"] },
      codes: ["year-inferred"],
    },
  );
});

it("1.12: a summary in sentences, a table with a column for each month", () => {
  check(
    [
      "# Kubernetes 1.12 Release Schedule",
      "**tl;dr** The 1.12 release cycle begins on **Tuesday, July 3rd, 2018**, and ends on release day, **Tuesday, September 25th**. Feature freeze is **Tuesday, July 31st**. Code freeze begins **Tuesday, September 4th** and ends **Wednesday, September 19th**. Docs must be completed and reviewed by **Friday, September 11th**.",
      "| **What** | **Who** | **JUL** | **AUG** | **SEP** | **OCT** | **DEV WEEK** |",
      "|---|---|---|---|---|---|---|",
      "| Start of Release Cycle | Lead | 2 | | | | week 1 |",
      '| "Feature Freeze" begins (EOD PST) | Lead | 31 |',
      "| | blocking |",
      "| Begin code and test freeze (EOD PST) | Bot | | | 4 | | week 10",
      "| Docs complete - All PRs reviewed and ready to merge | Lead | || 11 |",
      "| End of code freeze (EOD PST) | Bot | | | 18 |",
      "| v1.12.0 | Lead | | | ~~25~~ moved to **27** | | week 14 |",
      "| Release retrospective | All | | | | 4? |",
      "| 1.13 Release Cycle Begins | Lead | | | | 1 |",
    ],
    {
      release: "1.12",
      dates: {
        start: "2018-07-03",
        enhancements_freeze: "2018-07-31",
        code_freeze: "2018-09-04",
        test_freeze: "2018-09-04",
        docs_freeze: "2018-09-11",
        release: "2018-09-27",
      },
      days: { code_freeze_end: "2018-09-18", "1_13_release_cycle_begins": "2018-10-01" },
      superseded: { release: ["2018-09-25"] },
      conflicts: {
        start: ["2018-07-03", "2018-07-02"],
        code_freeze_end: ["2018-09-18", "2018-09-19"],
        release: ["2018-09-27", "2018-09-25"],
      },
      codes: ["weekday-differs", "week-differs", "date-unsure"],
    },
  );
});

it("a summary whose freeze is lifted, months with their years", () => {
  check(
    [
      "# Kubernetes 1.12",
      "## TL;DR",
      "Begin 1.12 cycle on Monday, July 2nd. Code freeze begins on Tuesday, September 4th, and will be lifted on Wednesday, September 19th.",
      "",
      "| What | Sep 2018 | Oct. 2018 |",
      "|---|---|---|",
      "| v1.12.0 | 27 | |",
      "| Codefreeze | 4 - 19 | |",
    ],
    {
      release: "1.12",
      dates: { start: "2018-07-02", code_freeze: "2018-09-04", release: "2018-09-27" },
      days: { code_freeze_end: "2018-09-19" },
    },
  );
});

it("1.10: the same as an HTML table, into the next year", () => {
  const row = (...cells: readonly string[]) =>
    `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("\n")}</tr>`;
  check(
    [
      "# Kubernetes 1.13",
      "<table>",
      row("What", "Who", "NOV", "DEC", "JAN"),
      row("Begin code freeze (EOD PST)", "Bot", "Fri 16", "", ""),
      row("v1.13.0", "Lead", "", "3", ""),
      row("KubeCon", "", "", "11 - 13", ""),
      row("Release retrospective", "All", "", "", "4"),
      "</table>",
    ],
    {
      release: "1.13",
      dates: { code_freeze: "2018-11-16", release: "2018-12-03" },
      days: { kubecon: "2018-12-11", release_retrospective: "2019-01-04" },
      codes: ["year-inferred"],
    },
  );
});
