import { describe, expect, it } from "vitest";
import { mentionLine, withLinks, type LinkForm } from "../../../src/post/quiet.ts";
import { anEvent } from "../../builders/snapshot.ts";

/** Ends with 12 November 2020 in US Pacific: at 07:59 UTC of the 13th. */
const freeze = anEvent({ id: "test-freeze", date: "2020-11-12" });
const alice = { login: "alice", freeze: "test-freeze", days: 3 };

describe("who is mentioned", () => {
  function check(asOf: string, expected: string, wanted = [alice]): void {
    expect(mentionLine(wanted, [freeze], asOf)).toBe(expected);
  }

  it("are those of the list, in the last days before their freeze only", () => {
    check("2020-10-22T08:00:00Z", "");
    check("2020-11-09T07:00:00Z", "");
    check("2020-11-09T09:00:00Z", "Freezes ahead: @alice (test-freeze: 3 days left)");
    check("2020-11-12T07:00:00Z", "Freezes ahead: @alice (test-freeze: 1 day left)");
    check("2020-11-13T07:00:00Z", "Freezes ahead: @alice (test-freeze: less than a day left)");
    check("2020-11-13T08:00:00Z", "");
    check("2020-12-01T08:00:00Z", "");
  });

  it("are none without a list, and none whose freeze nobody knows", () => {
    check("2020-11-12T07:00:00Z", "", []);
    check("2020-11-12T07:00:00Z", "", [{ ...alice, freeze: "docs-freeze" }]);
  });

  it("each have their own number of days", () => {
    const team = { login: "acme/docs", freeze: "test-freeze", days: 0 };
    check("2020-11-11T09:00:00Z", "Freezes ahead: @alice (test-freeze: 1 day left)", [alice, team]);
    check(
      "2020-11-12T09:00:00Z",
      "Freezes ahead: @alice (test-freeze: less than a day left), @acme/docs (test-freeze: less than a day left)",
      [alice, team],
    );
  });
});

describe("links to GitHub", () => {
  function check(form: LinkForm, markdown: string, expected: string): void {
    expect(withLinks(markdown, form)).toBe(expected);
  }

  it("go by way of another host, in all forms that we write", () => {
    check(
      "redirect",
      "[a](https://github.com/o/r/pull/1)",
      "[a](https://redirect.github.com/o/r/pull/1)",
    );
    check("www", "<https://github.com/o/r/issues/1>", "<https://www.github.com/o/r/issues/1>");
    check(
      "redirect",
      "[1]: https://github.com/o/r/pull/1",
      "[1]: https://redirect.github.com/o/r/pull/1",
    );
  });

  it("are left as they are where the plan wants them plain", () => {
    check("plain", "[a](https://github.com/o/r/pull/1)", "[a](https://github.com/o/r/pull/1)");
  });

  it("alone: what only looks like one is no link", () => {
    for (const text of [
      "[a](https://github.community/o)",
      "https://github.com/o",
      "[a](https://gist.github.com/o)",
    ]) {
      check("redirect", text, text);
    }
  });
});
