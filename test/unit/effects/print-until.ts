/** Starts a printer, gets as far as its first argument says, tells so, and then waits to be ended. */
import { startPrinter } from "../../../src/effects/printer.ts";
import { slidesHtml } from "../../builders/slides.ts";

const asOf = "2020-10-22T08:00:00Z";
const [, , until, executable] = process.argv;
const printer = startPrinter({
  onNote: () => undefined,
  ...(executable !== undefined && { executable }),
});

if (until === "printed") await printer.print(slidesHtml(["x"]), asOf);
if (until === "printing") {
  const many = slidesHtml(Array.from({ length: 500 }, () => "x"));
  void printer.print(many, asOf).catch(() => undefined);
}
// The browser has been started, by what follows the choice, once this turn of the loop is over.
setImmediate(() => process.send?.("ready"));

process.on("message", (how) => {
  if (how === "exit") process.exit(0);
  if (how === "throw") throw new Error("A mistake of ours.");
  // Nothing left to wait for: the printer must not hold us.
  if (how === "finish") process.removeAllListeners("message");
});
