/** Finds the place where a text stops being JSON, which `JSON.parse` tells for some mistakes only. */

/** What may come next; `rest` is what follows a complete value. */
type Wanted = "value" | "first-value" | "key" | "first-key" | "colon" | "rest";

const space = /[ \t\n\r]*/y;
const mark = /[{}[\],:]/y;
const text = /"[ !#-[\]-\u{10ffff}]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[ !#-[\]-\u{10ffff}]*)*"/uy;
const other = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/** Line and column, from 1, of the first thing that cannot stand there; undefined for whole JSON. */
export function findJsonBreak(json: string): { line: number; column: number } | undefined {
  const open: string[] = [];
  let wanted: Wanted | undefined = "value";
  let offset = endOf(space, json, 0) ?? 0;
  while (offset < json.length) {
    const end = endOfToken(json, offset);
    if (end === undefined) break;
    wanted = after(wanted, json.charAt(offset), open);
    if (wanted === undefined) break;
    offset = endOf(space, json, end) ?? end;
  }
  const isWhole = wanted === "rest" && open.length === 0 && offset === json.length;
  return isWhole ? undefined : placeOf(json, offset);
}

function endOfToken(json: string, offset: number): number | undefined {
  return endOf(mark, json, offset) ?? endOf(text, json, offset) ?? endOf(other, json, offset);
}

function endOf(pattern: RegExp, json: string, offset: number): number | undefined {
  pattern.lastIndex = offset;
  return pattern.test(json) ? pattern.lastIndex : undefined;
}

/** What is wanted after a token that begins with `first`; undefined where it may not stand. Keeps `open` up to date. */
function after(wanted: Wanted, first: string, open: string[]): Wanted | undefined {
  if (first !== closing(wanted, open)) return steps[wanted](first, open);
  open.pop();
  return "rest";
}

type Step = (first: string, open: string[]) => Wanted | undefined;

const afterKey: Step = (first) => (first === '"' ? "colon" : undefined);
const afterColon: Step = (first) => (first === ":" ? "value" : undefined);
const afterRest: Step = (first, open) => {
  if (first !== "," || open.length === 0) return undefined;
  return open.at(-1) === "}" ? "key" : "value";
};

const steps: Readonly<Record<Wanted, Step>> = {
  value: afterValue,
  "first-value": afterValue,
  key: afterKey,
  "first-key": afterKey,
  colon: afterColon,
  rest: afterRest,
};

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
