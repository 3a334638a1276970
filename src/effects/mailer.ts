/** Mail written, and sent by SMTP. With `mail-text.ts` the one door to nodemailer. */
import { SourceError } from "../domain/errors.ts";
import type { Mail, Mailer } from "../ports.ts";
import type { CredentialWorld } from "./credential-world.ts";
import { mailServer, type MailServer } from "./mail-server.ts";
import { mailText } from "./mail-text.ts";

export type MailOptions = Pick<CredentialWorld, "environment" | "allowLoopback" | "onSecret">;

/** For a connection, and for each answer on it. */
const patienceMs = 30_000;

/** Loads and connects nothing before the first mail. */
export function nodeMailer(options: MailOptions): Mailer {
  return {
    write: mailText,
    send: async (mail, variable) => sendBy(mailServer(options, variable), mail),
  };
}

async function sendBy(server: MailServer, mail: Mail): Promise<void> {
  const { createTransport } = await import("nodemailer");
  const transport = createTransport({
    host: server.host,
    ...(server.port !== undefined && { port: server.port }),
    ...(server.auth !== undefined && { auth: server.auth }),
    secure: server.isSecure,
    requireTLS: server.needsTls,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const envelope = { from: mail.from.address, to: mail.to.map(({ address }) => address) };
  try {
    const sent = (await transport.sendMail({ envelope, raw: await mailText(mail) })) as Sent;
    if (sent.rejected.length > 0) throw notTaken(server, sent.rejected);
  } catch (error) {
    throw failureOf(error, server);
  } finally {
    transport.close();
  }
}

interface Sent {
  /** Addresses that the server refused, where it took others. */
  readonly rejected: readonly string[];
}

/** Those who were taken have got it. Sent again under the same id, it is the same message to them. */
function notTaken({ host }: MailServer, rejected: readonly string[]): SourceError {
  return new SourceError(`${host} takes no mail for ${rejected.join(", ")}`, {
    code: "mail-refused",
    hint: "The other recipients have got it. Correct the address in the plan and post again.",
  });
}

interface Told {
  readonly code?: string;
  /** What the server said, as RFC 5321 has it; missing where it said nothing. */
  readonly responseCode?: number;
}

/** The library's words may hold what was sent, so only its codes are told. */
function failureOf(error: unknown, { host }: MailServer): SourceError {
  if (error instanceof SourceError) return error;
  const { code = "no reason given", responseCode = 0 } = Object(error) as Told;
  const why = responseCode === 0 ? code : String(responseCode);
  if (responseCode < 500 && !lasting.has(code)) {
    const message = `${host} did not say that it has taken the mail (${why})`;
    return new SourceError(message, { code: "web-broken" });
  }
  return new SourceError(`${host} does not take the mail (${why})`, {
    code: "mail-refused",
    hint:
      code === "EAUTH"
        ? "Check the name and the password in the environment."
        : "Check the addresses in the plan and the server in the environment.",
  });
}

/** After these it is the same another time. */
const lasting: ReadonlySet<string> = new Set(["EDNS", "EENVELOPE", "ETLS"]);
