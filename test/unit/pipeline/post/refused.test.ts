/** Places that take no post, and reports that must not go there. */
import { describe, expect, test } from "vitest";
import { commentsOf } from "../../../servers/github/mutations.ts";
import type { Thing } from "../../../servers/github/world.ts";
import { bodies, failureOf, github, issue, mutations, run, start, subject } from "./issue.ts";

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

  const startTwo = (kit: Partial<Thing> = {}) => start({}, kit, secret);

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
