/** People are notified only where the plan lists them, and only in the last days before their freeze. */
import { expect, test } from "vitest";
import { anEvent, aTimeline } from "../../../builders/snapshot.ts";
import { readAsGithub } from "../../../oracles/github-markdown.ts";
import { bodies, issue, mutations, run, start } from "./issue.ts";

const mention = ", mention: [{ login: alice, freeze: code-freeze, days: 3 }]";
const timeline = aTimeline({ events: [anEvent({ id: "code-freeze", date: "2020-11-12" })] });
/** The report names people; the renderer writes them so that nobody is notified. */
const markdown = "# v1.20\n\nBy \\@\u200Bbob.\n";

function post(asOf: string, more = mention) {
  return run({ post: [issue(more)], asOf, timeline, markdown });
}

/** Who is notified by the comments, as GitHub reads them. */
function notified(): readonly string[] {
  const inner = bodies().map((body) => body.replace(/<!-- .* -->/g, ""));
  return inner.flatMap((body) => readAsGithub(body).findings);
}

test("within the days before the freeze, those of the list; edited once when they are due, and when it is over", async () => {
  await start();
  await post("2020-10-22T08:00:00Z");
  expect(notified()).toEqual([]);
  const [due] = await post("2020-11-10T08:00:00Z");
  expect(due?.writes).toMatchObject([{ kind: "update" }]);
  expect(notified()).toEqual(["mention: @alice (code-freeze: 2 days left)"]);
  expect((await post("2020-11-10T08:00:00Z"))[0]?.writes).toEqual([]);
  await post("2020-11-20T08:00:00Z");
  expect(notified()).toEqual([]);
  expect(bodies()).toHaveLength(1);
  expect(mutations()).toBe(3);
});

test("without a list nobody, however near the freeze is", async () => {
  await start();
  await post("2020-11-12T08:00:00Z", "");
  expect(notified()).toEqual([]);
});
