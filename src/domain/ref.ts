/**
 * A reference to a GitHub pull request, issue or comment. Whether the number is a pull request or
 * an issue is a fact of the snapshot, not of the reference.
 */
export interface Ref {
  /** `owner/name`. */
  readonly repo: string;
  readonly number: number;
  /** Id of one issue comment, kept as text: such ids outgrow what a number may hold. */
  readonly comment?: string;
}

const short = /^([A-Za-z0-9][\w.-]{0,38}\/[\w.-]{1,100})#(\d{1,9})$/;
const long =
  /^https:\/\/[\w.-]+\/([\w.-]+\/[\w.-]+)\/(?:pull|issues)\/(\d{1,9})(?:#issuecomment-(\d{1,19}))?$/;

/** Reads `owner/name#123` or the address of a pull request, issue or comment; undefined otherwise. */
export function parseRef(text: string): Ref | undefined {
  const found = short.exec(text.trim()) ?? long.exec(text.trim());
  const [, repo, number, comment] = found ?? [];
  if (repo === undefined || number === undefined) return undefined;
  return comment === undefined
    ? { repo, number: Number(number) }
    : { repo, number: Number(number), comment };
}

/** The key under which facts about a reference are kept, e.g. `kubernetes/kubernetes#95713`. */
export function refKey(ref: Ref): string {
  return `${ref.repo}#${ref.number}`;
}

/** Whether a text names a repository: `owner/name`. */
export function isRepository(text: string): boolean {
  return parseRef(`${text}#1`)?.repo === text;
}
