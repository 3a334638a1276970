import { simpleParser } from "mailparser";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Deck } from "../../../../src/domain/deck.ts";
import { nodeFiles } from "../../../../src/effects/files.ts";
import { mailText } from "../../../../src/effects/mail-text.ts";
import { replaceFile } from "../../../../src/effects/replace-file.ts";
import { contextOf } from "../../../../src/pipeline/post-world.ts";
import { email } from "../../../../src/post/targets/email.ts";
import { displayText } from "../../../../src/render/display-text.ts";
import { reportForms } from "../../../../src/render/forms.ts";
import { aDeck, aSlide, aText, aTitleSlide } from "../../../builders/deck.ts";
import { hostileLists, hostileTexts } from "../../../builders/hostile-texts.ts";
import { postEffects } from "../../../builders/posting.ts";
import { startDesk, type Desk, type Posted } from "../../../builders/posting-elsewhere.ts";
import { elementsOf } from "../../../oracles/html-tree.ts";
import { mailPassword, startMail } from "../../../servers/smtp.ts";

const server = await startMail();
afterAll(() => server.close());

const from = "Conformance reports <reports@example.org>";
const sending = `{ to: email, from: ${from}, recipient: sig@lists.example.org, smtp: MAIL_SERVER }`;
const secrets = { MAIL_SERVER: server.url };
const context = contextOf(postEffects("t0ken", secrets));

let desk: Desk;

beforeEach(() => {
  server.forget();
  server.trap.set(undefined);
  desk = startDesk();
});

function deckOf(text: string, title = "v1.20"): Deck {
  const inlines = [
    aText(text),
    { kind: "link", text: "#1", url: "https://github.com/a/b/pull/1" },
  ] as const;
  const slide = aSlide({ blocks: [{ kind: "paragraph", inlines }] });
  return aDeck({ title, slides: [aTitleSlide(), slide] });
}

function post(posted: Partial<Posted> = {}) {
  return desk.post({ deck: deckOf("19 of 30 written"), entry: sending, secrets, ...posted });
}

const nothing = (): void => undefined;

const sent = async () => Promise.all(server.deliveries.map(({ message }) => simpleParser(message)));

