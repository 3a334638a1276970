/**
 * What a target is: a kind of place where a report is posted, and how it is brought there.
 *
 * A new kind is one file in `targets/` and one line in `registry.ts`. It says its settings, names
 * its places, and in `prepare` looks at what stands there and gives the writes that are missing;
 * `settle.ts` does them one by one and prepares again until none is left. So a crash, an answer
 * that got lost or a second run needs no care of its own, as long as `prepare` finds what an earlier
 * run has left there. Texts that are looked up, compared and edited in place get all of this from
 * `texts.ts`; a place where nobody can look afterwards marks its writes `isBlind` and finds in
 * `job.remembered` what was sent before.
 */
import type { z } from "zod";
import type { CutName } from "../domain/cut.ts";
import type { TimelineEvent } from "../domain/facts.ts";
import type { Posted } from "../domain/publication.ts";
import type { ReportForms } from "../domain/report-forms.ts";
import type { Instant } from "../domain/time.ts";
import type {
  Files,
  Hash,
  Mail,
  Pause,
  Rewriting,
  WebAnswer,
  WebRequest,
  WebWrite,
} from "../ports.ts";

export interface PostTarget<Settings> {
  /** The word in the plan: `to: github-issue`. */
  readonly to: string;
  /** One sentence for the documentation and the JSON Schema. */
  readonly about: string;
  /** A strict object of the keys that this kind adds to those that all share; see `settings.ts`. */
  readonly settings: z.ZodType<Settings>;
  /** What one place takes. */
  readonly limits: Limits;
  /** The cut of the report that is meant where the plan names none: all of it where left out. */
  readonly cut?: CutName;
  /**
   * Where it goes, e.g. `github.com/acme/kit#12`: for people, and the ledger remembers it by that.
   * No two entries of a plan may have the same.
   */
  place(settings: Settings): string;
  /**
   * Looks at what stands there and gives what is to be done so that the report stands there once;
   * changes nothing. Throws a PostError where it must not be posted, a SourceError where there is no
   * looking.
   */
  prepare(context: PostContext, job: Job<Settings>): Promise<Prepared>;
}

export interface Limits {
  /** Characters (UTF-16 code units) of one text; what is beyond goes into follow-ups. */
  readonly characters: number;
  /** Texts of one report; what is beyond is left out, and the last text says so. */
  readonly posts: number;
}

/** A cut of the report as its targets get it. */
export interface Report {
  /** Tells our texts from those of other reports in the same place: the plan's name. */
  readonly id: string;
  readonly title: string;
  readonly asOf: Instant;
  /** For targets whose format is not Markdown. */
  readonly forms: ReportForms;
  /** The deck as GitHub's Markdown, quiet but for its links. */
  readonly markdown: string;
  /** The GitHub that its facts are from, and the repositories there, as `owner/name`, sorted. */
  readonly facts: { readonly host: string; readonly repositories: readonly string[] };
  /** The release calendar, for what is due when. */
  readonly events: readonly TimelineEvent[];
}

/** One entry of the plan's `post`, and what is to stand there. */
export interface Job<Settings> {
  readonly settings: Settings;
  readonly report: Report;
  /** The report's Markdown with links as the entry wants them and the people that it names, due today. */
  readonly markdown: string;
  /** What stood there after an earlier run, by the ledger. */
  readonly remembered: readonly Posted[];
  /** What the place has acknowledged in this run, oldest first; it may not show there at once. */
  readonly acknowledged: readonly Posted[];
}

/** What a target may use. */
export interface PostContext {
  readonly files: Pick<Files, "readText"> & Rewriting;
  readonly hash: Hash;
  readonly pause: Pause;
  readonly step: WorkflowStep;
  /** An answer with a status of 2xx, asked for up to four times. Throws a SourceError otherwise; `not-found` for 404. */
  read(request: WebRequest): Promise<WebAnswer>;
  /** One change, tried once. Throws a PostError where it was refused and so not made. */
  write(request: WebWrite): Promise<Changed<WebAnswer>>;
  /** A mail as it is sent, or kept in a file; see `Mailer.write`. */
  writeMail(mail: Mail): Promise<string>;
  /** Sends a mail, tried once; see `Mailer.send`. Throws a PostError where it was refused and so not sent. */
  sendMail(mail: Mail, variable: string): Promise<Changed<undefined>>;
  /** The GitHub at a host such as `github.com`. */
  github(host: string): GitHub;
}

/** What GitHub Actions tells the step of a workflow that posts; all undefined elsewhere. */
export interface WorkflowStep {
  /** The file that it may add to for its summary. */
  readonly summaryFile: string | undefined;
  /** Whose workflow it is, as `owner/name`. */
  readonly repository: string | undefined;
  /** The GitHub that it is on: `https://github.com`. */
  readonly server: string | undefined;
}

/** What came of a change: done, or nobody knows. */
export type Changed<Value> = { readonly done: Value } | Unclear;

/** It may or may not have been made; or it was put off and may be tried again later. */
export interface Unclear {
  readonly unclear: string;
  /** How long to wait before looking again, where the server says it. */
  readonly waitSeconds?: number;
}

export interface GitHub {
  readonly host: string;
  /** Where its REST interface begins: `https://api.github.com`. */
  readonly rest: string;
  /** Data of a query, and what is missing of it; asked several times where that may help. Throws a SourceError. */
  ask(query: string, variables: Variables): Promise<GitHubReply>;
  /** One mutation, tried once. Throws a PostError where GitHub refused it. */
  change(mutation: string, variables: Variables): Promise<Changed<Data>>;
}

export type Variables = Readonly<Record<string, unknown>>;
export type Data = Readonly<Record<string, unknown>>;

export interface GitHubReply {
  readonly data: Data;
  readonly faults: readonly { readonly type?: string | undefined; readonly message: string }[];
}

/** How a place differs from what should stand there. */
export interface Prepared {
  /** In their order; none where all is as it should be. */
  readonly writes: readonly Write[];
  /** What stands there once there are no writes. */
  readonly posts: readonly Posted[];
  /** Who can read it: `public` where people without any right can, also by knowing the address. */
  readonly audience: "public" | "restricted";
  /** The GitHub that it is on, where the place's name does not begin with it. */
  readonly host?: string;
}

/** One change at a target. */
export interface Write {
  readonly kind: "create" | "update" | "delete";
  /** What it is about, e.g. `comment 2 of 3`. */
  readonly title: string;
  /** The whole text as it is now and as it will be; empty for none. */
  readonly before: string;
  readonly after: string;
  /** Nobody can look afterwards whether it was made: after a doubt it is not made again. */
  readonly isBlind?: boolean;
  /** Makes the change, once. Throws a PostError where it was refused. */
  apply(): Promise<Changed<Posted | undefined>>;
}
