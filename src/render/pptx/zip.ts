/** Reads and writes archives of files; what it writes depends on their names, contents and one instant alone. */
import Archive from "jszip";
import type { Instant } from "../../domain/time.ts";

/** The files of an archive by path. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** In bytes: to pack a smaller file takes as long as to pack a large one. */
const worthPacking = 1000;

export function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export async function readZip(bytes: Uint8Array): Promise<Files> {
  const { files } = await Archive.loadAsync(bytes);
  const entries = Object.values(files).filter(({ dir }) => !dir);
  const read = entries.map(async (entry) => [entry.name, await entry.async("uint8array")] as const);
  return new Map(await Promise.all(read));
}

/** All files dated `at`, sorted by path. */
export async function writeZip(files: Files, at: Instant): Promise<Uint8Array> {
  // oxlint-disable-next-line no-restricted-globals -- an instant that is given, not the clock
  const date = new Date(at);
  const archive = new Archive();
  for (const [path, content] of [...files].toSorted(byPath)) {
    const compression = content.length < worthPacking ? "STORE" : "DEFLATE";
    archive.file(path, content, { date, createFolders: false, compression });
  }
  return archive.generateAsync({ type: "uint8array" });
}

function byPath([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : 1;
}
