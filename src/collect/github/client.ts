/** One exchange with GitHub's GraphQL over the `Web` port; the one door to Octokit. */
import { graphql, GraphqlResponseError } from "@octokit/graphql";
import { SourceError } from "../../domain/errors.ts";
import type { Web, WebAnswer } from "../../ports.ts";
import { faultsOf, type Fault } from "./fault.ts";

export interface Question {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What came of a question: no whole answer, or one with whatever was in it. */
export type Exchange =
  | { readonly failure: SourceError }
  | {
      readonly answer: WebAnswer;
      /** Undefined where the answer holds no object of data, whatever its status says. */
      readonly data: Data | undefined;
      readonly faults: readonly Fault[];
    };

export type Data = Readonly<Record<string, unknown>>;

export type Client = (question: Question) => Promise<Exchange>;

/** GitHub ends answers long before; anything larger is not one. */
const maxBytes = 10 * 1024 * 1024;

/** A client of the GitHub at that host. It asks once and judges nothing. */
export function githubClient(web: Web, host: string): Client {
  const send = graphql.defaults({ baseUrl: baseUrlOf(host) });
  return async ({ query, variables }) => {
    let answer: WebAnswer | undefined;
    const hook = async (request: EndpointOf, options: object): Promise<Answered> => {
      const { url, body } = request.endpoint(options);
      const question = { url, method: "POST", body: JSON.stringify(body), maxBytes } as const;
      answer = await web.send({ ...question, accept: "application/json", credential: "github" });
      return { ...answer, data: parsed(answer.text) };
    };
    const result = await send(query, { ...variables, request: { hook } }).then(
      (data: unknown) => ({ data, errors: [] }),
      (error: unknown) => errorsIn(error),
    );
    if (result instanceof SourceError) return { failure: result };
    if (answer === undefined) throw new Error("Octokit has not asked");
    const { data, errors } = result;
    return { answer, data: isObject(data) ? data : undefined, faults: faultsOf(errors) };
  };
}

/** Octokit makes the request and reads the answer; the sending, and what is no answer, are ours. */
interface EndpointOf {
  endpoint(options: object): { readonly url: string; readonly body?: unknown };
}

interface Answered extends Omit<WebAnswer, "text"> {
  readonly data: object;
}

/**
 * Octokit's own reader takes text that is not JSON for an answer without data, and breaks on errors
 * that are no list of objects. Here neither is anything.
 */
function parsed(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (!isObject(value)) return {};
    const { data, errors } = value;
    return Array.isArray(errors) ? { data, errors: errors.filter(isObject) } : { data };
  } catch {
    return {};
  }
}

/** Rethrows what neither GitHub nor the net has said: that is a bug. */
function errorsIn(error: unknown): SourceError | { data: unknown; errors: unknown } {
  if (error instanceof SourceError) return error;
  if (error instanceof GraphqlResponseError) return error;
  throw error;
}

/** Where a GitHub is asked: github.com, one of its data residencies, or a GitHub Enterprise Server. */
export function baseUrlOf(host: string): string {
  if (host === "github.com" || host.endsWith(".ghe.com")) return `https://api.${host}`;
  const isThisMachine = /^(127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
  return `${isThisMachine ? "http" : "https"}://${host}/api`;
}

function isObject(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
