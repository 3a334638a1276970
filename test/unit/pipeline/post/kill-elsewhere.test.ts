/** Killed at any request of a post to Slack, HackMD or a mail server, then run again: exactly one post. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execPath } from "node:process";
import { simpleParser } from "mailparser";
import { afterAll, describe, expect, test } from "vitest";
import { bundled } from "../../../builders/bundled.ts";
import { aDeck, aSlide, aText, aTitleSlide } from "../../../builders/deck.ts";
import { startDesk, type Desk, type Posted } from "../../../builders/posting-elsewhere.ts";
import { hackmdToken, startHackmd } from "../../../servers/hackmd.ts";
import { slackChannel, slackToken, startSlack } from "../../../servers/slack.ts";
import { startMail } from "../../../servers/smtp.ts";
import type { Trap, Trapped } from "../../../servers/trap.ts";
import { hasStrace } from "../../effects/strace.ts";
import { killAtEveryCall, runTraced } from "./traced.ts";

const programs = mkdtempSync(join(tmpdir(), "release-deck-poster-"));
afterAll(() => rmSync(programs, { recursive: true }));
const poster = await bundled(join(import.meta.dirname, "deck-poster.ts"), programs);
const environment = { PATH: process.env["PATH"] ?? "" };

const paragraph = { kind: "paragraph", inlines: [aText("19 of 30 written")] } as const;
const deck = aDeck({ slides: [aTitleSlide(), aSlide({ blocks: [paragraph] })] });

/** A server with one place on it. */
interface PlaceServer {
  readonly entry: string;
  readonly secrets: Readonly<Record<string, string>>;
  readonly trap: Trapped;
  /** What stands there, told apart as readers do. */
  posts(): Promise<readonly string[]>;
  close(): Promise<void>;
}

const places: Readonly<Record<string, () => Promise<PlaceServer>>> = {
  async "slack (bot)"() {
    const slack = await startSlack();
    return {
      ...slack,
      entry: `{ to: slack, host: "${slack.host}", channel: ${slackChannel} }`,
      secrets: { SLACK_BOT_TOKEN: slackToken },
      posts: async () => slack.messages().map(({ blocks }) => JSON.stringify(blocks)),
    };
  },
  async hackmd() {
    const hackmd = await startHackmd();
    hackmd.notes.set("notes/AbCdEf12", { content: "# Ours\n", readPermission: "owner" });
    return {
      ...hackmd,
      entry: `{ to: hackmd, host: "${hackmd.host}", note: AbCdEf12 }`,
      secrets: { HACKMD_TOKEN: hackmdToken },
      posts: async () => {
        const [{ content } = { content: "" }] = hackmd.notes.values();
        return content.match(/<!-- release-deck begin/g) ?? [];
      },
    };
  },
  async email() {
    const mail = await startMail();
    return {
      ...mail,
      entry: "{ to: email, from: a@example.org, recipient: b@example.org, smtp: MAIL_SERVER }",
      secrets: { MAIL_SERVER: mail.url },
      // What is sent a second time is the same message, by its id.
      async posts() {
        const parsed = mail.deliveries.map(({ message }) => simpleParser(message));
        return [...new Set((await Promise.all(parsed)).map(({ messageId = "" }) => messageId))];
      },
    };
  },
};

/** What the poster is started with. */
function programFor({ data }: Desk, posted: Posted): readonly string[] {
  const file = join(data, "posting");
  writeFileSync(file, JSON.stringify({ ...posted, data }));
  return [poster, file];
}

/** Gives how it ended. */
async function postAndKill(
  desk: Desk,
  posted: Posted,
  { trap }: PlaceServer,
  at: Pick<Trap, "at" | "when">,
): Promise<number | string> {
  const program = programFor(desk, posted);
  const child = spawn(execPath, program, { env: environment, stdio: "ignore" });
  trap.set({ ...at, strike: () => void child.kill("SIGKILL") });
  const [code, signal] = (await once(child, "exit")) as [number | null, string | null];
  trap.set(undefined);
  return signal ?? code ?? "nothing";
}

