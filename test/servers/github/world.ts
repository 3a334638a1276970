/**
 * What the server knows, as plain JSON: objects with the fields of GitHub's schema, where a list
 * stands for each connection. Whatever the schema has can be told so, without a line of code.
 */

/** An object of the schema; `__typename` where a field may hold several kinds. */
export interface Thing {
  readonly __typename?: string;
  readonly id?: string;
  readonly [field: string]: unknown;
}

export interface World {
  readonly repositories?: readonly WorldRepository[];
  readonly projects?: readonly WorldProject[];
  /** Login of the token's owner. */
  readonly viewer?: string;
}

export interface WorldRepository extends Thing {
  readonly nameWithOwner: string;
  /** Names that lead here since it was renamed. */
  readonly formerly?: readonly string[];
  /** Why the token may not see it, as GitHub would say. */
  readonly denied?: Refusal;
  readonly items?: readonly WorldItem[];
}

/** A pull request, an issue or a discussion. */
export interface WorldItem extends Thing {
  readonly __typename: "PullRequest" | "Issue" | "Discussion";
  readonly number: number;
  /** `owner/name#123`: asked for under its old number, it answers as that one. */
  readonly transferredTo?: string;
}

export interface WorldProject extends Thing {
  readonly owner: string;
  readonly number: number;
  readonly items: readonly WorldProjectItem[];
}

export interface WorldProjectItem extends Thing {
  readonly type: "ISSUE" | "PULL_REQUEST" | "DRAFT_ISSUE" | "REDACTED";
  /** `owner/name#123`, or the draft itself. */
  readonly content?: string | Thing;
  /** Values by the name of the field. */
  readonly values?: Readonly<Record<string, Thing>>;
}

/** An error as GitHub tells it beside the data. */
export interface Refusal {
  readonly type: string;
  readonly message: string;
}

/** Thrown where something cannot be answered; ends in `errors` with its type and path. */
export class RefusalError extends Error {
  override readonly name = "RefusalError";
  readonly type: string;
  constructor({ type, message }: Refusal) {
    super(message);
    this.type = type;
  }
}
