/** Release calendars since 2019, each form by a small document that is nobody's. */
import { it } from "vitest";
import { checkCalendar as check } from "../../../builders/calendar-check.ts";

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
