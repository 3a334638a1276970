/** The forms of release calendars since 2016, each by a small document that is nobody's. */
import { expect, it } from "vitest";
import { readTimeline } from "../../../../src/collect/timeline/read-timeline.ts";
import type { ReadTimeline } from "../../../../src/domain/read-timeline.ts";

type Expected = Partial<Pick<ReadTimeline, "release" | "dates" | "instants" | "superseded">> & {
  /** Days by event id, beyond the known ones; undefined: the document says none. */
  readonly days?: Readonly<Record<string, string | undefined>>;
  readonly conflicts?: Readonly<Record<string, readonly string[]>>;
  readonly codes?: readonly string[];
};

function check(lines: readonly string[], expected: Expected): void {
  const read = readTimeline(lines.join("\n"), { where: "README.md" });
  const { days = {}, conflicts = {}, codes = [], ...rest } = expected;
  expect(read).toMatchObject({ instants: {}, superseded: {}, ...rest });
  expect(read.instants).toEqual(rest.instants ?? {});
  const dates = new Map(read.events.map(({ id, date }) => [id, date]));
  for (const [id, date] of Object.entries(days)) expect([id, dates.get(id)]).toEqual([id, date]);
  const said = read.conflicts.map(({ field, values }) => [field, values]);
  expect(Object.fromEntries(said)).toEqual(conflicts);
  expect(new Set(read.notices.map(({ code }) => code))).toEqual(new Set(codes));
}

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

it("1.15 and 1.16: a summary in bullets, docs that have a last call", () => {
  check(
    [
      "# Kubernetes 1.16",
      "## tl;dr",
      "- **Monday, July 1** - Release Cycle Begins",
      "- **Tuesday, July 30, EOD PST** - Enhancements Freeze",
      "- **Monday, September 9** - Docs must be completed and reviewed",
      "## Timeline",
      "| **What** | **Who** |**WHEN** | **WEEK** |",
      "| --- | --- | --- | --- |",
      "| 1.16 Release Cycle begins | Lead | Monday, July 01,  2019 | Week 1 |",
      "| Code Freeze | Lead | Thursday, August 29th, 2019 | Week 9",
      "| Docs Last Call | Lead | Friday, September 13th. 2019 | Week 11 |",
      "| 1.16.0 Released | Lead | Wednesday, September 18, 2019 | Week 12",
    ],
    {
      release: "1.16",
      dates: {
        start: "2019-07-01",
        enhancements_freeze: "2019-07-30",
        code_freeze: "2019-08-29",
        docs_freeze: "2019-09-09",
        release: "2019-09-18",
      },
      conflicts: { docs_freeze: ["2019-09-09", "2019-09-13"] },
    },
  );
});

it("1.17 to 1.23: one column for the day, cells that slide, times beside the event", () => {
  check(
    [
      "---",
      'title: "Kubernetes 1.20 Release Information"',
      "---",
      "# Kubernetes 1.21",
      "2020 has been a long year.",
      "## TL;DR",
      "- **Monday, January 11th**: Week 1 - Release cycle begins",
      "- **Thursday, April 8th**: Week 13 - Kubernetes v1.21.0 released",
      "## Timeline",
      "| **What** | **Who** | **When** | **WEEK** | **CI SIGNAL** |",
      "|---|---|---|---|---|",
      "| Team finalized | Lead | Fri December 18 | week 0 | |",
      "| Start of Release Cycle | Lead | Mon January 11 | week 1 | [master-blocking] |",
      "| Start Enhancements Tracking | Lead | Tue 12 | |",
      "| **Begin [Enhancements Freeze]** (23:59 PST) | Lead | Tue, February  9 | week 5 | |",
      "| KubeCon EU | May 4-7 | [1.21-blocking] |",
      "| **Call for [Exceptions][Exception]** | Lead | Mon March 1 |",
      "| **Begin [Code Freeze]** (EOD PST) | Lead | Tues March 9 | week 9 | |",
      "| **[Test Freeze]** (18:00 PST) | Lead | Weds March 24 | week 10 | |",
      "| **v1.21.0 released** | Lead | Thur April 8 | [1.21-blocking] | |",
      "| **[Code Thaw]** (EOD PST) | Lead | TBD | TBD | |",
    ],
    {
      release: "1.21",
      dates: {
        start: "2021-01-11",
        enhancements_freeze: "2021-02-09",
        code_freeze: "2021-03-09",
        test_freeze: "2021-03-24",
        release: "2021-04-08",
      },
      instants: {
        enhancements_freeze: "2021-02-10T07:59:00Z",
        test_freeze: "2021-03-25T01:00:00Z",
      },
      days: {
        team_finalized: "2020-12-18",
        start_enhancements_tracking: "2021-01-12",
        kubecon_eu: "2021-05-04",
        code_freeze_end: undefined,
      },
      codes: ["year-inferred", "zone-differs", "week-differs"],
    },
  );
});

