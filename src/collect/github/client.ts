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
    const wire = new Wire(web);
    try {
      const data: unknown = await send(query, { ...variables, request: { fetch: wire.fetch } });
      return wire.exchange(data, []);
    } catch (error) {
      return error instanceof GraphqlResponseError
        ? wire.exchange(error.data, faultsOf(error.errors))
        : wire.exchange(undefined, [], error);
    }
  };
}

/** Where a GitHub is asked: github.com, one of its data residencies, or a GitHub Enterprise Server. */
function baseUrlOf(host: string): string {
  if (host === "github.com" || host.endsWith(".ghe.com")) return `https://api.${host}`;
  const isThisMachine = /^(127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
  return `${isThisMachine ? "http" : "https"}://${host}/api`;
}

/**
 * The `fetch` of one question. Octokit drops headers and status of good answers, and takes an answer
 * that is not JSON for one without data, so that what really came is kept here.
 */
class Wire {
  readonly #web: Web;
  #came: { readonly answer: WebAnswer } | { readonly failure: unknown } | undefined;

  constructor(web: Web) {
    this.#web = web;
  }

  readonly fetch = async (url: string, { body }: { readonly body: string }): Promise<Response> => {
    try {
      const request = { url, method: "POST", body, maxBytes, credential: "github" } as const;
      const answer = await this.#web.send({ ...request, accept: "application/json" });
      this.#came = { answer };
    } catch (failure) {
      this.#came = { failure };
      throw failure;
    }
    const { status, text, headers } = this.#came.answer;
    const type = headers["content-type"];
    return new Response(text, {
      status,
      headers: type === undefined ? {} : { "content-type": type },
    });
  };

  /** Rethrows what is neither an answer nor a failure of the net: that is a bug. */
  exchange(data: unknown, faults: readonly Fault[], error?: unknown): Exchange {
    if (this.#came === undefined) throw error;
    if ("answer" in this.#came) {
      return { answer: this.#came.answer, data: isData(data) ? data : undefined, faults };
    }
    if (this.#came.failure instanceof SourceError) return { failure: this.#came.failure };
    throw this.#came.failure;
  }
}

function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
