/** What finding a credential takes. */
import type { Http } from "./http.ts";

export interface CredentialWorld {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether this machine may be given the credential of github.com; for tests. */
  readonly allowLoopback: boolean;
  readonly http: Http;
  /** Told of every secret before it is used, so that none is ever shown. */
  onSecret(secret: string): void;
}
