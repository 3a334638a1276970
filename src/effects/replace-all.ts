/** Puts the files of one build into a folder, all of them or none. */
import { chmod, lstat, readFile, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { RenderError } from "../domain/errors.ts";
import { diskFailure, isErrno } from "./disk-failure.ts";
import { ensureFolder, syncFolder, writeDurably } from "./durable.ts";
import { withLock } from "./lock.ts";

interface NewFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Where things are while a folder is replaced. All but `folder` lie in `.release-deck` beside it. */
interface Places {
  readonly folder: string;
  readonly lock: string;
  readonly work: string;
  /** The new folder, until it takes its place. */
  readonly fresh: string;
  /** The old folder, once it has left its place. */
  readonly old: string;
  /** The old folder, once nothing in it is needed. */
  readonly waste: string;
}

/** Lists the files that a build put into the folder; whatever else lies there belongs to people. */
const recordName = ".release-deck-files";

const unchanged = "What was there before is unchanged.";

/**
 * See `Files.replaceAll`. A complete new folder is made beside the old one; then the old is moved
 * away and the new moved into its place. Guarantees, also when killed at any moment:
 *
 * - Under the name of the folder there is the old build, the new build, or, between the two moves,
 *   nothing; never files of two builds. Who opens several files by name while the folder is replaced
 *   may get some of each; the manifest tells which belong together.
 * - Killed between the two moves, the old folder is whole beside its place, and the next call for
 *   the same folder puts it back before anything else. Killed later, the next call ends the work.
 * - A call that throws has changed nothing that was there, unless its hint says otherwise: on a disk
 *   that goes on failing the two cases above remain.
 * - Files of other names are moved over by renaming them, after the new build took its place; until
 *   then they are in the old folder. A file that an earlier build left and this one lacks goes.
 * - Calls for one folder take turns, also those of other processes.
 */
export async function replaceAll(
  folder: string,
  files: readonly NewFile[],
  patienceMs = 10_000,
): Promise<void> {
  const places = placesFor(folder);
  try {
    await ensureFolder(dirname(places.work));
    const lock = { path: places.lock, patienceMs };
    await withLock(lock, () => replaceUnderLock(places, files));
  } catch (error) {
    throw await diskFailure(folder, error, unchanged);
  }
}

function placesFor(folder: string): Places {
  const work = join(dirname(folder), ".release-deck", basename(folder));
  return {
    folder,
    lock: `${work}.lock`,
    work,
    fresh: join(work, "new"),
    old: join(work, "old"),
    waste: join(work, "waste"),
  };
}

async function replaceUnderLock(places: Places, files: readonly NewFile[]): Promise<void> {
  try {
    await recover(places);
    await prepare(places, files);
    await swap(places);
  } catch (error) {
    const isRecovered = await recover(places).then(
      () => true,
      () => false,
    );
    const otherwise = `What was there before is unchanged or, if the folder is missing, whole in ${places.old}; the next build puts it back.`;
    throw await diskFailure(places.folder, error, isRecovered ? unchanged : otherwise);
  }
  await conclude(places);
}

/** Ends or undoes what a killed call left, told apart by which of its folders are still there. */
async function recover(places: Places): Promise<void> {
  const isAside = await exists(places.old);
  if (isAside && (await exists(places.fresh))) await rename(places.old, places.folder);
  else if (isAside) await bringOver(places);
  await rm(places.work, { recursive: true, force: true });
}

async function prepare(places: Places, files: readonly NewFile[]): Promise<void> {
  const record = files.map(({ path }) => `${path}\n`).join("");
  const all = [...files, { path: recordName, bytes: new TextEncoder().encode(record) }];
  await refuseObstacles(places.folder, all);
  await ensureFolder(places.fresh);
  if (await exists(places.folder)) await chmod(places.fresh, (await stat(places.folder)).mode);
  await writeAll(places.fresh, all);
  await syncFolder(places.fresh);
}

/** All at once, as the disk then waits once and not for each; throws when none is being written any more. */
async function writeAll(folder: string, files: readonly NewFile[]): Promise<void> {
  const results = await Promise.allSettled(
    files.map(({ path, bytes }) => writeDurably(join(folder, path), bytes)),
  );
  for (const result of results) if (result.status === "rejected") throw result.reason;
}

/** What could not be moved away without harm: a link or a file in place of the folder, a folder in place of a file. */
async function refuseObstacles(folder: string, files: readonly NewFile[]): Promise<void> {
  if (!(await exists(folder))) return;
  if (!(await lstat(folder)).isDirectory()) throw obstacle(folder, "is not a folder");
  for (const { path } of files) {
    const place = join(folder, path);
    if ((await exists(place)) && (await lstat(place)).isDirectory()) {
      throw obstacle(place, "is a folder");
    }
  }
}

async function swap(places: Places): Promise<void> {
  if (await exists(places.folder)) await rename(places.folder, places.old);
  await rename(places.fresh, places.folder);
}

async function conclude(places: Places): Promise<void> {
  try {
    if (await exists(places.old)) await bringOver(places);
    await syncFolder(places.folder);
    await syncFolder(dirname(places.folder));
    await rm(places.work, { recursive: true, force: true });
  } catch (error) {
    const aftermath = `The new files are in place and whole. Files of other names that are missing there are in ${places.old}; the next build brings them back.`;
    throw await diskFailure(places.folder, error, aftermath);
  }
}

/** Moves people's files from the old folder to the new one; then the old one is waste. */
async function bringOver(places: Places): Promise<void> {
  const written = await recordedIn(places.old);
  for (const name of await readdir(places.old)) {
    const place = join(places.folder, name);
    if (written.has(name) || (await exists(place))) continue;
    await rename(join(places.old, name), place);
  }
  await rename(places.old, places.waste);
}

async function recordedIn(folder: string): Promise<ReadonlySet<string>> {
  try {
    return new Set((await readFile(join(folder, recordName), "utf8")).split("\n"));
  } catch (error) {
    if (isErrno(error, "ENOENT")) return new Set();
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (isErrno(error, "ENOENT")) return false;
    throw error;
  }
}

function obstacle(path: string, why: string): RenderError {
  const hint = "Move it away, or choose another folder with --out. Nothing was written.";
  return new RenderError(`${path} ${why}`, { code: "cannot-write", hint });
}
