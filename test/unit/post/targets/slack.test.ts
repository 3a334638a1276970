import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Deck } from "../../../../src/domain/deck.ts";
import { aDeck, aSlide, aText, aTitleSlide } from "../../../builders/deck.ts";
import { startDesk, type Desk, type Posted } from "../../../builders/posting-elsewhere.ts";
import { readSlack } from "../../../oracles/slack-markup.ts";
import { faults, json, status } from "../../../servers/http.ts";
import { slackChannel, slackToken, startSlack, type SlackMessage } from "../../../servers/slack.ts";

const slack = await startSlack();
afterAll(() => slack.close());

const secrets = { SLACK_BOT_TOKEN: slackToken, SLACK_WEBHOOK_URL: slack.webhook };
const bot = `{ to: slack, host: "${slack.host}", channel: ${slackChannel} }`;
const webhook = `{ to: slack, host: "${slack.host}", webhook: SLACK_WEBHOOK_URL }`;

let desk: Desk;

beforeEach(() => {
  (slack.messages() as SlackMessage[]).length = 0;
  slack.web.calm();
  slack.web.forget();
  desk = startDesk();
});

function deckOf(text: string, sections = 1): Deck {
  const items = Array.from({ length: sections }, (_, index) =>
    aSlide({
      id: `s${index}`,
      title: [aText(`Section ${index + 1}`)],
      blocks: [{ kind: "paragraph", inlines: [aText(text)] }],
    }),
  );
  return aDeck({ slides: [aTitleSlide(), ...items] });
}

const small = deckOf("19 of 30 written");

function post(posted: Partial<Posted> & Pick<Posted, "entry">) {
  return desk.post({ deck: small, secrets, ...posted });
}

function texts() {
  return slack.messages().map(({ blocks }) => blocks.map(({ text }) => text.text).join("\n"));
}

const isWrite = (path: string) => /chat\.|services/.test(path);
const writes = () => slack.web.arrivals.filter(({ path }) => isWrite(path)).length;

describe("a bot", () => {
  test("posts one message, and nothing more where nothing has changed", async () => {
    const first = await post({ entry: bot });
    expect(first).toMatchObject({ writes: [{ kind: "create" }], posts: [{ part: 1 }] });
    expect(await post({ entry: bot })).toMatchObject({ writes: [] });
    expect(texts()).toEqual(["*v1.20*\n*Section 1*\n19 of 30 written"]);
    expect(writes()).toBe(1);
    expect(desk.ledger()).toHaveLength(1);
  });

  test("edits its message", async () => {
    await post({ entry: bot });
    const [{ ts } = { ts: "" }] = slack.messages();
    const changed = await post({ entry: bot, deck: deckOf("24 of 30 written") });
    expect(changed).toMatchObject({ writes: [{ kind: "update" }], posts: [{ id: ts }] });
    expect(texts()).toEqual(["*v1.20*\n*Section 1*\n24 of 30 written"]);
  });

  test("puts what does not fit into the thread, and takes it away again", async () => {
    const long = deckOf("word ".repeat(500), 12);
    await post({ entry: bot, deck: long });
    const [first, ...others] = slack.messages();
    expect(others.length).toBeGreaterThan(1);
    expect(new Set(others.map(({ thread_ts }) => thread_ts))).toEqual(new Set([first?.ts]));
    slack.web.forget();
    expect(await post({ entry: bot, deck: long })).toMatchObject({ writes: [] });
    expect(writes()).toBe(0);
    await post({ entry: bot });
    expect(texts()).toEqual(["*v1.20*\n*Section 1*\n19 of 30 written"]);
  });

  test("finds what it has posted behind other messages, without a ledger", async () => {
    await post({ entry: bot });
    for (let index = 0; index < 10; index += 1) slack.put({ bot_id: "B0002", text: "chat" });
    desk = startDesk();
    expect(await post({ entry: bot })).toMatchObject({ writes: [] });
    expect(desk.ledger()).toMatchObject([{ state: "published", posts: [{ part: 1 }] }]);
  });

  test("takes no message of another app for its own", async () => {
    await post({ entry: bot });
    const [own] = slack.messages();
    (slack.messages() as SlackMessage[]).length = 0;
    slack.put({ ...own, bot_id: "B0666" });
    await post({ entry: bot });
    expect(slack.messages().map(({ bot_id }) => bot_id)).toEqual(["B0666", "B0001"]);
  });

  test("removes a second message that two runs at once have made", async () => {
    await post({ entry: bot });
    const [own] = slack.messages();
    slack.put({ ...own });
    expect(await post({ entry: bot })).toMatchObject({ writes: [{ kind: "delete" }] });
    expect(slack.messages().map(({ ts }) => ts)).toEqual([own?.ts]);
  });

  test("posts again what somebody has deleted", async () => {
    await post({ entry: bot });
    (slack.messages() as SlackMessage[]).length = 0;
    expect(await post({ entry: bot })).toMatchObject({ writes: [{ kind: "create" }] });
    expect(slack.messages()).toHaveLength(1);
  });

  test.each(["reset", "502 page", "cut, length known", "429 with seconds"] as const)(
    "is not led to a second message by an answer that is lost: %s",
    async (fault) => {
      for (let at = 0; at < 5; at += 1) {
        (slack.messages() as SlackMessage[]).length = 0;
        desk = startDesk();
        slack.web.queueAfter(at, faults[fault]);
        await post({ entry: bot });
        expect(texts()).toEqual(["*v1.20*\n*Section 1*\n19 of 30 written"]);
      }
    },
    30_000,
  );

  test("says what Slack refuses, and what to do", async () => {
    slack.web.queueFrom(0, json({ ok: false, error: "not_in_channel" }));
    expect((await post({ entry: bot })).failure).toMatchObject({
      name: "PostError",
      message: "Slack refuses auth.test: not_in_channel",
      hint: "Invite the app into the channel.",
    });
  });

  test("changes nothing where nothing is to be changed", async () => {
    const { writes: shown } = await post({ entry: bot, isForReal: false });
    expect(shown).toMatchObject([{ kind: "create", after: expect.stringContaining("19 of 30") }]);
    expect(writes()).toBe(0);
  });
});

