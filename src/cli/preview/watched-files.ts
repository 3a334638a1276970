/** Files that are watched from the moment that somebody looks for them, so that no change is missed. */
import type { Watch } from "../../effects/watch.ts";
import type { Effects } from "../../index.ts";

export function watchedFiles(files: Effects["files"], watch: Watch): Effects["files"] {
  const read =
    <Arguments extends readonly [string, ...unknown[]], Result>(
      work: (...given: Arguments) => Result,
      isFolder: boolean,
    ) =>
    (...given: Arguments): Result => {
      watch.add({ path: given[0], isFolder });
      return work(...given);
    };
  return {
    ...files,
    readText: read(files.readText, false),
    readBytes: read(files.readBytes, false),
    list: read(files.list, true),
  };
}
