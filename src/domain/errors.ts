/** What may go wrong that is no bug of ours, each with what to do about it. */
import type { Place } from "./place.ts";

/** One thing that is wrong in what a person wrote, with the place and what to do about it. */
export interface Problem {
  readonly message: string;
  readonly at?: Place;
  /** The offending line(s) with a caret line, ready to print. */
  readonly excerpt?: string;
  readonly hint?: string;
}

interface Details {
  readonly code: string;
  readonly hint?: string;
  readonly cause?: unknown;
}

/** What every error of this project carries beside its message. */
abstract class ReleaseDeckError extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  constructor(message: string, details: Details) {
    super(message, { cause: details.cause });
    this.code = details.code;
    this.hint = details.hint;
  }
}

/** Your plan, your arguments or your data folder: exit code 2. Holds every problem found, not only the first. */
export class PlanError extends ReleaseDeckError {
  override readonly name = "PlanError";
  readonly problems: readonly Problem[];
  constructor(message: string, details: Details & { readonly problems?: readonly Problem[] }) {
    super(message, details);
    this.problems = details.problems ?? [];
  }
}

/** The world outside did not answer as it should: exit code 3. */
export class SourceError extends ReleaseDeckError {
  override readonly name = "SourceError";
}

/** A template, the browser or the output folder failed: exit code 4. */
export class RenderError extends ReleaseDeckError {
  override readonly name = "RenderError";
}

/** A report is not posted, because it must not be or could not be: exit code 6. */
export class PostError extends ReleaseDeckError {
  override readonly name = "PostError";
  /** What stands there against what would, line by line, where that is the reason. */
  readonly diff: string | undefined;
  constructor(message: string, details: Details & { readonly diff?: string }) {
    super(message, details);
    this.diff = details.diff;
  }
}
