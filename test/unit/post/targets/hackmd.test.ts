import { afterAll, beforeEach, expect, test } from "vitest";
import type { Deck } from "../../../../src/domain/deck.ts";
import { aDeck, aSlide, aText, aTitleSlide } from "../../../builders/deck.ts";
import { startDesk, type Desk, type Posted } from "../../../builders/posting-elsewhere.ts";
import { readAsGithub } from "../../../oracles/github-markdown.ts";
import { hackmdToken, startHackmd } from "../../../servers/hackmd.ts";
import { faults } from "../../../servers/http.ts";

const hackmd = await startHackmd();
afterAll(() => hackmd.close());

const note = "notes/AbCdEf12";
const entry = `{ to: hackmd, host: "${hackmd.host}", note: AbCdEf12 }`;
const people = "# Agenda\n\n- something that people wrote\n";

let desk: Desk;

beforeEach(() => {
  hackmd.web.calm();
  hackmd.notes.clear();
  hackmd.notes.set(note, { content: people, readPermission: "signed_in" });
  hackmd.web.forget();
  desk = startDesk();
});

function deckOf(text: string): Deck {
  const blocks = [{ kind: "paragraph", inlines: [aText(text)] }] as const;
  return aDeck({ slides: [aTitleSlide(), aSlide({ blocks })] });
}

function post(posted: Partial<Posted> = {}) {
  const secrets = { HACKMD_TOKEN: hackmdToken };
  return desk.post({ deck: deckOf("19 of 30 written"), entry, secrets, ...posted });
}

const content = (path = note) => hackmd.notes.get(path)?.content ?? "";
const writes = () => hackmd.web.arrivals.filter(({ method }) => method === "PATCH").length;

test("stands behind what people wrote, once, and is edited in its place", async () => {
  expect(await post()).toMatchObject({
    writes: [{ kind: "update" }],
    posts: [{ id: "AbCdEf12", url: expect.stringContaining("https://hackmd.io/") }],
  });
  expect(content().startsWith(people)).toBe(true);
  expect(content()).toContain("19 of 30 written");
  expect(await post()).toMatchObject({ writes: [] });
  hackmd.notes.set(note, { content: `${content()}\n\nbelow\n`, readPermission: "signed_in" });
  await post({ deck: deckOf("24 of 30 written") });
  expect(content()).toMatch(/^# Agenda[^]*24 of 30 written[^]*-->\n\nbelow\n$/);
  expect(content()).not.toContain("19 of 30");
  expect(writes()).toBe(2);
});

test("is refused where somebody has written into it", async () => {
  await post();
  const changed = content().replace("19 of 30", "30 of 30");
  hackmd.notes.set(note, { content: changed, readPermission: "signed_in" });
  const { failure } = await post({ deck: deckOf("24 of 30 written") });
  expect(failure).toMatchObject({ name: "PostError", code: "region-damaged" });
  expect(content()).toBe(changed);
});

test.each(["reset", "502 page", "cut, length known", "429 with seconds"] as const)(
  "stands there once where an answer is lost: %s",
  async (fault) => {
    for (let at = 0; at < 3; at += 1) {
      desk = startDesk();
      hackmd.notes.set(note, { content: people, readPermission: "signed_in" });
      hackmd.web.queueAfter(at, faults[fault]);
      await post();
      expect(content().split("19 of 30 written")).toHaveLength(2);
    }
  },
);

test("a note of a team has its own address", async () => {
  hackmd.notes.set("teams/sig/notes/AbCdEf12", { content: "", readPermission: "owner" });
  await post({ entry: entry.replace(" }", ", team: sig }") });
  expect(content("teams/sig/notes/AbCdEf12")).toContain("19 of 30 written");
  expect(content()).toBe(people);
});

test("a note that everybody can read takes no facts of private repositories", async () => {
  hackmd.notes.set(note, { content: people, readPermission: "guest" });
  const { failure } = await post({ refs: ["acme/secret#1"] });
  expect(failure).toMatchObject({ code: "post-private" });
  expect(content()).toBe(people);
});

test("a note that is full is left alone", async () => {
  const full = "x".repeat(98_500);
  hackmd.notes.set(note, { content: full, readPermission: "owner" });
  expect((await post()).failure).toMatchObject({ code: "post-size" });
  expect(content()).toBe(full);
});

test.each([
  [{ HACKMD_TOKEN: "wrong1234567" }, "web-status"],
  [{}, "no-credential"],
] as const)("without the right token nothing is posted", async (secrets, code) => {
  expect((await post({ secrets })).failure).toMatchObject({ code });
  expect(content()).toBe(people);
});

test("texts notify nobody there", async () => {
  await post({ deck: deckOf("@everyone #1 fixes kubernetes/kubernetes#2 <img src=x>") });
  expect(readAsGithub(content().replace(/<!-- release-deck .*-->/g, "")).findings).toEqual([]);
});
