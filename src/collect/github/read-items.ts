/** Reads pull requests and issues, many with one question, and fewer where GitHub has no time for as many. */
import { SourceError } from "../../domain/errors.ts";
import type { Ref } from "../../domain/ref.ts";
import type { Question } from "./client.ts";
import { isTooHeavy, type Fault } from "./fault.ts";
import { aliasesOf, itemsQuestion } from "./queries.ts";
import { itemSchema, type Item } from "./schema.ts";
import type { Asked } from "./session.ts";
import type { Reply } from "./verdict.ts";

/** With one question of this size GitHub is at ease, and a run needs few of them. */
export const batchSize = 50;
/** One item that GitHub has no time for is left out after so many tries. */
const maxTriesOfOne = 3;

export interface ItemRead {
  readonly ref: Ref;
  readonly item: Item;
  /** Errors about fields of it, which then are not known. */
  readonly faults: readonly Fault[];
}

export interface ItemUnread {
  readonly ref: Ref;
  /** What GitHub says about it; undefined where it does not say anything. */
  readonly fault: Fault | undefined;
}

export interface ItemsRead {
  readonly read: readonly ItemRead[];
  readonly unread: readonly ItemUnread[];
  /** Why the reading ended before its end. */
  readonly stopped?: SourceError;
}

export interface Reader {
  ask(question: Question): Promise<Asked>;
  tell(message: string): void;
}

/** Never throws for what can be given in part; throws a SourceError where nothing at all was read. */
export async function readItems(reader: Reader, refs: readonly Ref[]): Promise<ItemsRead> {
  const reading: Reading = {
    queue: byRepository(refs),
    read: [],
    unread: [],
    size: batchSize,
    tries: 0,
  };
  while (reading.queue.length > 0) {
    try {
      await readBatch(reader, reading);
    } catch (error) {
      if (!(error instanceof SourceError) || reading.read.length === 0) throw error;
      const left = reading.queue.map((ref) => ({ ref, fault: undefined }));
      return { read: reading.read, unread: [...reading.unread, ...left], stopped: error };
    }
    reader.tell(`${refs.length - reading.queue.length} of ${refs.length} references`);
  }
  return { read: reading.read, unread: reading.unread };
}

interface Reading {
  queue: readonly Ref[];
  readonly read: ItemRead[];
  readonly unread: ItemUnread[];
  /** Items with one question; remembered for the run once GitHub had no time for more. */
  size: number;
  /** Tries of one item alone. */
  tries: number;
}

/** The fewer repositories in a question, the shorter it is. */
function byRepository(refs: readonly Ref[]): readonly Ref[] {
  return [...Map.groupBy(refs, ({ repo }) => repo.toLowerCase()).values()].flat();
}

async function readBatch(reader: Reader, reading: Reading): Promise<void> {
  const batch = reading.queue.slice(0, reading.size);
  const reply = await reader.ask(itemsQuestion(batch));
  if ("tooHeavy" in reply) return askLess(reading, batch, { message: reply.tooHeavy, path: [] });
  const outcomes = sort(batch, reply);
  reading.read.push(...outcomes.read);
  reading.unread.push(...outcomes.unread);
  reading.queue = reading.queue.slice(batch.length);
  const [first] = outcomes.tooHeavy;
  if (first === undefined) return;
  reading.queue = [...outcomes.tooHeavy.map(({ ref }) => ref), ...reading.queue];
  askLess(reading, batch, first.fault);
}

function askLess(reading: Reading, batch: readonly Ref[], fault: Fault): void {
  reading.size = Math.max(1, Math.floor(batch.length / 2));
  const [only] = batch;
  if (batch.length > 1 || only === undefined) return;
  reading.tries += 1;
  if (reading.tries < maxTriesOfOne) return;
  reading.tries = 0;
  reading.unread.push({ ref: only, fault });
  reading.queue = reading.queue.slice(1);
}

interface Outcomes {
  readonly read: readonly ItemRead[];
  readonly unread: readonly ItemUnread[];
  /** Cut short: what there is of them is no fact. */
  readonly tooHeavy: readonly { readonly ref: Ref; readonly fault: Fault }[];
}

function sort(batch: readonly Ref[], reply: Reply): Outcomes {
  const aliases = aliasesOf(batch);
  const outcomes = batch.map((ref, index) => {
    const { repository = "", item = "" } = aliases[index] ?? {};
    const own = reply.faults.filter((fault) => isAbout(fault, repository, item));
    const found = itemSchema.safeParse(fieldOf(reply.data[repository], item));
    return { ref, own, item: found.success ? found.data : undefined };
  });
  const sorted: { read: ItemRead[]; unread: ItemUnread[]; tooHeavy: { ref: Ref; fault: Fault }[] } =
    {
      read: [],
      unread: [],
      tooHeavy: [],
    };
  for (const { ref, own, item } of outcomes) {
    const cut = own.find(isTooHeavy);
    if (cut !== undefined) sorted.tooHeavy.push({ ref, fault: cut });
    else if (item === undefined) sorted.unread.push({ ref, fault: own[0] });
    else sorted.read.push({ ref, item, faults: own });
  }
  return sorted;
}

/** A fault about an item, a field of it, its whole repository, or everything. */
function isAbout({ path: [top, below] }: Fault, repository: string, item: string): boolean {
  return top === undefined || (top === repository && (below === undefined || below === item));
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, field) : undefined;
}
