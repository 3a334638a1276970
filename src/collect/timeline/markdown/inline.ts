/** Markdown's inline marks taken away, damaged ones included; only `~~` stays, as it means something. */

const steps: readonly (readonly [RegExp, string])[] = [
  [/<\/?(?:del|s|strike)>/gi, "~~"],
  [/<[^<>]*>/g, " "],
  // Targets of links, also where there are two of them, and references, also where they never end.
  [/\](?:\([^()]*\))+/g, "]"],
  [/\]\[[^[\]]*(?:\]|$)/g, "]"],
  [/!?\[|\]|[*`]/g, ""],
  [/&nbsp;/g, " "],
  [/&lt;/g, "<"],
  [/&gt;/g, ">"],
  [/&quot;/g, '"'],
  [/&amp;/g, "&"],
];

/** The text as a reader sees it, in one line. Takes time in proportion to its length. */
export function plainText(markdown: string): string {
  const plain = steps.reduce((text, [mark, instead]) => text.replace(mark, instead), markdown);
  return plain.replace(/\s+/g, " ").trim();
}
