/** Messages as RFC 5322 and MIME have them. */
import type { Mail } from "../ports.ts";

/** No encoding of a body ever writes these two signs together, so no body can end its part. */
const boundaryPrefix = "=_";

/** See `Mailer.write`. */
export async function mailText({ id, date, from, to, ...mail }: Mail): Promise<string> {
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
  const message = new MailComposer({
    ...mail,
    from: { ...from },
    to: { ...to },
    date: new Date(date),
    messageId: `<${id}>`,
    textEncoding: "quoted-printable",
    newline: "\r\n",
    boundaryPrefix,
    baseBoundary: id.replace(/\W/g, ""),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return (await message.compile().build()).toString("utf8");
}
