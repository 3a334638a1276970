/** A preview that runs: its address, what it answers, and what it tells. */
import { request } from "node:http";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";
import { type Running, type RunOptions, start } from "./command.ts";

export interface Previewed extends Running {
  /** Ends in `/`. */
  readonly url: string;
}

/** Starts a preview, and ends it with the test. */
export async function startPreview(
  parameters: readonly string[],
  options: RunOptions,
): Promise<Previewed> {
  const running = start(["preview", ...parameters], options);
  onTestFinished(() => void running.process.kill("SIGKILL"));
  const { stdout } = running.process;
  if (stdout === null) throw new Error("There is no pipe.");
  const { promise, resolve } = Promise.withResolvers<string>();
  createInterface({ input: stdout }).once("line", resolve);
  const failed = running.finished.then(({ code, stderr }) => {
    throw new Error(`${code}\n${stderr}`);
  });
  failed.catch(() => undefined);
  return { ...running, url: await Promise.race([promise, failed]) };
}

export interface Asked {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One exchange, with any name for the host. */
export function ask(url: string, { path = "/", method = "GET", headers = {} }: Asked = {}) {
  const { hostname, port, host } = new URL(url);
  const { promise, resolve, reject } = Promise.withResolvers<{
    readonly status: number | undefined;
    readonly headers: Readonly<Record<string, string | string[] | undefined>>;
    readonly text: string;
  }>();
  const asked = request(
    { hostname, port, path, method, headers: { host, ...headers } },
    (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (part: string) => (text += part));
      answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, text }));
    },
  );
  asked.on("error", reject);
  asked.end();
  return promise;
}

export interface State {
  readonly deck: string | null;
  readonly problem: string | null;
}

/** What the preview tells of each change, one after the other. */
export async function listen(url: string): Promise<AsyncIterator<State>> {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const { body } = await fetch(`${url}events`, { signal: stop.signal });
  return statesIn(body ?? new ReadableStream());
}

async function* statesIn(body: ReadableStream<Uint8Array>): AsyncGenerator<State> {
  let rest = "";
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    const events = (rest + decoder.decode(chunk, { stream: true })).split("\n\n");
    rest = events.pop() ?? "";
    for (const event of events) {
      const [, data] = /^data: (.*)$/m.exec(event) ?? [];
      if (data !== undefined) yield JSON.parse(data) as State;
    }
  }
}

/** Waits for a state that is as a test wants it. */
export async function stateThat(
  states: AsyncIterator<State>,
  isSo: (state: State) => boolean,
): Promise<State> {
  for (;;) {
    const next = await states.next();
    if (next.done === true) throw new Error("The preview ended.");
    if (isSo(next.value)) return next.value;
  }
}
