/** Takes the packaged browser out of its compressed files; the one door to tar-fs. */
import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { extract } from "tar-fs";

/** Writes what a `.br` file holds to a new file that only its owner may read and run. */
export async function unpackFile(from: string, to: string): Promise<void> {
  await pipeline(
    createReadStream(from),
    createBrotliDecompress(),
    createWriteStream(to, { flags: "wx", mode: 0o700 }),
  );
}

/** Writes what a `.tar.br` file holds into a folder, as this user's own files whoever packed them. */
export async function unpackFolder(from: string, to: string): Promise<void> {
  const uid = process.getuid?.() ?? 0;
  const gid = process.getgid?.() ?? 0;
  await pipeline(
    createReadStream(from),
    createBrotliDecompress(),
    extract(to, { map: (header) => ({ ...header, uid, gid, mode: 0o700 }) }),
  );
}