describe("sent", () => {
  test("once, as text and as HTML", async () => {
    await post();
    expect(await post()).toMatchObject({ writes: [] });
    const [mail, ...others] = await sent();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      subject: "v1.20",
      from: { value: [{ name: "Conformance reports", address: "reports@example.org" }] },
      date: new Date("2020-10-22T08:00:00Z"),
    });
    expect(mail?.text).toContain("19 of 30 written#1 [1]");
    expect(mail?.text).toContain("[1] https://github.com/a/b/pull/1");
    expect(mail?.html).toContain('<a href="https://github.com/a/b/pull/1">');
    expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
    expect(mail?.attachments).toEqual([]);
  });

  test("again, under another id, where something has changed", async () => {
    await post();
    await post({ deck: deckOf("24 of 30 written") });
    const ids = (await sent()).map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(2);
  });

  test("not at all without --yes", async () => {
    const { writes } = await post({ isForReal: false });
    expect(writes).toMatchObject([{ kind: "create", after: expect.stringContaining("Subject:") }]);
    expect(server.deliveries).toEqual([]);
  });

  test("under the same id where the first sending was not acknowledged", async () => {
    server.trap.set({ at: 4, when: "after", strike: () => undefined });
    await post();
    const ids = (await sent()).map(({ messageId }) => messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test("later, where the server takes no more for now", async () => {
    server.refuse(451, 421);
    await post();
    expect(server.deliveries).toHaveLength(1);
  });

  test.each([
    ["a server that refuses it", sending, secrets, (): void => server.refuse(554, 554)],
    ["nobody there", sending.replace("sig@", "nobody@"), secrets, nothing],
    ["no server", sending, {}, nothing],
    ["no address", sending, { MAIL_SERVER: mailPassword }, nothing],
    ["a wrong password", sending, { MAIL_SERVER: server.url.replace("pa55", "pa56") }, nothing],
    [
      "TLS that is missing",
      sending,
      { MAIL_SERVER: server.url.replace("127.0.0.1", "localhost") },
      nothing,
    ],
  ] as const)("%s is an error without a secret in it", async (_, entry, given, prepare) => {
    prepare();
    const { failure } = await post({ entry, secrets: given });
    expect(failure).toMatchObject({ name: "PostError" });
    expect(`${String(failure)}${JSON.stringify(failure)}`).not.toMatch(/pa5[56]/);
    expect(server.deliveries).toEqual([]);
  });
});

describe("kept in a file", () => {
  const folder = mkdtempSync(join(tmpdir(), "release-deck-mail-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const at = (path: string) => join(folder, path);
  const files: Posted["effects"] = {
    files: {
      ...nodeFiles,
      readText: (path, maxBytes) =>
        nodeFiles.readText(path.startsWith("/") ? path : at(path), maxBytes),
      replace: (path, bytes) => replaceFile(at(path), bytes),
    },
  };
  const entry = `{ to: email, from: reports@example.org, recipient: a@example.org, file: mail/v1.20.eml }`;

  test("it is what would be sent, the same each time, and replaced where it changed", async () => {
    await post({ entry, effects: files });
    const first = readFileSync(at("mail/v1.20.eml"), "utf8");
    expect(await post({ entry, effects: files })).toMatchObject({ writes: [] });
    await post({ entry, effects: files, deck: deckOf("24 of 30 written") });
    const second = readFileSync(at("mail/v1.20.eml"), "utf8");
    expect([(await simpleParser(first)).text, (await simpleParser(second)).text]).toEqual([
      expect.stringContaining("19 of 30"),
      expect.stringContaining("24 of 30"),
    ]);
  });

  test("what is no mail of this report is left alone", async () => {
    writeFileSync(at("mail/v1.20.eml"), "From: me\r\n\r\nX-Release-Deck-Report: v1.20\r\n");
    const { failure } = await post({ entry, effects: files });
    expect(failure).toMatchObject({ code: "post-place" });
  });
});

/** As it would be sent; asked of the target itself, for there are thousands. */
async function mailWith(text: string): Promise<string> {
  const report = {
    id: "v1.20",
    title: text,
    asOf: "2020-10-22T08:00:00Z",
    forms: reportForms(deckOf(text, text)),
    markdown: "",
    facts: { host: "github.com", repositories: [] },
    events: [],
  };
  const settings = { from, recipient: "sig@lists.example.org", smtp: "MAIL_SERVER" };
  const job = { settings, report, markdown: "", remembered: [], acknowledged: [] };
  const { writes } = await email.prepare(context, job);
  return writes[0]?.after ?? "";
}

describe("no text breaks out of its place", () => {
  /** Header lines, parts, and lines of any length that a mail may not have. */
  async function checkMail(text: string): Promise<void> {
    const message = await mailWith(text);
    const [head = ""] = message.split("\r\n\r\n", 1);
    const names = head
      .replace(/\r\n[ \t]+/g, " ")
      .split("\r\n")
      .map((line) => line.split(":", 1)[0] ?? "");
    expect(names.toSorted(), JSON.stringify(text)).toEqual(headers);
    expect(message).toMatch(/^[\r\n\t -~]*$/);
    expect(message).not.toMatch(/[^\r]\n|\r[^\n]/);
    expect(message.split("\r\n").filter((line) => line.length > 998)).toEqual([]);
    const {
      subject = "",
      text: body = "",
      html,
      attachments,
    } = await simpleParser(message, asItIs);
    expect(attachments).toEqual([]);
    expect(plain(subject)).toBe(plain(displayText(text, 256)) || "v1.20");
    expect(body.split("\n").filter((line) => lettersOf(line) > 72)).toEqual([]);
    expect(tags(html || "")).toEqual(tagsOfPlain);
  }

  /** The parser need not make one form of the other. */
  const asItIs = { skipTextToHtml: true, skipHtmlToText: true, skipTextLinks: true };
  const lettersOf = (line: string) => Array.from(line.replace(/\p{M}/gu, "")).length;
  const headers: readonly string[] = [
    "Auto-Submitted",
    "Content-Type",
    "Date",
    "From",
    "MIME-Version",
    "Message-ID",
    "Subject",
    "To",
    "X-Release-Deck-Report",
  ];
  const plain = (text: string) => text.replace(/\s+/g, " ").replaceAll("\u200B", "").trim();
  const tags = (html: string): readonly string[] => elementsOf(html).map(({ tagName }) => tagName);
  const tagsOfPlain: readonly string[] = ["html", "head", "body", "div", "h1", "h2", "p", "a", "p"];

  test.each([
    "v1.20\r\nBcc: victim@example.org",
    "v1.20\nSubject: other\n\nbody",
    "=?utf-8?q?=0d=0aBcc:_x?=",
    "Größe 测试 🚀 ".repeat(20),
    "x".repeat(3_000),
    "\r\n.\r\nMAIL FROM:<evil@example.org>",
    "<script>alert(1)</script>",
    "From me\n--_boundary--",
  ])("%j", checkMail);

  test.skipIf(hostileLists.length === 0).each(hostileLists)(
    "%s",
    async (list) => {
      for (const text of hostileTexts(list)) await checkMail(text);
    },
    120_000,
  );
});

test("the same mail is written in the same bytes", async () => {
  const mailbox = { name: "Ä", address: "a@example.org" };
  const mail = {
    from: mailbox,
    to: mailbox,
    subject: "s",
    date: "2020-10-22T08:00:00Z",
    id: "1@example.org",
    text: "text",
    html: "<p>html</p>",
    headers: {},
  };
  expect(await mailText(mail)).toBe(await mailText(mail));
});