async function checkRerun(desk: Desk, posted: Posted, place: PlaceServer) {
  const again = await desk.post(posted);
  expect(again.failure).toBeUndefined();
  expect(again.posts).toHaveLength(1);
  expect(await place.posts()).toHaveLength(1);
  expect(desk.ledger().at(-1)).toMatchObject({ state: "published", posts: again.posts });
  expect(await desk.post(posted)).toMatchObject({ writes: [], posts: again.posts });
  expect(await place.posts()).toHaveLength(1);
  expect(desk.ledger()).toHaveLength(1);
}

describe.each(Object.entries(places))("%s", (name, start) => {
  test("killed before and after every request", { timeout: 240_000 }, async () => {
    let killed = 0;
    for (const when of ["before", "after"] as const) {
      for (let at = 1; ; at += 1) {
        const [desk, place] = [startDesk(), await start()];
        const posted = { deck, entry: place.entry, secrets: place.secrets };
        const end = await postAndKill(desk, posted, place, { at, when });
        await checkRerun(desk, posted, place);
        await place.close();
        if (end === "SIGKILL") killed += 1;
        else break;
      }
    }
    console.log(`${name}: killed at ${killed} requests`);
    expect(killed).toBeGreaterThanOrEqual(6);
  });

  test.skipIf(!hasStrace)("killed at every write to the disk", { timeout: 240_000 }, async () => {
    const killed = await killAtEveryCall(async (injection) => {
      const [desk, place] = [startDesk(), await start()];
      const posted = { deck, entry: place.entry, secrets: place.secrets };
      const end = await runTraced(programFor(desk, posted), { injection, cwd: desk.data });
      await checkRerun(desk, posted, place);
      await place.close();
      return end;
    });
    console.log(`${name}: killed at ${killed} calls that change the disk`);
    expect(killed).toBeGreaterThanOrEqual(5);
  });
});

describe("slack (webhook), where nobody can look", () => {
  async function startWebhook() {
    const [desk, slack] = [startDesk(), await startSlack()];
    const entry = `{ to: slack, host: "${slack.host}", webhook: SLACK_WEBHOOK_URL }`;
    const secrets = { SLACK_WEBHOOK_URL: slack.webhook };
    const place = { ...slack, entry, secrets, posts: async () => [] };
    return { desk, slack, place, posted: { deck, entry, secrets } };
  }

  test.each(["before", "after"] as const)("killed %s its request", async (when) => {
    const { desk, slack, place, posted } = await startWebhook();
    expect(await postAndKill(desk, posted, place, { at: 1, when })).toBe("SIGKILL");
    const stood = slack.messages().length;
    expect(stood).toBe(when === "before" ? 0 : 1);
    // It may stand there, so it is not posted again by itself, and the ledger says no more than that.
    expect((await desk.post(posted)).failure).toMatchObject({ code: "post-in-doubt" });
    expect(slack.messages()).toHaveLength(stood);
    expect(desk.ledger()).toMatchObject([{ state: "begun" }]);
    await slack.close();
  });

  test.skipIf(!hasStrace)(
    "killed at every write to the disk: one message, or a doubt that is told, and never two",
    { timeout: 240_000 },
    async () => {
      const outcomes: string[] = [];
      const killed = await killAtEveryCall(async (injection) => {
        const { desk, slack, posted } = await startWebhook();
        const end = await runTraced(programFor(desk, posted), { injection, cwd: desk.data });
        const { failure } = await desk.post(posted);
        const { code = "posted" } = (failure ?? {}) as { readonly code?: string };
        outcomes.push(`${code}: ${slack.messages().length}, ${desk.ledger().at(-1)?.state}`);
        await slack.close();
        return end;
      });
      console.log(`slack (webhook): killed at ${killed} calls that change the disk`);
      const good = ["posted: 1, published", "post-in-doubt: 0, begun", "post-in-doubt: 1, begun"];
      expect(good).toEqual(expect.arrayContaining(outcomes));
      expect(killed).toBeGreaterThanOrEqual(5);
    },
  );
});
