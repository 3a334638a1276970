/**
 * The floor: a headless shell prints a finished HTML over the raw DevTools protocol, with nothing
 * else in the process. `node floor.mjs HTML PDF EXECUTABLE FLAG…`
 */
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const [htmlFile = "", pdfFile = "", executable = "", ...flags] = process.argv.slice(2);
const browser = spawn(executable, flags, {
  detached: true,
  stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
});
const toBrowser = /** @type {import("node:net").Socket} */ (browser.stdio[3]);
const fromBrowser = /** @type {import("node:net").Socket} */ (browser.stdio[4]);

/** @type {((result: any) => void)[]} By the number of the call. */
const waiting = [];
/** @type {Buffer[]} */
let parts = [];
fromBrowser.on("data", (/** @type {Buffer} */ chunk) => {
  let start = 0;
  for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
    receive(Buffer.concat([...parts, chunk.subarray(start, end)]).toString());
    parts = [];
    start = end + 1;
  }
  parts.push(chunk.subarray(start));
});

const { targetInfos } = await call("Target.getTargets", {});
const { targetId } = targetInfos.find((/** @type {any} */ target) => target.type === "page");
const { sessionId } = await call("Target.attachToTarget", { targetId, flatten: true });
const html = readFileSync(htmlFile, "utf8");
// Both are for the page itself, which takes them in their order; the print is not and has to wait.
void call("Page.setDocumentContent", { frameId: targetId, html }, sessionId);
await call(
  "Runtime.evaluate",
  { expression: "document.fonts.ready.then(() => 0)", awaitPromise: true },
  sessionId,
);
const { data } = await call(
  "Page.printToPDF",
  {
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  },
  sessionId,
);
writeFileSync(pdfFile, Buffer.from(data, "base64"));
process.kill(-Number(browser.pid), "SIGKILL");
process.exit();

/**
 * @param {string} method
 * @param {object} params
 * @param {string} [sessionId] None for the browser itself.
 * @returns {Promise<any>}
 */
function call(method, params, sessionId) {
  const id = waiting.length;
  toBrowser.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
  return new Promise((resolve) => waiting.push(resolve));
}

/** @param {string} message */
function receive(message) {
  const { id, result, error } = JSON.parse(message);
  if (error !== undefined) throw new Error(error.message);
  // What has no number is an event.
  if (id !== undefined) waiting[id]?.(result);
}
