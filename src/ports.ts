/** What the stages need of the world, as types. `effects/` makes them real; tests make them small. */
import type { Instant } from "./domain/time.ts";

/** Files and folders. Paths are relative to the working folder or absolute, with `/`. */
export interface Files {
  /**
   * The text of a regular file of at most `maxBytes`; undefined where there is none.
   * Throws a PlanError for a folder, a device, a larger file or text that is not UTF-8.
   */
  readText(path: string, maxBytes: number): Promise<string | undefined>;
  /** The bytes of such a file, text or not. Throws as `readText` does. */
  readBytes(path: string, maxBytes: number): Promise<Uint8Array | undefined>;
  /** Names in a folder, sorted by code point; empty where there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Writes a new file whole or not at all. Throws a PlanError where there is one, a RenderError where the disk refuses. */
  create(path: string, bytes: Uint8Array): Promise<void>;
  /**
   * Puts `files`, named without folders, into `folder` all or nothing: after it, or after a crash at
   * any moment, the folder holds either what it held before or all of the new files, never some of
   * each. What an earlier call wrote and this one does not goes; files of other names stay. Throws a
   * RenderError that says what the disk refused, or who else is writing there.
   */
  replaceAll(folder: string, files: readonly { path: string; bytes: Uint8Array }[]): Promise<void>;
}

/** Files that are not kept for good. */
export interface Rewriting {
  /** Puts `bytes` at a path, whole or not at all, in the place of what is there. Throws a RenderError where the disk refuses. */
  replace(path: string, bytes: Uint8Array): Promise<void>;
}

/**
 * Does `work` while no other process does work under the same path; waits a while for one that does,
 * then throws a RenderError that says who. Killed, it leaves nothing behind that holds up the next.
 */
export type Alone = (path: string, work: () => Promise<void>) => Promise<void>;

/** A browser that prints. It may be starting while other work goes on. */
export interface Printer {
  /**
   * One page per slide; the HTML must carry its own page size, fonts and images. The PDF is dated
   * `at`, not by the clock. Throws a RenderError where there is no browser or it does not answer.
   */
  print(html: string, at: Instant): Promise<PrintedPages>;
}

export interface PrintedPages {
  readonly pdf: Uint8Array;
  /** Ids of the slides whose content did not fit into its page, from the laid-out page. */
  readonly overflowing: readonly string[];
}

/** Reads the project's own files that are shipped beside the code. */
export interface Assets {
  /** All templates by path below `templates/`, e.g. `blocks/table.hbs`; the same map each time. */
  templates(): Promise<ReadonlyMap<string, string>>;
  /** A font file, by the name that the font index gives it, in Base64, as a page carries it. */
  font(name: string): Promise<string>;
}

/** One question over HTTP. */
export interface WebRequest {
  readonly url: string;
  /** `POST` only for questions that change nothing, such as a GraphQL query. */
  readonly method?: "GET" | "HEAD" | "POST";
  readonly body?: string;
  readonly accept?: string;
  readonly maxBytes: number;
  /** Whose credential goes along: to that host alone. The secret itself is never seen by who asks. */
  readonly credential?: Credential;
}

/** Names a secret of the environment; `effects` knows where it is found and which hosts may be given it. */
export type Credential = "github" | "slack" | "hackmd" | SecretAddress;

/**
 * The address itself is the secret, and a variable of the environment holds it: what is sent goes there
 * if it is at the origin of the request's `url`, which is all that is ever shown of it.
 */
export interface SecretAddress {
  readonly variable: string;
}

/** A whole answer of any status. */
export interface WebAnswer {
  readonly status: number;
  /** The address that answered, after redirects. */
  readonly url: string;
  /** Names in lower case; cookies and whatever may hold a secret are left out. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The net, as those who only read need it. */
export interface Web {
  /**
   * One exchange, without a second try. Throws a SourceError where there is no whole answer: with the
   * code `web-timeout`, `web-unreachable` or `web-broken` where another try may help, with
   * `web-too-large`, `web-not-text`, `web-refused` or `no-credential` where it will not.
   */
  send(request: WebRequest): Promise<WebAnswer>;
}

/** One change to the world over HTTP. */
export interface WebWrite extends Omit<WebRequest, "method" | "body"> {
  readonly method: "POST" | "PATCH" | "PUT" | "DELETE";
  readonly body?: string;
}

/** The net, as those who change something there need it. */
export interface WebWriter {
  /**
   * One exchange, without a second try and without following the server elsewhere. Throws as
   * `Web.send` does; after `web-timeout`, `web-unreachable`, `web-broken`, `web-too-large` and
   * `web-not-text` the change may have been made all the same.
   */
  write(request: WebWrite): Promise<WebAnswer>;
}

/** A message to people. */
export interface Mail {
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly subject: string;
  readonly date: Instant;
  /** By which mail programs know one message from another: `id@host`, without angle brackets. */
  readonly id: string;
  readonly text: string;
  readonly html: string;
  /** Further headers by name. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

export interface Mailer {
  /** The message as it is sent, ASCII throughout: RFC 5322 and MIME. The same mail gives the same text. */
  write(mail: Mail): Promise<string>;
  /**
   * Sends it once, by the server that a variable of the environment names:
   * `smtps://user:password@mail.example.org`. Throws as `WebWriter.write` does.
   */
  send(mail: Mail, variable: string): Promise<void>;
}

/**
 * Waits at least `seconds`, plus a little that differs each time, and says why to whoever watches.
 * Throws a SourceError with the code `out-of-time` at once where the run's time would be over before.
 */
export type Pause = (seconds: number, why: string) => Promise<void>;

/** Lowercase hex SHA-256. */
export type Hash = (bytes: Uint8Array) => string;

/** Lets what has been begun elsewhere go on, such as a print, before work that would hold it up. */
export type GiveWay = () => Promise<void>;

/** The world as a build needs it. */
export interface Effects {
  readonly files: Files;
  readonly assets: Assets;
  readonly hash: Hash;
  readonly giveWay: GiveWay;
  /** Waits for the browser; asked for only where a format needs it. */
  printer(): Promise<Printer>;
}
