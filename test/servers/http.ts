/** A server on this machine that answers as it is told, and also as broken servers do. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";

/** What arrived, in the order in which it did. */
export interface Arrival {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Answers one request, perhaps badly. */
export type Reply = (response: ServerResponse, arrival: Arrival) => void;

export interface TestServer {
  /** `http://127.0.0.1:12345`. */
  readonly origin: string;
  readonly arrivals: readonly Arrival[];
  /** The next requests are answered so, one reply each; then again as the server was made to. */
  queue(...replies: readonly Reply[]): void;
  /** Answers the request after the next `after` so. */
  queueAfter(after: number, reply: Reply): void;
  /** Answers all requests after the next `after` so, until `calm` is called. */
  queueFrom(after: number, reply: Reply): void;
  /** Drops what is queued. */
  calm(): void;
  /** Forgets what has arrived. */
  forget(): void;
  /** Ends it with all its connections. */
  close(): Promise<void>;
}

/** Starts a server that gives `reply` to whatever nothing else is queued for. */
export async function startServer(reply: Reply = text("ok")): Promise<TestServer> {
  const arrivals: Arrival[] = [];
  const queued: Reply[] = [];
  let lasting: Reply | undefined;
  const good = (count: number) => Array.from({ length: count }, () => reply);
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const arrival = { method, path: url, headers, body: Buffer.concat(chunks).toString() };
      arrivals.push(arrival);
      (queued.shift() ?? lasting ?? reply)(response, arrival);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    arrivals,
    queue: (...replies) => void queued.push(...replies),
    queueAfter: (after, last) => void queued.push(...good(after), last),
    queueFrom(after, lastingReply) {
      queued.push(...good(after));
      lasting = lastingReply;
    },
    calm() {
      queued.length = 0;
      lasting = undefined;
    },
    forget: () => void (arrivals.length = 0),
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

type Headers = Readonly<Record<string, string>>;

/** A good answer. */
export function text(body: string, headers: Headers = {}): Reply {
  return status(200, body, { "content-type": "text/plain", ...headers });
}

export function json(value: unknown, headers: Headers = {}): Reply {
  return status(200, JSON.stringify(value), { "content-type": "application/json", ...headers });
}

/** Any status with any body. */
export function status(code: number, body: string | Buffer = "", headers: Headers = {}): Reply {
  return (response) => void response.writeHead(code, headers).end(body);
}

export function redirect(to: string, code = 302): Reply {
  return status(code, "moved", { location: to });
}

export function gzipped(body: string): Reply {
  return status(200, gzipSync(body), { "content-encoding": "gzip" });
}

export function brotli(body: string): Reply {
  return status(200, brotliCompressSync(body), { "content-encoding": "br" });
}

const page = "<!DOCTYPE html><html><title>Unicorn! &middot; GitHub</title></html>";
const half = '{"data":{"repository":{"na';

/** The ways in which an answer goes wrong, by name. */
export const faults = {
  /** A page where data was asked for: a proxy's, or a login. */
  "502 page": status(502, page, { "content-type": "text/html" }),
  "503 page": status(503, page, { "content-type": "text/html" }),
  "504 page": status(504, page, { "content-type": "text/html" }),
  "200 page": status(200, page, { "content-type": "text/html" }),
  "429 with seconds": status(429, "", { "retry-after": "7" }),
  "429 with a date": status(429, "", {
    date: "Wed, 21 Oct 2020 07:28:00 GMT",
    "retry-after": "Wed, 21 Oct 2020 07:28:30 GMT",
  }),
  "429 without a word": status(429),
  "304 unasked": status(304),
  empty: status(200),
  null: status(200, "null", { "content-type": "application/json" }),
  "wrong type": status(200, "{}", { "content-type": "application/octet-stream" }),
  "cut, length unknown": status(200, half, {
    connection: "close",
    "content-type": "application/json",
  }),
  "cut, length known": cut({ "content-length": "1000" }),
  "cut, in chunks": cut({ "transfer-encoding": "chunked" }),
  reset: (response: ServerResponse) => socketOf(response).resetAndDestroy(),
  "reset in the body": (response: ServerResponse) => {
    response.writeHead(200, { "content-length": "1000" });
    response.write(half, () => socketOf(response).resetAndDestroy());
  },
  "no answer": () => undefined,
  "no body": (response: ServerResponse) => response.writeHead(200).flushHeaders(),
  "no end": (response: ServerResponse) => void response.writeHead(200).write(half),
  "not HTTP": (response: ServerResponse) => void socketOf(response).end("SSH-2.0-OpenSSH_9.9\r\n"),
  "bad gzip": status(200, "this is not packed", { "content-encoding": "gzip" }),
  "cut gzip": status(200, gzipSync("x".repeat(10_000)).subarray(0, 30), {
    "content-encoding": "gzip",
  }),
  "unknown packing": status(200, "x", { "content-encoding": "compress" }),
  "bad UTF-8": status(200, Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), { "content-type": "text/plain" }),
  "gzip bomb": (response: ServerResponse) =>
    void response.writeHead(200, { "content-encoding": "gzip" }).end(gzipBomb()),
  huge: endless,
} satisfies Readonly<Record<string, Reply>>;

/** Drips a body, a byte each time. */
export function dripping(body: string, everyMs: number): Reply {
  return (response) => {
    response.writeHead(200);
    const bytes = Array.from(body);
    const timer = setInterval(() => {
      const next = bytes.shift();
      if (next === undefined) response.end();
      else response.write(next);
      if (next === undefined || response.destroyed) clearInterval(timer);
    }, everyMs);
  };
}

/** The same a little later. */
export function late(ms: number, reply: Reply): Reply {
  return (response, arrival) => void setTimeout(() => reply(response, arrival), ms);
}

/** Begins an answer and hangs up. */
function cut(headers: Headers): Reply {
  return (response) => {
    response.writeHead(200, { "content-type": "application/json", ...headers });
    response.write(half, () => socketOf(response).destroy());
  };
}

/** Sends until nobody listens. */
function endless(response: ServerResponse): void {
  const chunk = Buffer.alloc(64 * 1024, "x");
  response.writeHead(200);
  const more = (): void => {
    while (!response.destroyed && response.write(chunk)) continue;
  };
  response.on("drain", more);
  more();
}

let bomb: Buffer | undefined;

/** 100 kB that become 100 MB. */
function gzipBomb(): Buffer {
  return (bomb ??= Buffer.concat(Array<Buffer>(10).fill(gzipSync(Buffer.alloc(10 * 1024 * 1024)))));
}

function socketOf(response: ServerResponse): Socket {
  if (response.socket === null) throw new Error("nobody is connected any more");
  return response.socket;
}
