/** A picture that people name in their plan, held against what a page may carry: drawn, never run, nothing loaded. */
import type { Picture } from "../domain/deck.ts";

/** No logo needs more; it stands in every page that is made. */
export const maxPictureBytes = 64 * 1024;

/** Undefined where the bytes are neither a PNG nor a harmless SVG whose size is known. */
export function readPicture(bytes: Uint8Array): Picture | undefined {
  const size = pngSize(bytes);
  if (size !== undefined) return { mediaType: "image/png", base64: base64(bytes), ...size };
  const drawn = svgSize(bytes);
  return drawn && { mediaType: "image/svg+xml", base64: base64(bytes), ...drawn };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** From its header, which is always the first of its chunks. */
function pngSize(bytes: Uint8Array): Size | undefined {
  const header = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  if (bytes.length < 24 || header.some((byte, at) => bytes[at] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return sizeOf(view.getUint32(16), view.getUint32(20));
}

/** Before its root an SVG has at most a declaration, comments and what editors write about themselves. */
const root = /^\uFEFF?\s*(?:<\?[^>]*\?>\s*|<!--(?:(?!-->)[\s\S])*-->\s*)*<svg\b([^>]*)>/;

/** Scripts, entities and what lies elsewhere: a browser would refuse them in a picture, others might not. */
const active =
  /<!(?:DOCTYPE|ENTITY)|<(?:\w+:)?(?:script|foreignObject|iframe|image|use)\b|\son\w+\s*=|javascript:|@import|url\(\s*["']?(?!#)|href\s*=\s*["']\s*(?!#)/i;

function svgSize(bytes: Uint8Array): Size | undefined {
  const text = new TextDecoder().decode(bytes);
  const [, attributes] = root.exec(text) ?? [];
  if (attributes === undefined || active.test(text)) return undefined;
  const box = /\sviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(
    attributes,
  );
  if (box !== null) return sizeOf(Number(box[1]), Number(box[2]));
  return sizeOf(length(attributes, "width"), length(attributes, "height"));
}

function length(attributes: string, name: string): number {
  const [, value] =
    new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)(?:px)?\\s*["']`).exec(attributes) ?? [];
  return Number(value);
}

/** What is many times as long as high, or as high as long, is a line where a logo has room. */
const mostRatio = 20;

function sizeOf(width: number, height: number): Size | undefined {
  const isSeen = width > 0 && height > 0;
  return isSeen && Math.max(width / height, height / width) <= mostRatio
    ? { width, height }
    : undefined;
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
