/** Reads the body of an answer: unpacked, of a limited size, and as UTF-8. */
import { type Readable, pipeline } from "node:stream";
import { createBrotliDecompress, createGunzip } from "node:zlib";
import { SourceError } from "../domain/errors.ts";

/** What a server may pack its answer with. */
export const acceptedEncodings = "gzip, br";

/**
 * The text, without a byte order mark. Counts what comes out of the packing, so that a small body
 * cannot grow without limit. Throws a SourceError with the code `web-too-large`, `web-not-text` or, for
 * a packing that was not asked for, `web-broken`; other errors where the body breaks off.
 */
export async function readBody(
  body: Readable,
  encoding: string,
  { url, maxBytes }: { readonly url: string; readonly maxBytes: number },
): Promise<string> {
  // Who stops reading early learns of nothing that comes after.
  body.on("error", () => undefined);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of unpacked(body, encoding, url) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(url, maxBytes);
    chunks.push(chunk);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks, size));
  } catch {
    const hint = "Is it the right address? Text in UTF-8 is expected.";
    throw new SourceError(`${url} answered with something that is no text`, {
      code: "web-not-text",
      hint,
    });
  }
}

/** Where reading it stops early, what it comes from stops as well. */
function unpacked(body: Readable, encoding: string, url: string): Readable {
  const unpack = unpackerFor(encoding);
  if (unpack === "none") return body;
  if (unpack === undefined) {
    body.destroy();
    throw new SourceError(`${url} packed its answer in an unknown way`, { code: "web-broken" });
  }
  return pipeline(body, unpack, () => undefined);
}

function unpackerFor(encoding: string) {
  switch (encoding.trim().toLowerCase()) {
    case "":
    case "identity":
      return "none";
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "br":
      return createBrotliDecompress();
    default:
      return undefined;
  }
}

function tooLarge(url: string, maxBytes: number): SourceError {
  return new SourceError(`${url} answered with more than ${Math.floor(maxBytes / 1024)} KiB`, {
    code: "web-too-large",
    hint: "Is it the right address?",
  });
}
