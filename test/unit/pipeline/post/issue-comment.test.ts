/** A report as comments under an issue. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commentsOf } from "../../../servers/github/mutations.ts";
import type { Thing } from "../../../servers/github/world.ts";
import {
  bodies,
  data,
  failureOf,
  github,
  ledger,
  mutations,
  run,
  start,
  subject,
} from "./issue.ts";

function comment(body: string, login: string, index: number): Thing {
  return {
    __typename: "IssueComment",
    id: `IC_old_${index}`,
    url: `https://github.com/acme/kit/issues/2#issuecomment-old-${index}`,
    body,
    author: { __typename: "User", login },
  };
}

const marked = (part: number, hash: string) =>
  `<!-- release-deck begin report=v1.20 part=${part} sha256=${hash} -->`;

test("one comment, found again and left alone; the ledger knows it", async () => {
  await start();
  const [first] = await run();
  expect(first?.failure).toBeUndefined();
  expect(bodies()).toHaveLength(1);
  expect(bodies()[0]).toContain("\n\n# v1.20\n\nOn track.\n\n");
  const requests = github.requests().length;
  const [again] = await run();
  expect(again).toMatchObject({ writes: [], posts: first?.posts });
  expect(mutations()).toBe(1);
  expect(github.requests().length - requests).toBe(1);
  expect(ledger()).toMatchObject([{ state: "published", posts: [{ part: 1 }] }]);
  expect(ledger()[0]?.posts[0]).toMatchObject({ url: first?.posts[0]?.url });
});

test("a look changes nothing and shows the exact text", async () => {
  await start();
  const [result] = await run({ isForReal: false });
  expect(mutations()).toBe(0);
  expect(result?.writes).toMatchObject([{ kind: "create", title: "comment", before: "" }]);
  await run();
  expect(bodies()).toEqual([result?.writes[0]?.after]);
});

test("a new report is written over the old one", async () => {
  await start();
  await run();
  const [result] = await run({ markdown: "# v1.20\n\nOff track.\n" });
  expect(result?.writes).toMatchObject([{ kind: "update" }]);
  expect(result?.writes[0]?.diff).toContain("- On track.\n+ Off track.");
  expect(bodies()).toHaveLength(1);
  expect(bodies()[0]).toContain("Off track.");
  expect(ledger()).toHaveLength(2);
});

describe("the mark", () => {
  const crowd = (own: number | undefined) =>
    Array.from({ length: 250 }, (_, index) =>
      index === own
        ? comment(marked(1, "0".repeat(64)), "monalisa", index)
        : comment(`talk ${index}`, index % 2 === 0 ? "monalisa" : "alice", index),
    );

  test("on the third page of 250 comments is found", async () => {
    await start({ comments: crowd(undefined) });
    await run();
    const talk = commentsOf(subject());
    // The report is now among the others.
    (subject() as Record<string, unknown>)["comments"] = [
      ...talk.slice(0, 230),
      ...talk.slice(250),
      ...talk.slice(230, 250),
    ];
    rmSync(join(data, "posts"), { recursive: true });
    const [again] = await run();
    expect(again?.writes).toEqual([]);
    expect(mutations()).toBe(1);
    expect(ledger()).toHaveLength(1);
  });

  test("forged by others is none of ours", async () => {
    await start();
    await run();
    const [real = ""] = bodies();
    const forged = [real, marked(1, "0".repeat(64)), `${real}\n${real}`].map((body, index) =>
      comment(body, "mallory", index),
    );
    (subject() as Record<string, unknown>)["comments"] = forged;
    rmSync(join(data, "posts"), { recursive: true });
    const [again] = await run();
    expect(again?.writes).toMatchObject([{ kind: "create" }]);
    expect(bodies().slice(0, 3)).toEqual(forged.map(({ body }) => body));
  });

  test("of another report in the same place is none of ours", async () => {
    await start({
      comments: [comment(marked(1, "0".repeat(64)).replace("v1.20", "v1.19"), "monalisa", 0)],
    });
    await run();
    expect(bodies()).toHaveLength(2);
  });
});

describe("what people do to it", () => {
  test("deleted, it is made again", async () => {
    await start();
    await run();
    (subject() as Record<string, unknown>)["comments"] = [];
    const [again] = await run();
    expect(again?.writes).toMatchObject([{ kind: "create" }]);
    expect(bodies()).toHaveLength(1);
    expect(ledger()).toHaveLength(2);
  });

  test("what they add around it stays, byte for byte", async () => {
    await start();
    await run();
    edit((body) => `Dear all,\r\n\r\n${body}\r\n\r\n-- the chairs  `);
    await run({ markdown: "# v1.20\n\nOff track.\n" });
    const [body = ""] = bodies();
    expect(body.startsWith("Dear all,\r\n\r\n<!-- ")).toBe(true);
    expect(body.endsWith("-->\r\n\r\n-- the chairs  ")).toBe(true);
    expect(body).toContain("Off track.");
  });

  test("line ends that a browser changes are no change", async () => {
    await start();
    await run();
    edit((body) => body.replaceAll("\n", "\r\n"));
    expect(await run()).toMatchObject([{ writes: [] }]);
  });

  test("its marks taken out, the text is theirs and the report comes below it", async () => {
    await start();
    await run();
    edit(() => "Notes of the meeting");
    await run();
    expect(bodies()).toHaveLength(1);
    expect(bodies()[0]).toMatch(/^Notes of the meeting\n\n<!-- release-deck begin/);
  });

  const damages: readonly (readonly [string, (body: string) => string, string])[] = [
    ["a changed word", (body) => body.replace("On track", "On a track"), "changed what is between"],
    ["no first mark", (body) => body.slice(body.indexOf("#")), "first mark"],
    ["no last mark", (body) => body.slice(0, body.lastIndexOf("<!--")), "last mark"],
    ["twice", (body) => `${body}\n${body}`, "more than once"],
    ["a bent mark", (body) => body.replace("part=1", "part=one"), "mark"],
  ];
  test.each(damages)("damaged by %s it is left alone, and shown", async (_, damage, why) => {
    await start();
    await run();
    edit(damage);
    const [before] = bodies();
    const failure = await failureOf();
    expect(failure).toMatchObject({ name: "PostError", code: "region-damaged" });
    expect(failure.message).toContain(why);
    expect(failure.diff).not.toBe("");
    expect(bodies()).toEqual([before]);
    expect(mutations()).toBe(1);
  });

  function edit(change: (body: string) => string): void {
    const [own] = commentsOf(subject());
    (own as Record<string, unknown>)["body"] = change(String(own?.["body"]));
  }
});

test("two runs at once, from two machines: the older post stays, the younger goes", async () => {
  await start();
  const other = mkdtempSync(join(tmpdir(), "release-deck-post-"));
  const results = await Promise.all([run(), run({ data: other })]);
  expect(results.flat().flatMap(({ failure }) => failure ?? [])).toEqual([]);
  expect(bodies()).toHaveLength(1);
  expect(await run()).toMatchObject([{ writes: [] }]);
  expect(await run({ data: other })).toMatchObject([{ writes: [] }]);
  rmSync(other, { recursive: true });
});

test("two runs at once, in one folder: one post", async () => {
  await start();
  await Promise.all([run(), run(), run()]);
  expect(mutations()).toBe(1);
  expect(ledger()).toHaveLength(1);
});
