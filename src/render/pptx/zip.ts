/** Reads and writes archives of files; what it writes depends on their names, contents and one instant alone. */
import Archive from "jszip";
import type { Instant } from "../../domain/time.ts";

/** The files of an archive by path. */
export async function readZip(bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const { files } = await Archive.loadAsync(bytes);
  const entries = Object.values(files).filter(({ dir }) => !dir);
  const read = entries.map(async (entry) => [entry.name, await entry.async("uint8array")] as const);
  return new Map(await Promise.all(read));
}

/** All files dated `at`, sorted by path. */
export async function writeZip(
  files: ReadonlyMap<string, Uint8Array>,
  at: Instant,
): Promise<Uint8Array> {
  // oxlint-disable-next-line no-restricted-globals -- an instant that is given, not the clock
  const date = new Date(at);
  const archive = new Archive();
  for (const [path, content] of [...files].toSorted(byPath)) {
    archive.file(path, content, { date, createFolders: false });
  }
  return archive.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

function byPath([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : 1;
}
