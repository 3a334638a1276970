/** Answers in a folder of this user's, of a limited size; what is damaged is as if it were not there. */
import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { WebAnswer } from "../ports.ts";
import { ensurePrivateFolder } from "./private-folder.ts";

const maxFolderBytes = 200 * 1024 * 1024;

/** No call ever fails: a cache is not worth an error. */
export interface CacheStore {
  read(key: string): Promise<WebAnswer | undefined>;
  write(key: string, answer: WebAnswer): Promise<void>;
  /** Says that the answer is still good, so that it is not the next to go. */
  touch(key: string): Promise<void>;
}

/** One file for each key. Those longest not used go where the folder would hold more than `maxBytes`. */
export function cacheStore(folder: string, maxBytes = maxFolderBytes): CacheStore {
  const fileOf = (key: string) => join(folder, `${sha256(key)}.json`);
  return {
    read: (key) => quietly(() => readEntry(fileOf(key), key)),
    write: (key, answer) =>
      quietly(() => writeEntry(folder, { file: fileOf(key), key, answer }, maxBytes)),
    touch: (key) => quietly(() => utimes(fileOf(key), new Date(), new Date())),
  };
}

async function quietly<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}

interface Entry {
  readonly key: string;
  readonly answer: WebAnswer;
  /** Of all the rest, as JSON. */
  readonly sha256: string;
}

async function readEntry(file: string, key: string): Promise<WebAnswer | undefined> {
  const text = await readFile(file, "utf8");
  const answer = answerIn(text, key);
  if (answer === undefined) await rm(file, { force: true });
  return answer;
}

function answerIn(text: string, key: string): WebAnswer | undefined {
  try {
    const entry = JSON.parse(text) as Entry;
    return entry.key === key && entry.sha256 === sumOf(entry) ? entry.answer : undefined;
  } catch {
    return undefined;
  }
}

async function writeEntry(
  folder: string,
  {
    file,
    key,
    answer,
  }: { readonly file: string; readonly key: string; readonly answer: WebAnswer },
  maxBytes: number,
): Promise<void> {
  ensurePrivateFolder(folder);
  const text = JSON.stringify({ key, answer, sha256: sumOf({ key, answer }) } satisfies Entry);
  await makeRoom(folder, maxBytes - Buffer.byteLength(text));
  const draft = join(folder, `${randomUUID()}.tmp`);
  await writeFile(draft, text, { flag: "wx", mode: 0o600 });
  await rename(draft, file);
}

function sumOf({ key, answer }: Pick<Entry, "key" | "answer">): string {
  return sha256(JSON.stringify([key, answer]));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Drafts of runs that were killed are among the oldest, some day. */
async function makeRoom(folder: string, maxBytes: number): Promise<void> {
  const names = await readdir(folder);
  const files = await Promise.all(
    names.map(async (name) => {
      const { size, mtimeMs } = await stat(join(folder, name));
      return { name, size, mtimeMs };
    }),
  );
  let total = files.reduce((sum, { size }) => sum + size, 0);
  for (const { name, size } of files.toSorted((left, right) => left.mtimeMs - right.mtimeMs)) {
    if (total <= maxBytes) return;
    await rm(join(folder, name), { force: true });
    total -= size;
  }
}
