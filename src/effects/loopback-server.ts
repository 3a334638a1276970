/**
 * A web server that only this machine reaches, and only pages of its own: it answers by its own names,
 * so that no other site can have its name point here, and refuses what other sites ask for.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { PlanError } from "../domain/errors.ts";

const address = "127.0.0.1";

/** What stands at a path. */
export interface ServedPage {
  readonly mediaType: string;
  readonly body: string | Uint8Array;
  /** A content security policy, beside what the page itself says. */
  readonly policy: string;
}

export interface LoopbackServer {
  /** Such as `http://127.0.0.1:8080/`. */
  readonly url: string;
  /** Sends a line to everybody who listens at `/events`; who comes later is sent the last one. */
  tell(line: string): void;
}

export interface ServerOptions {
  /** 0 for any that is free. */
  readonly port: number;
  /** Undefined where there is nothing. */
  pageAt(path: string): ServedPage | undefined;
}

/** Rejects with a PlanError where the port cannot be had. Serves until the process ends. */
export async function startLoopbackServer({
  port,
  pageAt,
}: ServerOptions): Promise<LoopbackServer> {
  const listeners = new Set<ServerResponse>();
  let last: string | undefined;
  const server = createServer((request, response) => {
    const refusal = refusalOf(request, portOf(server));
    if (refusal !== undefined) refuse(response, ...refusal);
    else if (request.url === "/events") {
      listeners.add(response);
      response.on("close", () => listeners.delete(response));
      response.writeHead(200, { ...always, "content-type": "text/event-stream" });
      response.write(last === undefined ? "retry: 500\n\n" : `retry: 500\n${eventOf(last)}`);
    } else serve(response, pageAt(request.url ?? "/"));
  });
  await listening(server, port);
  return {
    url: `http://${address}:${portOf(server)}/`,
    tell(line) {
      last = line;
      for (const listener of listeners) listener.write(eventOf(line));
    },
  };
}

const always = {
  "cache-control": "no-store",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
} as const;

function serve(response: ServerResponse, page: ServedPage | undefined): void {
  if (page === undefined) return refuse(response, 404, "There is nothing here.");
  const { mediaType, policy, body } = page;
  response.writeHead(200, {
    ...always,
    "content-type": `${mediaType}; charset=utf-8`,
    "content-security-policy": policy,
  });
  response.end(body);
}

function refuse(response: ServerResponse, status: number, why: string): void {
  response.writeHead(status, { ...always, "content-type": "text/plain; charset=utf-8" });
  response.end(`${why}\n`);
}

/** Status and reason; undefined for what may be answered. */
function refusalOf(
  { method, headers }: IncomingMessage,
  port: number,
): readonly [status: number, why: string] | undefined {
  const { host, origin } = headers;
  const names = [`${address}:${port}`, `localhost:${port}`];
  if (!names.includes(host ?? "")) return [403, `This is http://${address}:${port}/ and no other.`];
  const site = headers["sec-fetch-site"] ?? "none";
  const isOwn = origin === undefined || origin === `http://${host}`;
  if (!isOwn || (site !== "none" && site !== "same-origin"))
    return [403, "No other site may ask for this."];
  return method === "GET" ? undefined : [405, "Pages here are only read."];
}

function eventOf(line: string): string {
  return `data: ${line}\n\n`;
}

function portOf(server: Server): number {
  const found = server.address();
  if (found === null || typeof found === "string") throw new Error("the server does not listen");
  return found.port;
}

function listening(server: Server, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", (cause) => {
    const hint = "name another with --port, or leave it out for one that is free";
    reject(new PlanError(`port ${port} cannot be had`, { code: "arguments", hint, cause }));
  });
  server.listen(port, address, resolve);
  return promise;
}
