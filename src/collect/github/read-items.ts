/** Reads pull requests and issues, many with one question, and fewer where GitHub has no time for as many. */
import type { SourceError } from "../../domain/errors.ts";
import type { Ref } from "../../domain/ref.ts";
import { settle } from "../settle.ts";
import { isTooHeavy, type Fault } from "./fault.ts";
import { aliasesOf, itemsQuestion } from "./queries.ts";
import { itemSchema, type Item } from "./schema.ts";
import type { Asked, Reader } from "./session.ts";
import type { Reply } from "./verdict.ts";

/** With one question of this size GitHub is at ease, and a run needs few of them. */
const batchSize = 50;
/** GitHub bears a hundred; a few hide the time on the way. */
const mostAtOnce = 4;
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

/** Never throws for what can be given in part; throws a SourceError where nothing at all was read. */
export async function readItems(reader: Reader, refs: readonly Ref[]): Promise<ItemsRead> {
  const reading: Reading = {
    queue: byRepository(refs),
    read: [],
    unread: [],
    size: batchSize,
    atOnce: 1,
    tries: 0,
  };
  let stopped: SourceError | undefined;
  while (reading.queue.length > 0 && stopped === undefined) {
    stopped = await readSome(reader, reading);
    reader.tell(`${refs.length - reading.queue.length} of ${refs.length} references`);
  }
  if (stopped !== undefined && reading.read.length === 0) throw stopped;
  const left = reading.queue.map((ref) => ({ ref, fault: undefined }));
  const position = new Map(refs.map((ref, index) => [ref, index]));
  const inOrder = <One extends { readonly ref: Ref }>(all: readonly One[]) =>
    all.toSorted((a, b) => (position.get(a.ref) ?? 0) - (position.get(b.ref) ?? 0));
  return {
    read: inOrder(reading.read),
    unread: inOrder([...reading.unread, ...left]),
    ...(stopped && { stopped }),
  };
}

interface Reading {
  queue: readonly Ref[];
  readonly read: ItemRead[];
  readonly unread: ItemUnread[];
  /** Items with one question; remembered for the run once GitHub had no time for more. */
  size: number;
  /** Questions at the same time: one until GitHub has answered, and from when on it had no time. */
  atOnce: number;
  /** Tries of one item alone. */
  tries: number;
}

/** The fewer repositories in a question, the shorter it is. */
function byRepository(refs: readonly Ref[]): readonly Ref[] {
  return [...Map.groupBy(refs, ({ repo }) => repo.toLowerCase()).values()].flat();
}

/** Gives the failure after which nothing more can be read; what it kept from being read stays in the queue. */
async function readSome(reader: Reader, reading: Reading): Promise<SourceError | undefined> {
  const batches = Array.from({ length: reading.atOnce }, (_, index) =>
    reading.queue.slice(index * reading.size, (index + 1) * reading.size),
  ).filter((batch) => batch.length > 0);
  reading.queue = reading.queue.slice(batches.flat().length);
  const questions = batches.map((batch) => settle(reader.ask(itemsQuestion(batch))));
  let stopped: SourceError | undefined;
  let cut: ItemUnread[] = [];
  for (const [index, { value, failure }] of (await Promise.all(questions)).entries()) {
    const batch = batches[index] ?? [];
    if (failure !== undefined) {
      stopped ??= failure;
      reading.queue = [...batch, ...reading.queue];
    } else cut = [...cut, ...take(reading, batch, value)];
  }
  if (cut.length === 0) reading.atOnce = reading.size === batchSize ? mostAtOnce : 1;
  else askLess(reading, cut);
  return stopped;
}

/** Keeps what was answered, and gives what GitHub had no time for. */
function take(reading: Reading, batch: readonly Ref[], reply: Asked): readonly ItemUnread[] {
  if ("tooHeavy" in reply) {
    const fault = { message: reply.tooHeavy, path: [] };
    return batch.map((ref) => ({ ref, fault }));
  }
  const { read, unread, cut } = sort(batch, reply);
  reading.read.push(...read);
  reading.unread.push(...unread);
  return cut;
}

/** One item alone that GitHub has no time for is given up after some tries. */
function askLess(reading: Reading, cut: readonly ItemUnread[]): void {
  reading.atOnce = 1;
  reading.tries = reading.size === 1 ? reading.tries + 1 : 0;
  const isGivenUp = reading.tries === maxTriesOfOne;
  if (isGivenUp) reading.tries = 0;
  if (isGivenUp) reading.unread.push(...cut);
  else reading.queue = [...cut.map(({ ref }) => ref), ...reading.queue];
  reading.size = Math.max(1, Math.floor(reading.size / 2));
}

interface Outcomes {
  readonly read: readonly ItemRead[];
  readonly unread: readonly ItemUnread[];
  /** What there is of them is no fact. */
  readonly cut: readonly ItemUnread[];
}

function sort(batch: readonly Ref[], reply: Reply): Outcomes {
  const aliases = aliasesOf(batch);
  const read: ItemRead[] = [];
  const unread: ItemUnread[] = [];
  const cut: ItemUnread[] = [];
  for (const [index, ref] of batch.entries()) {
    const { repository = "", item: alias = "" } = aliases[index] ?? {};
    const faults = reply.faults.filter((fault) => isAbout(fault, repository, alias));
    const told = withoutUntold(fieldOf(reply.data[repository], alias), faults);
    const item = itemSchema.safeParse(told).data;
    const heavy = faults.find(isTooHeavy);
    if (heavy !== undefined) cut.push({ ref, fault: heavy });
    else if (item === undefined) unread.push({ ref, fault: faults[0] });
    else read.push({ ref, item, faults });
  }
  return { read, unread, cut };
}

/** A fault about an item, a field of it, its whole repository, or everything. */
function isAbout({ path: [top, below] }: Fault, repository: string, item: string): boolean {
  return top === undefined || (top === repository && (below === undefined || below === item));
}

/** A field with a fault is not known, which null alone would not say: no checks at all is null as well. */
function withoutUntold(item: unknown, faults: readonly Fault[]): unknown {
  if (faults.length === 0 || typeof item !== "object" || item === null) return item;
  const untold = new Set(faults.map(({ path }) => path[2]));
  return Object.fromEntries(Object.entries(item).filter(([field]) => !untold.has(field)));
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, field) : undefined;
}
