/** A report that one comment does not hold. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Fault } from "../../../servers/github/faults.ts";
import { commentsOf } from "../../../servers/github/mutations.ts";
import { bodies, github, ledger, mutations, run, start, subject } from "./issue.ts";

/** An answer that holds comments. */
interface Pages {
  readonly data: { readonly repository: { readonly thread: { comments: { nodes: object[] } } } };
}

describe("a long report", () => {
  const long = ["# v1.20", ...Array.from({ length: 40 }, (_, index) => sectionOf(index))].join(
    "\n\n",
  );
  function sectionOf(index: number, mark = "x"): string {
    const rows = Array.from({ length: 50 }, (_, row) => `| ${row} | ${mark.repeat(90)} |`);
    return [`## Section ${index}\n\n| A | B |\n| --- | --- |`, ...rows].join("\n");
  }

  test("of 200 kB is one post and its follow-ups; the next run edits nothing", async () => {
    expect(long.length).toBeGreaterThan(200_000);
    await start();
    const [first] = await run({ markdown: long });
    expect(first?.posts.length).toBe(4);
    expect(bodies().every((body) => body.length <= 60_000)).toBe(true);
    const made = mutations();
    expect(await run({ markdown: long })).toMatchObject([{ writes: [], posts: first?.posts }]);
    expect(mutations()).toBe(made);
    expect(ledger()).toHaveLength(1);
  });

  test("leads from the first post to its follow-ups and back, once they are there", async () => {
    await start();
    const looked = await run({ markdown: long, isForReal: false });
    expect(looked[0]?.writes[0]?.after).toContain("\n\n*Continued in 3 more posts.*\n\n");
    const [result] = await run({ markdown: long });
    expect(result?.writes.map(({ kind }) => kind)).toEqual([
      "create",
      "create",
      "create",
      "create",
      "update",
      "update",
      "update",
      "update",
    ]);
    const urls = commentsOf(subject()).map(({ url }) =>
      String(url).replace("//github.com/", "//redirect.github.com/"),
    );
    const [first = "", ...others] = bodies();
    const links = urls.slice(1).map((url, index) => `[${index + 2}](${url})`);
    expect(first).toContain(`\n\n*Continued in ${links.join(", ")}.*\n\n`);
    expect(others).toHaveLength(3);
    for (const body of others) {
      expect(body).toContain(`\n\n*Continued from [the first post](${urls[0]}).*\n\n`);
    }
  });

  test("by two runs at once, from two machines, is one post and its follow-ups", async () => {
    await start();
    const other = mkdtempSync(join(tmpdir(), "release-deck-post-"));
    const results = await Promise.all([
      run({ markdown: long }),
      run({ markdown: long, data: other }),
    ]);
    expect(results.flat().flatMap(({ failure }) => failure ?? [])).toEqual([]);
    expect(bodies()).toHaveLength(4);
    expect(await run({ markdown: long })).toMatchObject([{ writes: [] }]);
    expect(await run({ markdown: long, data: other })).toMatchObject([{ writes: [] }]);
    rmSync(other, { recursive: true });
  });

  test("does not post again what the place does not show yet", async () => {
    await start();
    const hidden: Fault = (good) => {
      const body = JSON.parse(String(good.body)) as Pages;
      const { comments } = body.data.repository.thread;
      comments.nodes = comments.nodes.slice(0, 2);
      return { ...good, body: JSON.stringify(body) };
    };
    // One look, four posts, and a look that shows two of them.
    github.faults.at(6, hidden);
    const [result] = await run({ markdown: long });
    expect(result?.failure).toBeUndefined();
    expect(result?.posts).toHaveLength(4);
    expect(result?.writes.filter(({ kind }) => kind !== "update")).toHaveLength(4);
    expect(bodies()).toHaveLength(4);
    await run({ markdown: long });
    expect(bodies()).toHaveLength(4);
    expect(await run({ markdown: long })).toMatchObject([{ writes: [] }]);
  });

  test("changed in one section, one post is edited; shorter, what is too much goes", async () => {
    await start();
    await run({ markdown: long });
    const changed = long.replace(sectionOf(39), sectionOf(39, "y"));
    expect(await run({ markdown: changed })).toMatchObject([{ writes: [{ kind: "update" }] }]);
    await run();
    expect(bodies()).toHaveLength(1);
  });

  test("of which a part is deleted is repaired", async () => {
    await start();
    await run({ markdown: long });
    (subject() as Record<string, unknown>)["comments"] = commentsOf(subject()).toSpliced(1, 1);
    const [{ writes } = { writes: [] }] = await run({ markdown: long });
    expect(writes.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
      "update comment 1 of 4",
      "create comment 2 of 4",
      // Where it stands now.
      "update comment 1 of 4",
    ]);
    expect(bodies()).toHaveLength(4);
    expect(await run({ markdown: long })).toMatchObject([{ writes: [] }]);
  });
});
