/** A running browser: a process group of its own that ends when we do. */
import { type ChildProcess, spawn } from "node:child_process";
import { Socket } from "node:net";
import type { BrowserCommand } from "./browser-command.ts";
import { browserFlags } from "./browser-flags.ts";
import { pipeTransport, type Transport } from "./pipe-transport.ts";
import { makeTemporaryFolder, removeFolder } from "./temporary-folder.ts";

export interface BrowserProcess {
  readonly transport: Transport;
  /** Resolves with its last words once it has ended, or could not even begin. */
  readonly ended: Promise<string>;
  /** Ends the browser and all its processes at once and removes its files. */
  kill(): void;
}

const keptOutput = 4_000;

/** What a browser sees of our environment, where it is set; the last five are for Windows. */
const inherited = [
  "PATH",
  "HOME",
  "SystemRoot",
  "ProgramData",
  "ProgramFiles",
  "LOCALAPPDATA",
  "USERPROFILE",
];

/** Starts it at once. It keeps nobody waiting: a process with nothing else to do may end. */
export function startBrowser(command: BrowserCommand, isSandboxed: boolean): BrowserProcess {
  const folder = makeTemporaryFolder();
  const flags = browserFlags({ isSandboxed, ...(command.hasProfile && { profile: folder }) });
  const child = spawn(command.executable, flags, {
    // A Ctrl-C in the terminal is for us alone; we end the group ourselves.
    detached: true,
    stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
    env: { ...environment(folder), ...command.environment },
  });
  const ended = lastWords(child);
  const [toBrowser, fromBrowser] = [pipe(child, 3), pipe(child, 4)];
  // Writing to a browser that has just died: its end is told elsewhere.
  toBrowser.on("error", () => undefined);
  child.unref();
  return {
    transport: pipeTransport(toBrowser, fromBrowser),
    ended,
    kill: () => {
      killGroup(child);
      removeFolder(folder);
    },
  };
}

/** The same everywhere: no zone, no language and no proxy of the machine. */
function environment(folder: string): Record<string, string> {
  const kept = inherited.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const temporary = { TMPDIR: folder, TEMP: folder, TMP: folder };
  return { ...Object.fromEntries(kept), ...temporary, TZ: "UTC", LANG: "C.UTF-8" };
}

function lastWords(child: ChildProcess): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  let output = "";
  child.once("error", (error) => resolve(error.message));
  child.once("close", (code, signal) => resolve(output || `ended with ${signal ?? code}`));
  pipe(child, 2).on("data", (chunk: Buffer) => {
    output = `${output}${chunk.toString()}`.slice(-keptOutput);
  });
  return promise;
}

function pipe(child: ChildProcess, number: 2 | 3 | 4): Socket {
  const stream = child.stdio[number];
  if (stream instanceof Socket) return stream.unref();
  throw new Error("There are no pipes left to talk to a browser.");
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    // Its helpers are in its group; Windows has no groups, there they end with it.
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
