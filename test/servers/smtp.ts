/** A mail server on this machine that keeps what it is given. */
import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { startTrap, type Trapped } from "./trap.ts";

export interface Delivery {
  readonly from: string;
  readonly to: readonly string[];
  /** As it was sent. */
  readonly message: string;
}

export interface MailServer {
  /** For the variable that names it. */
  readonly url: string;
  readonly deliveries: readonly Delivery[];
  /** Each command that changes something, and the message itself, is a request. */
  readonly trap: Trapped;
  /** What it answers to the next messages, one each: a status such as 451 or 550. */
  refuse(...statuses: readonly number[]): void;
  /** Forgets what it was given. */
  forget(): void;
  close(): Promise<void>;
}

export const mailPassword = "pa55 w:rd/123";

export async function startMail(): Promise<MailServer> {
  const deliveries: Delivery[] = [];
  const trap = startTrap();
  const refusals: number[] = [];
  const sockets = new Set<Socket>();
  /** Does the effect of a request; a trap that strikes ends the connection. */
  const isAnswered = (work: () => void = () => undefined): boolean => {
    const answered = trap.run(work);
    if (!answered) for (const socket of sockets) socket.destroy();
    return answered;
  };
  const server = new SMTPServer({
    authMethods: ["PLAIN"],
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    logger: false,
    onAuth({ username, password }, _session, done) {
      if (!isAnswered()) return;
      if (username === "reports" && password === mailPassword) done(null, { user: username });
      else done(new Error("no"));
    },
    onMailFrom(_, _session, done) {
      if (isAnswered()) done();
    },
    onRcptTo({ address }, _session, done) {
      if (!isAnswered()) return;
      done(address.startsWith("nobody@") ? refusal(550) : null);
    },
    onData(stream, { envelope }, done) {
      void text(stream).then((message) => {
        const status = refusals.shift();
        const delivery = {
          from: envelope.mailFrom === false ? "" : envelope.mailFrom.address,
          to: envelope.rcptTo.map(({ address }) => address),
          message,
        };
        const take = () => {
          if (status === undefined) deliveries.push(delivery);
        };
        if (isAnswered(take)) done(status === undefined ? null : refusal(status));
      });
    },
  });
  server.on("error", () => undefined);
  server.server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://reports:${encodeURIComponent(mailPassword)}@127.0.0.1:${port}`,
    deliveries,
    trap,
    refuse: (...statuses) => void refusals.push(...statuses),
    forget: () => void (deliveries.length = 0),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function refusal(status: number): Error {
  return Object.assign(new Error("refused"), { responseCode: status });
}
