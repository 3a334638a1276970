/** Work that only one process at a time does. */
import { dirname } from "node:path";
import type { Alone } from "../ports.ts";
import { ensureFolder } from "./durable.ts";
import { withLock } from "./lock.ts";

/** As long as another post may take that waits for a busy server. */
const patienceMs = 120_000;

export const alone: Alone = async (path, work) => {
  await ensureFolder(dirname(path));
  await withLock({ path, patienceMs }, work);
};
