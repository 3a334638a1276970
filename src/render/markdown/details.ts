/** Parts of a document that GitHub folds away until a reader asks for them. */
import { displayText } from "../display-text.ts";
import { silent } from "./escape.ts";

/** What a reader may unfold; nothing where there is nothing in it. */
export function details(summary: string, markdown: string): string {
  if (markdown === "") return "";
  // GitHub reads Markdown in HTML only between empty lines.
  return `<details>\n<summary>${htmlText(summary)}</summary>\n\n${markdown}\n\n</details>`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Any text on one line, where Markdown's own signs mean nothing but GitHub's filters act all the same. */
function htmlText(text: string): string {
  return silent(displayText(text)).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
