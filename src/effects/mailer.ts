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
  const envelope = { from: mail.from.address, to: mail.to.address };
  try {
    await transport.sendMail({ envelope, raw: await mailText(mail) });
  } catch (error) {
    throw failureOf(error, server);
  } finally {
    transport.close();
  }
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