describe("a webhook", () => {
  test("gets a message where something has changed, and only then", async () => {
    await post({ entry: webhook });
    expect(await post({ entry: webhook })).toMatchObject({ writes: [] });
    expect(slack.messages()).toHaveLength(1);
    await post({ entry: webhook, deck: deckOf("24 of 30 written") });
    expect(texts().map((text) => /\d+ of 30/.exec(text)?.[0])).toEqual(["19 of 30", "24 of 30"]);
    expect(desk.ledger().map(({ state }) => state)).toEqual([
      "begun",
      "published",
      "begun",
      "published",
    ]);
  });

  test("is waited for where it takes no more for now", async () => {
    const waits: number[] = [];
    const pause = async (seconds: number) => void waits.push(seconds);
    slack.web.queue(faults["429 with seconds"], faults["429 with seconds"]);
    await post({ entry: webhook, effects: { pause } });
    expect(waits).toEqual([7, 7]);
    expect(slack.messages()).toHaveLength(1);
  });

  test("that is gone is an error, after which nothing is in doubt", async () => {
    slack.web.queue(status(404, "no_service"), status(410, "channel_is_archived"));
    for (const code of [404, 410]) {
      const { failure } = await post({ entry: webhook });
      expect(failure).toMatchObject({ name: "PostError", code: "post-refused" });
      expect(failure?.message).toContain(`refuses the post (${code})`);
    }
    expect(await post({ entry: webhook })).toMatchObject({ writes: [{ kind: "create" }] });
    expect(slack.messages()).toHaveLength(1);
  });

  test.each(["reset", "502 page"] as const)(
    "is not asked again where nobody knows whether it has taken the message: %s",
    async (fault) => {
      slack.web.queue(faults[fault]);
      expect((await post({ entry: webhook })).failure).toMatchObject({ code: "post-unclear" });
      expect((await post({ entry: webhook })).failure).toMatchObject({ code: "post-in-doubt" });
      expect(writes()).toBe(1);
      const later = await post({ entry: webhook, asOf: "2020-11-05T08:00:00Z" });
      expect(later).toMatchObject({ writes: [{ kind: "create" }] });
    },
    30_000,
  );

  test("is never named in what is said and kept", async () => {
    slack.web.queue(status(404, `no ${slack.webhook}`), faults.reset);
    const failures = [
      (await post({ entry: webhook })).failure,
      (await post({ entry: webhook })).failure,
      (await desk.post({ deck: small, entry: webhook, secrets: {} })).failure,
      (
        await desk.post({
          deck: small,
          entry: webhook,
          secrets: { SLACK_WEBHOOK_URL: "https://evil.test/s3cr3tw0rd" },
          asOf: "2020-11-05T08:00:00Z",
        })
      ).failure,
    ];
    expect(failures.every((failure) => failure !== undefined)).toBe(true);
    const said = failures.map((failure) => `${String(failure)} ${JSON.stringify(failure)}`);
    expect(`${said.join()}${JSON.stringify(desk.ledger())}`).not.toContain("s3cr3tw0rd");
  });
});

test("a token goes to Slack alone", async () => {
  const entry = `{ to: slack, host: slack.evil.test, channel: ${slackChannel} }`;
  expect((await post({ entry })).failure).toMatchObject({ code: "no-credential" });
});

test("messages notify nobody and bring no previews", async () => {
  await post({ entry: bot, deck: deckOf("<!channel> <@U1> @here &lt;!here&gt; https://a.test") });
  const body = JSON.parse(slack.web.arrivals.find(({ path }) => isWrite(path))?.body ?? "{}");
  expect(body).toMatchObject({ unfurl_links: false, unfurl_media: false });
  expect(body).not.toHaveProperty("link_names");
  const { specials, bare } = readSlack(texts().join("\n"));
  expect([...specials, ...bare]).toEqual([]);
});

test.each([
  "{ to: slack }",
  "{ to: slack, channel: general }",
  "{ to: slack, channel: C0123, webhook: SLACK }",
  '{ to: slack, webhook: "https://hooks.slack.com/services/T/B/x" }',
])("%s is refused", async (entry) => {
  await expect(post({ entry })).rejects.toMatchObject({ name: "PlanError" });
});
