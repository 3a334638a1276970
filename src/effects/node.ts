/** All ports made real for Node. */
import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { RenderError } from "../domain/errors.ts";
import type { Effects } from "../ports.ts";
import { nodeAssets } from "./assets.ts";
import { nodeFiles } from "./files.ts";
import type { DisposablePrinter } from "./printer.ts";

/** `printer` is undefined where nothing is to be printed; asking for it then is an error. */
export function nodeEffects(printer: DisposablePrinter | undefined): Effects {
  return {
    files: nodeFiles,
    assets: nodeAssets(),
    hash: (bytes) => createHash("sha256").update(bytes).digest("hex"),
    giveWay: async () => {
      // Whoever prints has asked for it after the first turn, and after the last the browser was told.
      await setImmediate();
      await printer?.opened();
      await setImmediate();
    },
    printer: async () => {
      if (printer !== undefined) return printer;
      throw new RenderError("no browser was started", { code: "browser-missing" });
    },
  };
}
