/** From what a library of the net throws to one line that holds nothing of what was sent or answered. */
import { SourceError } from "../domain/errors.ts";

/** By the code of an error, why there was no connection. */
const unreachable: Readonly<Record<string, string>> = {
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "the host's name cannot be looked up for now",
  ECONNREFUSED: "nothing listens there",
  EHOSTUNREACH: "there is no way to it",
  ENETUNREACH: "there is no way to it",
  ETIMEDOUT: "it does not answer",
  EPROTO: "it does not speak TLS",
  UND_ERR_CONNECT_TIMEOUT: "it does not answer",
  UND_ERR_PRX_CONN: "the proxy does not connect",
  UND_ERR_PRX_TLS: "the proxy's certificate is not accepted",
};

/** The codes of OpenSSL and Node for a certificate that is not to be trusted. */
const untrusted = /^(?:CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_)/;

/**
 * A SourceError of the `Web` port for anything that went wrong in an exchange. It has no `cause`: the
 * library's errors may hold what was sent, and the code that says what happened is in the message.
 */
export function webFailure(error: unknown, url: URL, timeoutMs: number): SourceError {
  if (error instanceof SourceError) return error;
  if (error instanceof Error && error.name === "TimeoutError") {
    const message = `${url.href} did not answer in full within ${timeoutMs / 1000} seconds`;
    return new SourceError(message, { code: "web-timeout", hint: "Try again later." });
  }
  const code = codeOf(error);
  if (untrusted.test(code)) {
    return new SourceError(`${url.host} has a certificate that is not accepted (${code})`, {
      code: "web-refused",
      hint: "If it is your own, name its authority's certificate in NODE_EXTRA_CA_CERTS.",
    });
  }
  const why = unreachable[code];
  if (why === undefined) {
    return new SourceError(`${url.href} did not answer in full (${code})`, { code: "web-broken" });
  }
  return new SourceError(`${url.host} cannot be reached: ${why} (${code})`, {
    code: "web-unreachable",
    hint: "Check the address, your connection and, if you need one, the proxy in HTTPS_PROXY.",
  });
}

/** The code, else the kind, alone: words of Node's, of the system's or of the library's own. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  if (!(error instanceof Error)) return "no reason given";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
