/** Asks over HTTP with a secret that must come out nowhere. */
import { inspect } from "node:util";
import { expect } from "vitest";
import { SourceError } from "../../../src/domain/errors.ts";
import { nodeHttp, type Http, type HttpOptions } from "../../../src/effects/http.ts";

export const canary = "ghp_canaryCANARYcanary0123456789";

export function httpWith(options: Partial<HttpOptions> = {}): Http {
  return nodeHttp({ version: "1.2.3", environment: {}, allowLoopback: true, ...options });
}

/** The error, after looking that it holds no secret, no answer and nothing of the library's. */
export async function failureOf(sent: Promise<unknown>): Promise<SourceError> {
  const error = await sent.catch((thrown: unknown) => thrown);
  if (!(error instanceof SourceError)) throw new Error(`not a SourceError: ${inspect(error)}`);
  expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(canary);
  expect(error.message).not.toMatch(/\n|</);
  expect(error.cause).toBeUndefined();
  return error;
}
