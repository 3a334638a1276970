/** Code in the Markdown for GitHub: as it was written, and nothing in it acts. */
import { displayText } from "../display-text.ts";
import { silentCode } from "./escape.ts";

/** GitHub draws these instead of showing them, and takes `suggestion` for a change to a file. */
const drawn = new Set(["mermaid", "math", "geojson", "topojson", "stl", "suggestion"]);

/** A code span with `text` on one line; empty for blank text. */
export function codeMarkdown(text: string): string {
  const content = silentCode(displayText(text));
  if (content === "") return "";
  const fence = "`".repeat(longestRun(content) + 1);
  const pad = /^`|`$/.test(content) ? " " : "";
  return fence + pad + content + pad + fence;
}

/** A fenced block, closed by a fence longer than any in it. */
export function fencedCode(text: string, language: string | undefined): string {
  const content = text.trimEnd().split("\n").map(codeLine).join("\n");
  const fence = "`".repeat(Math.max(3, longestRun(content) + 1));
  const word = /^[\w+#.-]+/.exec(language ?? "")?.[0] ?? "";
  return `${fence}${drawn.has(word.toLowerCase()) ? "" : word}\n${content}\n${fence}`;
}

/** Bots read line by line and know nothing of fences. */
function codeLine(line: string): string {
  const shown = line
    .replaceAll("\t", "    ")
    .replace(/\s/gu, " ")
    .replace(/[^ ]+/gu, (word) => displayText(word));
  return silentCode(shown);
}

function longestRun(content: string): number {
  return Math.max(0, ...(content.match(/`+/g) ?? []).map((run) => run.length));
}
