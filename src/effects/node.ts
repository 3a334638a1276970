/** All ports made real for Node. */
import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { RenderError } from "../domain/errors.ts";
import type { Assets, Files, GiveWay, Hash, Printer } from "../ports.ts";
import { nodeAssets } from "./assets.ts";
import { nodeFiles } from "./files.ts";

export interface NodeEffects {
  readonly files: Files;
  readonly assets: Assets;
  readonly hash: Hash;
  readonly giveWay: GiveWay;
  printer(): Promise<Printer>;
}

/** `printer` is undefined where nothing is to be printed; asking for it then is an error. */
export function nodeEffects(printer: Printer | undefined): NodeEffects {
  return {
    files: nodeFiles,
    assets: nodeAssets(),
    hash: (bytes) => createHash("sha256").update(bytes).digest("hex"),
    giveWay: () => setImmediate(),
    printer: async () => {
      if (printer !== undefined) return printer;
      throw new RenderError("no browser was started", { code: "browser-missing" });
    },
  };
}
