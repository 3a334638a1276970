import { expect, it } from "vitest";
import { fillIn } from "../../../src/compose/narrative.ts";
import { viewOf } from "../../../src/compose/view.ts";
import { assessed } from "../../builders/assessment.ts";
import { aCoverage, aSnapshot } from "../../builders/snapshot.ts";

const assessment = assessed({ snapshot: aSnapshot({ coverage: aCoverage() }) });
const link = (text: string) => `[${text}](<https://example.org/deck>)`;

/** People's Markdown with the numbers filled in. */
function check(markdown: string, expected: string): void {
  expect(fillIn(viewOf(assessment), markdown)).toBe(expected);
}

it("fills in numbers, each a link to its source where it has one", () => {
  check("{{KR1.goal}} and {{ coverage.1.20.percent }} %", `30 and ${link("62.92")} %`);
});

it("puts no link into the text of a link", () => {
  check("[{{coverage.1.20.total}} endpoints](https://x.y)", "[418 endpoints](https://x.y)");
  check("[a](https://x.y) {{coverage.1.20.total}}", `[a](https://x.y) ${link("418")}`);
  check("[a\n{{coverage.1.20.total}}", `[a\n${link("418")}`);
});

it("says of what is not known that it is not", () => {
  check("{{KR2.frontier}}", "unknown");
});
