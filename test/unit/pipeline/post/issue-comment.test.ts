/** A report as comments under an issue, on a GitHub of the real schema. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PostError } from "../../../../src/domain/errors.ts";
import { anIssue, aPull, aRepository, aWorld } from "../../../builders/github-world.ts";
import { post, type Posting } from "../../../builders/posting.ts";
import * as faults from "../../../servers/github/faults.ts";
import { commentsOf } from "../../../servers/github/mutations.ts";
import { startGitHub, type GitHubServer } from "../../../servers/github/server.ts";
import type { Thing, WorldItem } from "../../../servers/github/world.ts";

let github: GitHubServer;
let data = "";

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "release-deck-post-"));
});

afterEach(async () => {
  await github.close();
  rmSync(data, { recursive: true });
});

async function start(fields: Partial<WorldItem> = {}, repository: Partial<Thing> = {}) {
  const items = [aPull(), anIssue(fields), discussion];
  github = await startGitHub(aWorld(aRepository({ items, ...repository })));
}

const discussion = {
  __typename: "Discussion",
  number: 3,
  title: "Updates",
} as const satisfies WorldItem;

/** Posts to issue 2 of the world. */
function run(fields: Partial<Posting> = {}) {
  return post({ data, post: [issue()], markdown: "# v1.20\n\nOn track.\n", ...fields });
}

function issue(more = ""): string {
  return `{ to: github-issue, repo: acme/kit, number: 2, host: "${github.host}"${more} }`;
}

function subject(ref = "acme/kit#2"): Thing {
  const found = github.known.items.get(ref);
  if (found === undefined) throw new Error(`there is no ${ref}`);
  return found;
}

function bodies(ref?: string): readonly string[] {
  return commentsOf(subject(ref)).map(({ body }) => String(body));
}

function mutations(): number {
  return github.requests().filter(({ question }) => question.query.startsWith("mutation")).length;
}

function ledger(): readonly { state: string; posts: { id: string; url: string }[] }[] {
  const folder = join(data, "posts", "v1.20");
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return names.map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as never);
}

async function failureOf(fields: Partial<Posting> = {}): Promise<PostError> {
  const [result] = await run(fields);
  if (result?.failure === undefined) throw new Error("it was posted");
  return result.failure as PostError;
}

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
        ? comment(`${marked(1, "0".repeat(64))}`, "monalisa", index)
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

describe("an answer that is lost", () => {
  const kinds = {
    "502": faults.badGateway,
    "504": faults.gatewayTimeout,
    "something went wrong": faults.somethingWrong,
    reset: faults.reset,
    "cut off": faults.cutOff,
    empty: faults.empty,
    truncated: faults.truncated,
    "a page": faults.loginPage,
    "bad UTF-8": faults.badUtf8,
    "rate limit": faults.rateLimited("RATE_LIMITED", 1_700_000_000),
    "secondary limit": faults.secondaryLimit(403, "1"),
  };
  const cases = Object.entries(kinds).flatMap(([name, fault]) =>
    [1, 2, 3, 4].flatMap((request) =>
      (["at", "unheard"] as const).map((when) => ({ name, fault, request, when })),
    ),
  );
  test.each(cases)("$name, request $request, $when: one post", async ({ fault, request, when }) => {
    await start();
    github.faults[when](request, fault);
    const [result] = await run();
    expect(result?.failure).toBeUndefined();
    expect(bodies()).toHaveLength(1);
    expect(ledger()).toHaveLength(1);
    expect(await run()).toMatchObject([{ writes: [] }]);
  });

  test("for good, it is said so, and a later run ends with one post", async () => {
    await start();
    github.faults.from(2, faults.badGateway);
    const failure = await failureOf();
    expect(failure.name).toMatch(/PostError|SourceError/);
    github.faults.clear();
    await run();
    expect(bodies()).toHaveLength(1);
    expect(ledger()).toHaveLength(1);
  });
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
    expect(await run({ markdown: long })).toMatchObject([{ writes: [] }]);
    expect(mutations()).toBe(4);
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
    expect(await run({ markdown: long })).toMatchObject([
      { writes: [{ kind: "create", title: "comment 2 of 4" }] },
    ]);
    expect(await run({ markdown: long })).toMatchObject([{ writes: [] }]);
  });
});

describe("places that take no post", () => {
  test("locked", async () => {
    await start({ locked: true });
    expect((await failureOf()).message).toContain("locked");
  });

  test("archived", async () => {
    await start({}, { isArchived: true });
    expect((await failureOf()).message).toContain("archived");
  });

  test("not there", async () => {
    await start();
    const post = [issue().replace("number: 2", "number: 9")];
    expect((await failureOf({ post })).message).toContain("acme/kit#9");
  });

  test("moved elsewhere", async () => {
    await start({ transferredTo: "acme/kit#1" });
    expect((await failureOf()).name).toBe("PostError");
    expect(mutations()).toBe(0);
  });

  test("posted with another credential before", async () => {
    await start();
    await run();
    const [own] = commentsOf(subject());
    (own as Record<string, unknown>)["author"] = { __typename: "User", login: "robot" };
    expect((await failureOf()).message).toContain("another credential");
  });
});

describe("facts of repositories that are not public", () => {
  const refs = ["acme/kit#1", "acme/secret#7", "acme/gone#8"];
  const secret = { nameWithOwner: "acme/secret", isPrivate: true, items: [] };

  async function startTwo(kit: Partial<Thing> = {}) {
    const items = [aPull(), anIssue()];
    github = await startGitHub(aWorld(aRepository({ items, ...kit }), secret));
  }

  test("stay out of a public place, with both named", async () => {
    await startTwo();
    const failure = await failureOf({ refs, host: github.host });
    expect(failure).toMatchObject({ name: "PostError", code: "post-private" });
    expect(failure.message).toContain("acme/secret");
    expect(failure.message).toContain("acme/kit#2");
    expect(mutations()).toBe(0);
  });

  test("nor does what nobody can see go there", async () => {
    await startTwo();
    const failure = await failureOf({ refs: ["acme/kit#1", "acme/gone#8"], host: github.host });
    expect(failure.message).toContain("acme/gone");
  });

  test("go where the plan says so, and into places that are not public either", async () => {
    await startTwo();
    const allowed = [issue(", allowPrivate: true")];
    await run({ refs, host: github.host, post: allowed });
    expect(bodies()).toHaveLength(1);
    await github.close();
    await startTwo({ isPrivate: true });
    await run({ refs, host: github.host });
    expect(bodies()).toHaveLength(1);
  });

  test("public ones hold nothing up", async () => {
    await startTwo();
    await run({ refs: ["acme/kit#1"], host: github.host });
    expect(bodies()).toHaveLength(1);
  });
});
