/** What a command may do with the terminal: results to stdout, everything else to stderr. */
import { PlanError } from "../domain/errors.ts";
import { environmentSecrets } from "../effects/environment-secrets.ts";
import { startRedactor } from "../effects/redact.ts";
import { exitCodes } from "./exit-codes.ts";

export interface Terminal {
  /** Has a secret taken out of all that is printed from now on; those in the environment are. */
  hide(secret: string): void;
  /** A result, for people or machines. */
  result(text: string | Uint8Array): void;
  /** Anything else: progress, findings, errors. */
  note(text: string): void;
  /** What is going on right now: one line that the next replaces. Nothing where nobody watches. */
  status(text: string): void;
  /** Asks the person at the terminal for one line; a PlanError where it is not answered. Undefined where there is nobody to ask. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
  /** Whether results may be colored: on a terminal, unless NO_COLOR asks for none. */
  readonly hasColors: boolean;
  /** The whole of stdin as text. Throws a PlanError where that is no UTF-8 or has more bytes. */
  readStdin(maxBytes: number): Promise<string>;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The process's own streams. */
export function processTerminal(): Terminal {
  process.stdout.on("error", leaveIfLost);
  process.stderr.on("error", () => undefined);
  const status = statusLine(process.stderr);
  const { hide, redact } = startRedactor();
  for (const secret of environmentSecrets(process.env)) hide(secret);
  return {
    hide,
    result(output) {
      status.clear();
      process.stdout.write(redacted(output, redact));
    },
    note(text) {
      status.clear();
      process.stderr.write(`${redact(text)}\n`);
    },
    status: (text) => status.show(redact(text)),
    ask: process.stdin.isTTY && process.stderr.isTTY ? ask : undefined,
    hasColors: mayColor(process.stdout, process.env),
    readStdin,
    environment: process.env,
  };
}

/** See no-color.org: any text in NO_COLOR asks for none. */
function mayColor({ isTTY }: NodeJS.WriteStream, environment: NodeJS.ProcessEnv): boolean {
  return isTTY && environment["TERM"] !== "dumb" && (environment["NO_COLOR"] ?? "") === "";
}

/** One line at the end of a terminal, cut to its width; a pipe, a file or a dumb terminal gets nothing. */
function statusLine(stream: NodeJS.WriteStream) {
  const isWatched = stream.isTTY && process.env["TERM"] !== "dumb";
  let isShown = false;
  return {
    show(text: string) {
      if (!isWatched) return;
      stream.write(`\r\u001B[K${printable(text).slice(0, stream.columns - 1)}`);
      isShown = true;
    },
    clear() {
      if (isShown) stream.write("\r\u001B[K");
      isShown = false;
    },
  };
}

function redacted(output: string | Uint8Array, redact: (text: string) => string) {
  if (typeof output === "string") return redact(output);
  // One character for each byte: what holds no secret stays as it is, be it text or not.
  return Buffer.from(redact(Buffer.from(output).toString("latin1")), "latin1");
}

/** Who reads only the beginning, as `head` does, wants no more; anything else is a result that is lost. */
function leaveIfLost({ code, message }: NodeJS.ErrnoException): void {
  if (code === "EPIPE") return;
  process.stderr.write(`error: the result could not be printed: ${message}\n`);
  process.exit(exitCodes.render.code);
}

async function ask(question: string): Promise<string> {
  const { createInterface } = await import("node:readline/promises");
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await lines.question(question)).trim();
  } catch (error) {
    throw leftUnanswered(error);
  } finally {
    lines.close();
  }
}

/** Ctrl-C and Ctrl-D, where a question waits for its answer. */
function leftUnanswered(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== "AbortError") return error;
  // The question is still the last line on the screen.
  process.stderr.write("\n");
  const hint = "Nothing was written.";
  return new PlanError("the question was not answered", { code: "not-answered", hint });
}

async function readStdin(maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw unusable(`is larger than ${Math.floor(maxBytes / 1024)} KiB`);
    chunks.push(chunk);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks));
  } catch {
    throw unusable("is not UTF-8 text");
  }
}

function unusable(why: string): PlanError {
  const hint = "Pipe a plan into it, or name its file.";
  return new PlanError(`what came on stdin ${why}`, { code: "cannot-read", hint });
}

/** Text from outside must not steer the terminal or a CI log: control characters are shown, not obeyed. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, (found) =>
    found === "\n" ? "\n" : `\\x${(found.codePointAt(0) ?? 0).toString(16).padStart(2, "0")}`,
  );
}
