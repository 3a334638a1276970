/** The world that a run collects from, as a person chose it: the net and the clock, or a recording of both. */
import type { Instant } from "../domain/time.ts";
import { nodeFiles } from "../effects/files.ts";
import { startPause } from "../effects/pause.ts";
import type { RecordedWorld } from "../effects/recording-format.ts";
import { recording } from "../effects/recording.ts";
import { replaying } from "../effects/replaying.ts";
import { cachedWeb } from "../effects/web-cache.ts";
import { nodeWeb } from "../effects/web.ts";
import { parseAsOf, type CollectEffects, type SourceEvent } from "../index.ts";
import type { Pause, Web } from "../ports.ts";
import { clockNow } from "./clock-now.ts";
import { textOption, type Given } from "./command.ts";
import { printable, type Terminal } from "./terminal.ts";
import { version } from "./version.ts";
import { webOptions } from "./web-options.ts";

export interface CollectWorld {
  readonly effects: CollectEffects;
  /** The one "now" of the whole run. */
  readonly asOf: Instant;
}

/** Asks nothing yet. Throws a PlanError for a recording that cannot be read or written. */
export async function collectWorld(terminal: Terminal, given: Given): Promise<CollectWorld> {
  const { web, pause, asOf } = await openWorld(terminal, given);
  const tell = (event: SourceEvent) => report(terminal, event);
  return { effects: { files: nodeFiles, web, pause, tell }, asOf };
}

type OpenWorld = RecordedWorld & { readonly asOf: Instant };

async function openWorld(terminal: Terminal, given: Given): Promise<OpenWorld> {
  const replay = textOption(given, "replay");
  if (replay !== undefined) return replaying(replay);
  const asOf = nowOf(given);
  const world = { web: openWeb(terminal, given), pause: openPause(terminal) };
  const record = textOption(given, "record");
  if (record === undefined) return { ...world, asOf };
  return { ...(await recording(world, record, { asOf, version })), asOf };
}

function openWeb(terminal: Terminal, given: Given): Web {
  return cachedWeb(nodeWeb(webOptions(terminal, given)));
}

/** Waits are told as they begin. */
export function openPause(terminal: Terminal): Pause {
  return startPause({
    onWait: (seconds, why) => terminal.note(printable(`waiting ${seconds} s: ${why}`)),
  });
}

function nowOf(given: Given): Instant {
  const now = textOption(given, "now");
  return now === undefined ? clockNow() : parseAsOf(now);
}

/** One line for each source when it is done; what it is doing meanwhile only where somebody watches. */
function report(terminal: Terminal, { id, kind, message }: SourceEvent): void {
  const line = printable(`${id}: ${kind}${message === "" ? "" : `, ${message}`}`);
  if (kind === "started" || kind === "working") terminal.status(line);
  else terminal.note(line);
}
