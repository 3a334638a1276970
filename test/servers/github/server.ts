/** GitHub's GraphQL on loopback: a real server over the published schema, which answers from a world of plain objects. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { answer, checkQuestion, type Question } from "./execute.ts";
import type { Fault, HttpAnswer } from "./faults.ts";
import { learn, type Known } from "./known.ts";
import type { Budget } from "./resolvers.ts";
import type { World } from "./world.ts";

export interface GitHubOptions {
  /** The only token that is let in; any where left out. */
  readonly token?: string;
  readonly port?: number;
  readonly latencyMs?: number;
  /** Points an hour, and how many of them are used already. */
  readonly limit?: number;
  readonly used?: number;
  /** Seconds since 1970 at which the points are there again. */
  readonly resetsAt?: number;
  readonly scopes?: readonly string[];
  /** What the server says the time is, as an HTTP date. */
  readonly date?: string;
  /** What is not GraphQL; undefined for what it does not know. */
  readonly rest?: Rest;
}

export type Rest = (
  request: Pick<IncomingMessage, "method" | "url" | "headers">,
  body: string,
  known: Known,
) => RestAnswer | undefined | Promise<RestAnswer | undefined>;

export interface RestAnswer {
  readonly status: number;
  readonly body: object;
}

export interface RequestSeen {
  readonly path: string;
  readonly question: Question;
  readonly cost: number;
}

export interface GitHubServer {
  /** `http://127.0.0.1:PORT`; answers below it at `/graphql` and `/api/graphql`. */
  readonly url: string;
  /** `127.0.0.1:PORT`. */
  readonly host: string;
  requests(): readonly RequestSeen[];
  readonly faults: Faults;
  /** What the world has become. */
  readonly known: Known;
  close(): Promise<void>;
}

/** Requests are counted from 1. */
export interface Faults {
  at(request: number, fault: Fault): void;
  /** In the place of that request, which is never looked at. */
  unheard(request: number, fault: Fault): void;
  /** From that request on, for good. */
  from(request: number, fault: Fault): void;
  /** None from now on. */
  clear(): void;
}

interface Planned {
  readonly at: number;
  readonly isLasting?: boolean;
  readonly isUnheard?: boolean;
  readonly fault: Fault;
}

interface State {
  readonly known: Known;
  readonly options: GitHubOptions;
  readonly seen: RequestSeen[];
  readonly faults: Planned[];
  count: number;
  budget: Budget;
}

export async function startGitHub(
  world: World,
  options: GitHubOptions = {},
): Promise<GitHubServer> {
  const { limit = 5_000, used = 0, resetsAt = Math.ceil(Date.now() / 1000) + 3_600 } = options;
  const budget = { limit, used, resetsAt };
  const state: State = { known: learn(world), options, seen: [], faults: [], count: 0, budget };
  const server = createServer((request, response) => void serve(state, request, response));
  await new Promise<void>((done) => server.listen(options.port ?? 0, "127.0.0.1", done));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}`,
    host,
    requests: () => state.seen,
    known: state.known,
    faults: {
      at: (at, fault) => void state.faults.push({ at, isLasting: false, fault }),
      unheard: (at, fault) => void state.faults.push({ at, isUnheard: true, fault }),
      from: (at, fault) => void state.faults.push({ at, isLasting: true, fault }),
      clear: () => void (state.faults.length = 0),
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function serve(
  state: State,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const text = await bodyOf(request);
  if (state.options.latencyMs !== undefined) await pause(state.options.latencyMs);
  state.count += 1;
  const { count } = state;
  const fault = state.faults.find(({ at, isLasting }) =>
    isLasting === true ? count >= at : count === at,
  );
  const isHeard = fault?.isUnheard !== true;
  const good = isHeard ? await answerTo(state, request, text) : reply(state, 200, {});
  const sent = fault === undefined ? good : fault.fault(good, response);
  if (sent === undefined) return;
  response.writeHead(sent.status, sent.headers);
  response.end(sent.body);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

async function answerTo(state: State, request: IncomingMessage, text: string): Promise<HttpAnswer> {
  const path = request.url ?? "";
  const resource = await state.options.rest?.(request, text, state.known);
  if (resource !== undefined) return reply(state, resource.status, resource.body);
  if (request.method !== "POST" || !/^\/(api\/)?graphql$/.test(path)) {
    return reply(state, 404, { message: "Not Found", status: "404" });
  }
  if (!isLetIn(state.options, request)) {
    const message =
      request.headers.authorization === undefined ? "Requires authentication" : "Bad credentials";
    return reply(state, 401, { message, status: "401" });
  }
  return answerQuestion(state, path, JSON.parse(text) as Question);
}

async function answerQuestion(state: State, path: string, question: Question): Promise<HttpAnswer> {
  const checked = checkQuestion(question);
  const cost = "price" in checked ? checked.price.cost : 0;
  state.seen.push({ path, question, cost });
  if ("errors" in checked) return reply(state, 200, { errors: checked.errors });
  const { budget, known } = state;
  if (budget.used + cost > budget.limit) {
    state.budget = { ...budget, used: budget.limit };
    const message = "API rate limit exceeded for user ID 1.";
    return reply(state, 200, { errors: [{ type: "RATE_LIMITED", message }] });
  }
  state.budget = { ...budget, used: budget.used + cost };
  const asked = { known, price: checked.price, budget: state.budget };
  return reply(state, 200, await answer(checked.document, question.variables ?? {}, asked));
}

function isLetIn({ token }: GitHubOptions, request: IncomingMessage): boolean {
  const given = /^(?:bearer|token) (\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  return given !== undefined && (token === undefined || given === token);
}

function reply({ options, budget, count }: State, status: number, body: object): HttpAnswer {
  const { scopes = ["repo", "read:project"], date } = options;
  return {
    status,
    headers: {
      "content-type": "application/json; charset=utf-8",
      "x-github-request-id": `0400:${count}`,
      "x-oauth-scopes": scopes.join(", "),
      "x-ratelimit-limit": String(budget.limit),
      "x-ratelimit-remaining": String(budget.limit - budget.used),
      "x-ratelimit-used": String(budget.used),
      "x-ratelimit-reset": String(budget.resetsAt),
      "x-ratelimit-resource": "graphql",
      ...(date === undefined ? {} : { date }),
    },
    body: JSON.stringify(body),
  };
}
