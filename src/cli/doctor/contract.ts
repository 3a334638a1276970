/** What a check of the doctor's is: it looks at one thing that release-deck needs, and tells in a line. */
import type { GithubCredentials } from "../../effects/github-credential.ts";
import type { Http } from "../../effects/http.ts";
import type { Instant } from "../../domain/time.ts";
import type { PlanText } from "../../index.ts";
import type { Web } from "../../ports.ts";
import type { Given } from "../command.ts";
import type { Terminal } from "../terminal.ts";

export interface Finding {
  /** One or two words: `browser`. */
  readonly what: string;
  readonly state: "ok" | "warn" | "fail";
  /** What was found, in a line. */
  readonly message: string;
  /** What to do about it. */
  readonly mend?: string;
  /** With which code the command leaves where this failed. */
  readonly code: number;
}

/** Never throws for what is wrong with the world: that is a finding. */
export type DoctorCheck = (world: DoctorWorld) => Promise<readonly Finding[]>;

export interface DoctorWorld {
  readonly terminal: Terminal;
  readonly given: Given;
  readonly asOf: Instant;
  /** Undefined where none was named and there is none of the usual name. */
  readonly plan?: PlanText;
  readonly web: Web;
  readonly http: Http;
  readonly credentialFor: GithubCredentials;
}