it("1.24 to 1.34: instants in several zones, links, one row for two freezes", () => {
  check(
    [
      "# Kubernetes 1.31",
      "## Major release cycle events",
      "- **Monday 13th May 2024** : Week 1 — Release cycle begins",
      "- **[02:00 UTC Friday 21st June 2024 / 18:00 PST Thursday 20th June 2024](https://a)(https://b)**: Week 6 — [Enhancements Freeze](x)",
      "- **Tuesday 13th August 2024**: Week 14 — Kubernetes",
      "  v1.31.0 released",
      "## Timeline",
      "| **What** | **Who** | **When** | **Week** | **Release Signal** |",
      "|-------|---|----|----|-----|",
      "| **Begin [Enhancements Freeze][Enhancements Freeze** | Lead | [02:00 UTC Friday 21st June 2024 / 19:00 PDT Thursday 20th June 2024](https://a) | week 6 |",
      "| Brace Yourself, Code Freeze is Coming | Comms | Monday 15th July 2024 | week 10 |",
      "| **Begin [Code Freeze] and [Test Freeze]** | Lead | 02:00 UTC Wednesday 24th July 2024 / 19:00 PDT Tuesday 23rd July 2024 | week 11 |",
      "| **[Docs Freeze]** | Lead | Tuesday 6th August2024 | week 13 |",
      "| **v1.31.0 released** | Lead | Tuesday 13th August | week 14 | | | week 15 |",
    ],
    {
      release: "1.31",
      dates: {
        start: "2024-05-13",
        enhancements_freeze: "2024-06-20",
        code_freeze: "2024-07-23",
        test_freeze: "2024-07-23",
        docs_freeze: "2024-08-06",
        release: "2024-08-13",
      },
      instants: {
        enhancements_freeze: "2024-06-21T02:00:00Z",
        code_freeze: "2024-07-24T02:00:00Z",
        test_freeze: "2024-07-24T02:00:00Z",
      },
      codes: ["zone-differs"],
    },
  );
});

it("1.35 on: anywhere on Earth; two statements that differ by an hour only", () => {
  check(
    [
      "# Kubernetes v1.36",
      "## Summary",
      "- **Wednesday 18th March 2026 (AoE) / Thursday 19th March 2026, 13:00 UTC**: Week 10 — [Code Freeze][Code Freeze] and [Test Freeze][Test Freeze]",
      "> Example: Thursday, Oct 16 (AoE) is Friday, Oct 17 at 12:00 UTC.",
      "| **What** | **Who** | **When** | **Week** | **Release Signal** |",
      "|---|---|---|---|---|",
      "| **Begin [Code Freeze] and [Test Freeze]** | Lead | Wednesday 18th March 2026 (AoE) / Thursday 19th March 2026, 12:00 UTC | week 10 | |",
      "| **v1.36.0 released** | Lead | Wednesday 22nd April 2026 | week 15 | |",
    ],
    {
      release: "1.36",
      dates: { code_freeze: "2026-03-18", test_freeze: "2026-03-18", release: "2026-04-22" },
      instants: { code_freeze: "2026-03-19T12:00:00Z", test_freeze: "2026-03-19T12:00:00Z" },
      conflicts: {
        code_freeze: ["2026-03-19T12:00:00Z", "2026-03-19T13:00:00Z"],
        test_freeze: ["2026-03-19T12:00:00Z", "2026-03-19T13:00:00Z"],
      },
      codes: ["zone-differs"],
    },
  );
});
