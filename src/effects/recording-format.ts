/** What a recording holds: a folder of JSON files that a person can read. */
import type { Instant } from "../domain/time.ts";
import type { Pause, Web, WebAnswer, WebRequest } from "../ports.ts";

/** What of the world is recorded: answers, and how waiting for them went. */
export interface RecordedWorld {
  readonly web: Web;
  readonly pause: Pause;
}

/** The first file of a recording. */
export const headingName = "recording.json";

export interface Heading {
  /** The one "now" of the run. */
  readonly asOf: Instant;
  /** Of the program that recorded. */
  readonly version: string;
}

/** One file for each thing that was asked, numbered in the order in which it was. */
export interface Entry {
  readonly asked: Asked;
  readonly answer?: WebAnswer;
  /** What was thrown in place of an answer. */
  readonly failure?: { readonly code: string; readonly message: string; readonly hint?: string };
}

/** A credential is named in it; what it is, nobody knows up here. */
export type Asked = WebRequest | { readonly wait: number; readonly why: string };

/** `0012-get-api.github.com.json`. */
export function entryName(number: number, asked: Asked): string {
  const what = "url" in asked ? `${asked.method ?? "GET"}-${hostIn(asked.url)}` : "wait";
  return `${String(number).padStart(4, "0")}-${what.toLowerCase().replaceAll(/[^\w.-]/g, "_")}.json`;
}

/** Whether a file of a recording is an entry. */
export function isEntryName(name: string): boolean {
  return /^\d{4,}-.*\.json$/.test(name);
}

function hostIn(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "nowhere";
}
