/** A mail: sent by SMTP, or kept in a file for whoever sends it. */
import { z } from "zod";
import { PostError } from "../../domain/errors.ts";
import type { Mail, Mailbox } from "../../ports.ts";
import type { Changed, Job, PostContext, PostTarget, Prepared, Write } from "../contract.ts";
import type { Posted } from "../../domain/publication.ts";
import { isMailOf, mailOf } from "../mail/message.ts";
import { hashOf } from "../region.ts";

const characters = 4_000_000;

/** `Name <name@example.org>`, or the address alone. */
const mailbox = z
  .string()
  .regex(
    /^(?:[^<>@",;:\p{Cc}]{1,100} )?<?[\w.+-]{1,64}@[A-Za-z0-9.-]{1,190}>?$/u,
    "expected an address such as Jane Doe <jane@example.org>",
  );

const settings = z
  .strictObject({
    from: mailbox.describe("Who sends it."),
    recipient: mailbox.describe("Who gets it: a mailing list, or one person."),
    smtp: z
      .string()
      .regex(/^[A-Z][A-Z0-9_]{0,99}$/, "expected the name of a variable, not the address itself")
      .optional()
      .describe(
        "The variable of the environment that holds the mail server: smtps://user:password@host.",
      ),
    file: z
      .string()
      .regex(
        /^(?!.*(?:^|\/)\.\.?(?:\/|$))[A-Za-z0-9._][A-Za-z0-9._ /-]*\.eml$/,
        "expected a path below this folder that ends in .eml",
      )
      .optional()
      .describe("Where the mail is kept below the working folder, instead of being sent."),
  })
  .refine(({ smtp, file }) => (smtp === undefined) !== (file === undefined), {
    error: "needs smtp or a file, and not both",
  });

type Settings = z.infer<typeof settings>;

export const email: PostTarget<Settings> = {
  to: "email",
  about: "A mail with the report as plain text and as HTML: sent by SMTP, or kept in a file.",
  settings,
  limits: { characters, posts: 1 },
  cut: "mail",
  place: ({ recipient, file }) => file ?? `mailto:${mailboxOf(recipient).address}`,
  async prepare(context, job) {
    const { from, recipient, smtp, file = "" } = job.settings;
    const addressed = { from: mailboxOf(from), to: mailboxOf(recipient) };
    const mail = mailOf(job.report, addressed, context.hash);
    const text = await context.writeMail(mail);
    const posted = {
      part: 1,
      id: smtp === undefined ? file : mail.id,
      hash: hashOf(text, context.hash),
    };
    const wanted: Wanted = { mail, text, posted };
    return smtp === undefined
      ? prepareFile(context, job, wanted)
      : prepareSending(context, job, { ...wanted, smtp });
  },
};

interface Wanted {
  readonly mail: Mail;
  /** As it is sent. */
  readonly text: string;
  readonly posted: Posted;
}

/**
 * Sent where the ledger does not know it. After a doubt it is sent again, under the same id: for a
 * reader whose program looks at ids, as most do, that is one message; a report that nobody has got
 * would be worse.
 */
function prepareSending(
  { sendMail }: PostContext,
  { remembered, acknowledged }: Job<Settings>,
  { mail, text, posted, smtp }: Wanted & { readonly smtp: string },
): Prepared {
  const known = [...remembered, ...acknowledged].some(({ hash }) => hash === posted.hash);
  if (known) return upToDate(posted);
  const apply = async () => doneAs(posted, await sendMail(mail, smtp));
  return changing({ kind: "create", title: "mail", before: "", after: text, apply });
}

async function prepareFile(
  { files }: PostContext,
  { report }: Job<Settings>,
  { text, posted }: Wanted,
): Promise<Prepared> {
  const path = posted.id;
  const before = await files.readText(path, 4 * characters);
  if (before === text) return upToDate(posted);
  if (before !== undefined && !isMailOf(before, report)) throw foreign(path);
  const kind = before === undefined ? "create" : "update";
  const apply = async () => {
    await files.replace(path, new TextEncoder().encode(text));
    return { done: posted };
  };
  return changing({ kind, title: "file", before: before ?? "", after: text, apply });
}

function upToDate(posted: Posted): Prepared {
  return { writes: [], posts: [posted], audience: "restricted" };
}

function changing(write: Write): Prepared {
  return { writes: [write], posts: [], audience: "restricted" };
}

function doneAs(posted: Posted, changed: Changed<undefined>): Changed<Posted> {
  return "done" in changed ? { done: posted } : changed;
}

function mailboxOf(text: string): Mailbox {
  const [, name = "", address = text] = /^(.*?) ?<([^>]*)>$/.exec(text) ?? [];
  return { name, address };
}

function foreign(path: string): PostError {
  return new PostError(`${path} is left alone: it is no mail of this report`, {
    code: "post-place",
    hint: "Name another file, or remove that one.",
  });
}
