/** Elements of HTML whose looks stand in themselves, as word processors and mail programs keep them. */

const inks = { text: "#1f2328", soft: "#59636e", line: "#d1d9e0", head: "#f6f8fa" };

export const toneInks = {
  info: "#0969da",
  good: "#1a7f37",
  warning: "#9a6700",
  bad: "#cf222e",
} as const;

const cell = `border:1px solid ${inks.line};padding:4px 8px;vertical-align:top`;

const looks = {
  div: `font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:1.5;color:${inks.text}`,
  h1: "font-size:24px;margin:0 0 12px",
  h2: "font-size:18px;margin:24px 0 8px",
  h3: "font-size:15px;margin:16px 0 4px",
  p: "margin:0 0 8px",
  ul: "margin:0 0 8px;padding-left:24px",
  ol: "margin:0 0 8px;padding-left:24px",
  li: "margin:0 0 2px",
  table: "border-collapse:collapse;margin:0 0 12px",
  th: `${cell};background:${inks.head};font-weight:bold`,
  td: cell,
} as const;

type Name = keyof typeof looks | "a" | "b" | "code" | "thead" | "tbody" | "tr";

/** One element; `content` is markup. */
export function element(
  name: Name,
  content: string,
  { style = "", ...attributes }: Readonly<Record<string, string>> = {},
): string {
  const own: Readonly<Record<string, string>> = looks;
  const all = [own[name] ?? "", style].filter((some) => some !== "").join(";");
  const written = Object.entries({ ...attributes, ...(all !== "" && { style: all }) })
    .map(([attribute, value]) => ` ${attribute}="${escaped(value)}"`)
    .join("");
  return `<${name}${written}>${content}</${name}>`;
}

/** Small and pale: for what is read last. */
export const soft = `font-size:12px;color:${inks.soft}`;

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Any text as what stands between tags or in quotes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => references[character] ?? character);
}
