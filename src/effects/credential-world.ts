/** What finding a credential takes. */
import type { Http } from "./http.ts";
import type { Openings } from "./web-address.ts";

/** Where `allowLoopback` is on, this machine may be given the credential of github.com. */
export interface CredentialWorld extends Openings {
  readonly http: Http;
  /** Told of every secret before it is used, so that none is ever shown. */
  onSecret(secret: string): void;
}
