/** A report as a mail. */
import type { Hash, Mail, Mailbox } from "../../ports.ts";
import type { Report } from "../contract.ts";

export interface Addressed {
  readonly from: Mailbox;
  readonly to: Mailbox;
}

/** By which a file is known to be ours. */
const reportHeader = "X-Release-Deck-Report";

/**
 * The same report gives the same mail, its id included: so a second sending of it, after a crash, is
 * one message to whoever looks at ids, as mail programs and list servers do.
 */
export function mailOf({ id, asOf, forms }: Report, { from, to }: Addressed, hash: Hash): Mail {
  const content = {
    subject: subjectOf(forms.title() || id),
    text: forms.text(),
    html: forms.html(),
  };
  const digest = hash(new TextEncoder().encode(JSON.stringify([id, asOf, to.address, content])));
  const domain = from.address.slice(from.address.lastIndexOf("@") + 1);
  return {
    ...content,
    from,
    to,
    date: asOf,
    id: `${digest.slice(0, 40)}@${domain}`,
    headers: {
      // So that nobody's absence is answered to a report; RFC 3834.
      "Auto-Submitted": "auto-generated",
      [reportHeader]: encodeURIComponent(id),
    },
  };
}

/** A title that looks like an encoded word of RFC 2047 would be decoded: something unseen parts its sign. */
function subjectOf(title: string): string {
  return title.replaceAll("=?", "=\u200B?");
}

/** Whether a mail that is kept in a file is an earlier one of the same report. */
export function isMailOf(text: string, { id }: Pick<Report, "id">): boolean {
  const [head = ""] = text.split(/\r?\n\r?\n/, 1);
  const line = `${reportHeader}: ${encodeURIComponent(id)}`;
  return head
    .replace(/\r?\n[ \t]+/g, " ")
    .split(/\r?\n/)
    .includes(line);
}
