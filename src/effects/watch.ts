/** Tells of changes of files and folders, whether they are written, replaced, removed or not there yet. */
import { realpathSync, statSync, watch, type FSWatcher } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { RenderError } from "../domain/errors.ts";

/** A file, or a folder and what lies in it, but not below that. */
export interface Place {
  readonly path: string;
  readonly isFolder: boolean;
}

export interface Watch {
  /** From now on changes of this place are told. Throws a RenderError where the machine watches no more. */
  add(place: Place): void;
  /** Forgets what was not added since the last call, and begins anew. */
  forgetOthers(): void;
}

/** A folder that the machine watches for us. */
interface Watched {
  readonly watcher: FSWatcher;
  /** What changes in it are told of. */
  names: Set<string>;
  isWhole: boolean;
  isWanted: boolean;
}

/**
 * A file is watched through its folder: editors put a new file in the place of the old one. What is not
 * there yet is watched through the nearest folder that is. Watching alone keeps no process alive.
 */
export function startWatch(onChange: () => void): Watch {
  const all = new Map<string, Watched>();
  const folderOf = (path: string): Watched => {
    const onGone = (): void => void all.delete(path);
    const known = all.get(path) ?? watchFolder(path, { onChange, onGone });
    all.set(path, known);
    if (known.isWanted) return known;
    return Object.assign(known, { names: new Set<string>(), isWhole: false, isWanted: true });
  };
  return {
    add({ path, isFolder }) {
      const target = targetOf(path, isFolder);
      const folder = folderOf(target.folder);
      if (target.name === undefined) folder.isWhole = true;
      else folder.names.add(target.name);
      const real = realPath(path);
      if (real !== undefined && !isFolder) folderOf(dirname(real)).names.add(basename(real));
    },
    forgetOthers() {
      for (const [path, folder] of all) {
        if (!folder.isWanted) {
          folder.watcher.close();
          all.delete(path);
        }
        folder.isWanted = false;
      }
    },
  };
}

interface Listener {
  onChange(): void;
  /** The folder itself was removed, or put elsewhere. */
  onGone(): void;
}

function watchFolder(path: string, { onChange, onGone }: Listener): Watched {
  const watcher = watcherOf(path);
  const watched: Watched = { watcher, names: new Set(), isWhole: false, isWanted: false };
  const end = (): void => {
    watcher.close();
    onGone();
    onChange();
  };
  watcher.on("change", (_, name) => {
    // The machine tells of the folder itself by its name; an entry may have the same, which does no harm.
    if (name === basename(path)) end();
    else if (watched.isWhole || name === null || watched.names.has(String(name))) onChange();
  });
  watcher.on("error", end);
  return watched;
}

function watcherOf(path: string): FSWatcher {
  try {
    return watch(path, { persistent: false });
  } catch (cause) {
    throw new RenderError(`changes in ${path} cannot be watched`, {
      code: "watch",
      hint: "Does the machine allow more watches? On Linux: sysctl fs.inotify.max_user_watches",
      cause,
    });
  }
}

/** The folder to watch, and the name in it; no name for all of it. */
function targetOf(path: string, isFolder: boolean): { folder: string; name?: string } {
  const whole = resolve(path);
  if (isFolder && isDirectory(whole)) return { folder: whole };
  let name = basename(whole);
  let folder = dirname(whole);
  for (; !isDirectory(folder); folder = dirname(folder)) name = basename(folder);
  return { folder, name };
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Undefined where there is nothing. */
function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
