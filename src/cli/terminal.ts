/** What a command may do with the terminal: results to stdout, everything else to stderr. */

export interface Terminal {
  /** A result, for people or machines. */
  result(text: string | Uint8Array): void;
  /** Anything else: progress, findings, errors. */
  note(text: string): void;
  /** The whole of stdin as text. */
  readStdin(): Promise<string>;
  /** The text in bold, where colors are welcome. */
  bold(text: string): string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The process's own streams. `NO_COLOR` and a stderr that is no terminal turn colors off. */
export function processTerminal(): Terminal {
  const isColored = process.stderr.isTTY && !process.env["NO_COLOR"];
  return {
    result: (text) => void process.stdout.write(text),
    note: (text) => void process.stderr.write(`${text}\n`),
    readStdin,
    bold: (text) => (isColored ? `\u001B[1m${text}\u001B[22m` : text),
    environment: process.env,
  };
}

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

/** Text from outside must not steer the terminal or a CI log: control characters are shown, not obeyed. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, (found) =>
    found === "\n" ? "\n" : `\\x${(found.codePointAt(0) ?? 0).toString(16).padStart(2, "0")}`,
  );
}
