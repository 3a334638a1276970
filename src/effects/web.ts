/** The net: what is asked or changed goes out with the credential that it needs. */
import type { Credential, Web, WebAnswer, WebRequest, WebWriter } from "../ports.ts";
import type { CredentialWorld } from "./credential-world.ts";
import { githubCredentials } from "./github-credential.ts";
import { nodeHttp, type Http, type HttpOptions, type HttpRequest } from "./http.ts";
import { secretAddress, withoutAddress } from "./secret-address.ts";
import { serviceToken, type Service } from "./place-credential.ts";
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
  const authorize = authorizations({ ...options, http });
  const exchange = async ({ credential, ...request }: Asked): Promise<WebAnswer> => {
    if (credential === undefined) return http(request);
    const url = checkedAddress(request.url, options);
    if (typeof credential === "object") {
      return askSecretly(http, request, {
        address: secretAddress(options, credential.variable, url),
        shown: url.href,
      });
    }
    const { token, scheme } = await authorize(credential, url);
    const answer = await http({ ...request, authorization: `${scheme} ${token}` });
    return withoutSecret(answer, token);
  };
  return { send: exchange, write: exchange };
}

type Asked = HttpRequest & { readonly credential?: Credential };

interface Authorization {
  readonly token: string;
  readonly scheme: string;
}

function authorizations(world: CredentialWorld) {
  const githubFor = githubCredentials(world);
  return async (credential: "github" | Service, url: URL): Promise<Authorization> => {
    if (credential === "github") return { ...(await githubFor(url)), scheme: "token" };
    return { token: serviceToken(world, credential, url), scheme: "Bearer" };
  };
}

async function askSecretly(
  http: Http,
  request: HttpRequest,
  { address, shown }: { readonly address: string; readonly shown: string },
): Promise<WebAnswer> {
  try {
    const answer = await http({ ...request, url: address });
    return { ...withoutSecret(answer, address), url: shown };
  } catch (error) {
    throw withoutAddress(error, address, shown);
  }
}

/** A server that repeats what it was sent must not carry it into records and reports. */
function withoutSecret(answer: WebAnswer, secret: string): WebAnswer {
  const clean = (text: string) => text.replaceAll(secret, "[secret]");
  const headers = Object.entries(answer.headers).map(
    ([name, value]) => [name, clean(value)] as const,
  );
  return { ...answer, headers: Object.fromEntries(headers), text: clean(answer.text) };
}
