/**
 * Writes down when the command does what can be seen from outside: files it opens, the browser it
 * starts, what the two say to each other. Loaded before it, only here:
 * `RELEASE_DECK_MARKS=FILE node --import ./marks.mjs dist/release-deck.js …`
 */
import childProcess from "node:child_process";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { basename } from "node:path";

/** @type {[atMs: number, what: string][]} */
const marks = [];

/** @param {string} what */
function mark(what) {
  marks.push([performance.timeOrigin + performance.now(), what]);
}

const { spawn } = childProcess;
// @ts-expect-error One of its forms stands for all: it is only passed on.
childProcess.spawn = (
  /** @type {string} */ file,
  /** @type {readonly string[]} */ flags,
  /** @type {import("node:child_process").SpawnOptions} */ options,
) => {
  mark("spawn");
  const child = spawn(file, flags, options);
  mark("spawned");
  watchPipes(child);
  return child;
};

for (const name of /** @type {const} */ (["open", "readFile", "readdir", "rename"])) {
  const original = fs.promises[name];
  // @ts-expect-error As above.
  fs.promises[name] = (/** @type {any[]} */ ...given) => {
    mark(`${name} ${basename(String(given[0]))}`);
    // @ts-expect-error As above.
    return original.apply(fs.promises, given);
  };
}
syncBuiltinESMExports();
process.on("exit", () => {
  mark("exit");
  const started = [performance.timeOrigin, "node"];
  const booted = [performance.timeOrigin + performance.nodeTiming.bootstrapComplete, "booted"];
  const file = process.env["RELEASE_DECK_MARKS"] ?? "";
  fs.writeFileSync(file, JSON.stringify([started, booted, ...marks]));
});

/** @param {import("node:child_process").ChildProcess} child */
function watchPipes(child) {
  /** @type {Map<string, string>} */
  const asked = new Map();
  const toBrowser = /** @type {import("node:net").Socket} */ (child.stdio[3]);
  const fromBrowser = /** @type {import("node:net").Socket} */ (child.stdio[4]);
  const { write } = toBrowser;
  toBrowser.write = (/** @type {string} */ text, ...others) => {
    const [, method = ""] = /"method":"([\w.]+)"/.exec(text) ?? [];
    const [, id = ""] = /"id":(\d+)/.exec(text) ?? [];
    asked.set(id, method);
    mark(`> ${method}`);
    // @ts-expect-error As above.
    return write.call(toBrowser, text, ...others);
  };
  let rest = "";
  fromBrowser.on("data", (/** @type {Buffer} */ chunk) => {
    const messages = `${rest}${chunk.toString("latin1")}`.split("\0");
    rest = messages.pop() ?? "";
    for (const message of messages) {
      const [, id = ""] = /^\{"id":(\d+)/.exec(message) ?? [];
      const [, event = ""] = /^\{"method":"([\w.]+)"/.exec(message) ?? [];
      mark(id === "" ? `! ${event}` : `< ${asked.get(id)}`);
    }
  });
}
