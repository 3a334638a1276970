/** The net: what is asked or changed goes out with the credential that it needs. */
import type { Credential, Web, WebAnswer, WebRequest, WebWriter } from "../ports.ts";
import type { CredentialWorld } from "./credential-world.ts";
import { githubCredentials } from "./github-credential.ts";
import { nodeHttp, type HttpOptions, type HttpRequest } from "./http.ts";
import { checkedAddress } from "./web-address.ts";

/** What the net makes of its environment, and whom it tells of secrets. */
export type WebOptions = HttpOptions & Omit<CredentialWorld, "http">;

/** The `Web` port that can also ask whether something has changed. */
export interface ConditionalWeb extends Web {
  send(request: WebRequest & Pick<HttpRequest, "headers">): Promise<WebAnswer>;
}

/** Loads, connects and asks nothing before the first request. */
export function nodeWeb(options: WebOptions): ConditionalWeb & WebWriter {
  const http = nodeHttp(options);
  const credentialFor = githubCredentials({ ...options, http });
  const exchange = async ({ credential, ...request }: Asked): Promise<WebAnswer> => {
    if (credential === undefined) return http(request);
    const { token } = await credentialFor(checkedAddress(request.url, options));
    const answer = await http({ ...request, authorization: `token ${token}` });
    return withoutSecret(answer, token);
  };
  return { send: exchange, write: exchange };
}

type Asked = HttpRequest & { readonly credential?: Credential };

/** A server that repeats what it was sent must not carry it into records and reports. */
function withoutSecret(answer: WebAnswer, secret: string): WebAnswer {
  const clean = (text: string) => text.replaceAll(secret, "[secret]");
  const headers = Object.entries(answer.headers).map(
    ([name, value]) => [name, clean(value)] as const,
  );
  return { ...answer, headers: Object.fromEntries(headers), text: clean(answer.text) };
}
