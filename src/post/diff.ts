/** Two texts line by line, as people read it: what goes, what comes, and a little around it. */

export interface DiffLine {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

/** Lines around a change that are shown. */
const around = 3;

/** More lines than this on both sides, multiplied, are not compared but shown as replaced. */
const maxCells = 16_000_000;

/** `+ new`, `- gone`, `  same`, and `…` where lines that are the same are left out; empty for equal texts. */
export function diffText(before: string, after: string): string {
  if (before === after) return "";
  const lines = diffLines(linesOf(before), linesOf(after));
  const isNear = nearChanges(lines);
  const shown: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (isNear[index] === true) shown.push(`${signs[line.kind]} ${line.text}`.trimEnd());
    else if (shown.at(-1) !== "…") shown.push("…");
  }
  return shown.join("\n");
}

const signs = { same: " ", gone: "-", new: "+" };

function linesOf(text: string): readonly string[] {
  return text === "" ? [] : text.replaceAll("\r\n", "\n").split("\n");
}

/** The shortest way from one to the other, what is gone before what is new. */
export function diffLines(
  before: readonly string[],
  after: readonly string[],
): readonly DiffLine[] {
  const head = commonLength(before, after);
  const tail = Math.min(
    commonLength(before.toReversed(), after.toReversed()),
    before.length - head,
    after.length - head,
  );
  const middle = diffMiddle(
    before.slice(head, before.length - tail),
    after.slice(head, after.length - tail),
  );
  return [
    ...before.slice(0, head).map(same),
    ...middle,
    ...before.slice(before.length - tail).map(same),
  ];
}

function same(text: string): DiffLine {
  return { kind: "same", text };
}

function commonLength(left: readonly string[], right: readonly string[]): number {
  const index = left.findIndex((line, at) => line !== right[at]);
  return index === -1 ? left.length : index;
}

/** By the longest common subsequence. */
function diffMiddle(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const replaced = [
    ...before.map((text): DiffLine => ({ kind: "gone", text })),
    ...after.map((text): DiffLine => ({ kind: "new", text })),
  ];
  if (before.length === 0 || after.length === 0) return replaced;
  if (before.length * after.length > maxCells) return replaced;
  return alongCommonLines(before, after);
}

function alongCommonLines(
  before: readonly string[],
  after: readonly string[],
): readonly DiffLine[] {
  const common = commonLengths(before, after);
  const lines: DiffLine[] = [];
  let right = 0;
  for (const [left, text] of before.entries()) {
    // New lines go before a line only as long as that costs none that both have.
    while (
      right < after.length &&
      text !== after[right] &&
      common(left, right + 1) > common(left + 1, right)
    ) {
      lines.push({ kind: "new", text: after[right] ?? "" });
      right += 1;
    }
    const isSame = text === after[right];
    lines.push({ kind: isSame ? "same" : "gone", text });
    if (isSame) right += 1;
  }
  return [...lines, ...after.slice(right).map((text): DiffLine => ({ kind: "new", text }))];
}

/** How many lines the rests from a line of each on have in common. */
function commonLengths(before: readonly string[], after: readonly string[]) {
  const width = after.length + 1;
  const cells = new Uint32Array((before.length + 1) * width);
  const at = (left: number, right: number): number => cells[left * width + right] ?? 0;
  for (let left = before.length - 1; left >= 0; left -= 1) {
    for (let right = after.length - 1; right >= 0; right -= 1) {
      cells[left * width + right] =
        before[left] === after[right]
          ? at(left + 1, right + 1) + 1
          : Math.max(at(left + 1, right), at(left, right + 1));
    }
  }
  return at;
}

function nearChanges(lines: readonly DiffLine[]): readonly boolean[] {
  const isNear = lines.map(() => false);
  for (const [index, { kind }] of lines.entries()) {
    if (kind === "same") continue;
    const [from, to] = [Math.max(0, index - around), Math.min(lines.length, index + around + 1)];
    isNear.fill(true, from, to);
  }
  return isNear;
}
