/** Finds the place where a text stops being JSON, which `JSON.parse` tells for some mistakes only. */

/** What may come next; `rest` is what follows a complete value. */
type Wanted = "value" | "first-value" | "key" | "first-key" | "colon" | "rest";

const space = /[ \t\n\r]*/y;
const mark = /[{}[\],:]/y;
const text = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const other = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/** Line and column, from 1, of the first thing that cannot stand there; undefined for whole JSON. */
export function findJsonBreak(json: string): { line: number; column: number } | undefined {
  const open: string[] = [];
  let wanted: Wanted | undefined = "value";
  let offset = endOf(space, json, 0) ?? 0;
  while (offset < json.length) {
    const end =
      endOf(mark, json, offset) ?? endOf(text, json, offset) ?? endOf(other, json, offset);
    if (end === undefined) break;
    wanted = after(wanted, json.charAt(offset), open);
    if (wanted === undefined) break;
    offset = endOf(space, json, end) ?? end;
  }
  const isWhole = wanted === "rest" && open.length === 0 && offset === json.length;
  return isWhole ? undefined : placeOf(json, offset);
}

function endOf(pattern: RegExp, json: string, offset: number): number | undefined {
  pattern.lastIndex = offset;
  return pattern.test(json) ? pattern.lastIndex : undefined;
}

/** What is wanted after a token that begins with `first`; undefined where it may not stand. Keeps `open` up to date. */
function after(wanted: Wanted, first: string, open: string[]): Wanted | undefined {
  if (first === closing(wanted, open)) {
    open.pop();
    return "rest";
  }
  switch (wanted) {
    case "value":
    case "first-value":
      return afterValue(first, open);
    case "key":
    case "first-key":
      return first === '"' ? "colon" : undefined;
    case "colon":
      return first === ":" ? "value" : undefined;
    case "rest":
      if (first !== "," || open.length === 0) return undefined;
      return open.at(-1) === "}" ? "key" : "value";
    default:
      return wanted satisfies never;
  }
}

function afterValue(first: string, open: string[]): Wanted | undefined {
  switch (first) {
    case "{":
      open.push("}");
      return "first-key";
    case "[":
      open.push("]");
      return "first-value";
    default:
      return "}],:".includes(first) ? undefined : "rest";
  }
}

/** The mark that may close what is open now, where one may. */
function closing(wanted: Wanted, open: readonly string[]): string | undefined {
  if (wanted === "rest") return open.at(-1);
  if (wanted === "first-key") return "}";
  return wanted === "first-value" ? "]" : undefined;
}

function placeOf(json: string, offset: number): { line: number; column: number } {
  const lines = json.slice(0, offset).split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
