/** Texts from GitHub in the sizes that a snapshot takes; what they say is left as it is. */

const maxName = 200;
const maxLine = 20_000;
const maxAddress = 2_000;

/** A name, cut where it is long; undefined where it is empty. */
export function cutName(text: string): string | undefined {
  return text === "" ? undefined : cut(text, maxName);
}

/** A text of any length, cut where it is absurd. */
export function cutLine(text: string): string {
  return cut(text, maxLine);
}

/** An address of the web; undefined for anything else. */
export function checkedAddress(text: string): string | undefined {
  return text.length <= maxAddress && /^https?:\/\/\S+$/.test(text) ? text : undefined;
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).toWellFormed()}…`;
}
