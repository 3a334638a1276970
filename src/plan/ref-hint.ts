/** What somebody probably meant who wrote something that is no reference. */
import { parseRef, refKey } from "../domain/ref.ts";

/** `owner/name#123` made of what looks like it: a path, a longer address, a number set off otherwise. */
export function refHint(text: string): string {
  const [, repo, number] = loose.exec(text.slice(0, 300)) ?? [];
  const meant = repo && number ? parseRef(`${repo}#${number}`) : undefined;
  if (meant) return `did you mean ${refKey(meant)}?`;
  return "write owner/name#123, or the https address of a pull request, issue or comment";
}

const loose =
  /([\w.-]{1,39}\/[\w.-]{1,100}?)(?:\/(?:pulls?|issues?)\/|[\s#!/:]{1,3})(\d{1,9})(?!\d)/;
