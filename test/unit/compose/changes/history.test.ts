import { describe, it } from "vitest";
import { checkChanges as check, rows } from "../../../builders/changed-slides.ts";
import { aCoverage, aRelease, aSource } from "../../../builders/snapshot.ts";

describe("restated history", () => {
  const before = { snapshot: { coverage: rows(0) } };
  const compared =
    "Compared: The deck of that day, 22 October 2020; The deck of that day, 22 October 2020";

  it("tells rows that changed alike as one", () => {
    check(
      "changes-history",
      { before, now: { snapshot: { coverage: rows(1) } } },
      "3 figures were restated after the fact: this is not progress",
      "- 1.14 to 1.16: tested +1 each, 70 to 71 … 80 to 81",
      "- 1.20: tested +1 of the step from 200 to 201, not by its own tests",
      compared,
    );
  });

  it("tells the release's own row once it is done, and of what the exports were", () => {
    const later = aCoverage({
      releases: [aRelease({ tested: 190, total: 400 }), aRelease({ release: "1.21" })],
    });
    const sources = [aSource({ commit: "6353b886aa", retrievedAt: "2022-12-15T00:00:00Z" })];
    check(
      "changes-history",
      { before, now: { snapshot: { coverage: later, sources } } },
      "2 figures were restated after the fact: this is not progress",
      "- 1.20: tested −10, 200 to 190, after the release was done",
      "- 1.20: total −18, 418 to 400, after the release was done",
      "Compared: The deck of that day, 22 October 2020; export 6353b88, 15 December 2022",
    );
  });

  it("tells a row that changed alone by itself", () => {
    const now = rows(0);
    const [first, ...others] = now.releases;
    const changed = { ...now, releases: [{ ...first, tested: 60 }, ...others] } as typeof now;
    check(
      "changes-history",
      { before, now: { snapshot: { coverage: changed } } },
      "1 figure was restated after the fact: this is not progress",
      "- 1.14: tested −10, 70 to 60",
      compared,
    );
  });

  it("tells flaps apart", () => {
    check(
      "changes-history",
      { before, now: { snapshot: { coverage: rows(1) } }, older: { coverage: rows(1) } },
      "Figures that flap: off by one and back",
      "- 1.20: tested +1 of the step from 200 to 201, not by its own tests",
      "Off by one and back",
      "- 1.14: tested +1, 70 to 71",
      "- 1.15: tested +1, 75 to 76",
      "- 1.16: tested +1, 80 to 81",
      compared,
    );
  });
});
