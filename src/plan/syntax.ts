/** The YAML library's words on a mistake, in the words of whoever wrote the plan. */
import type { YAMLError } from "yaml";
import type { Finding } from "./finding.ts";

/** One syntax error or warning of the library as a finding; its own message where we have no better one. */
export function syntaxFinding(error: YAMLError): Finding {
  const [start, end] = error.pos;
  const wording = wordings.find(({ of }) => of.test(error.message));
  const message = wording?.message ?? lowerFirst(error.message);
  return { span: { start, end }, message, hint: wording?.hint };
}

interface Wording {
  /** Which messages of the library it stands for. */
  readonly of: RegExp;
  readonly message?: string;
  readonly hint?: string;
}

const quote = "if this is one text, put the whole text in quotes";
const align = "indent it like the lines that it belongs with";

const wordings: readonly Wording[] = [
  { of: /^Plain value cannot start/, hint: quote },
  {
    of: /^Nested mappings are not allowed/,
    message: "a second colon on the line reads as a map inside a value",
    hint: quote,
  },
  {
    of: /^Implicit (?:map )?keys need/,
    message: "a line without a colon stands where a key is expected",
    hint: "write it as `key: value`, or indent it below the key that it belongs to",
  },
  {
    of: /^All .* same column$/,
    message: "this line is indented unlike those around it",
    hint: align,
  },
  {
    of: /^Tabs are not/,
    message: "a tab stands where YAML wants spaces",
    hint: "indent with spaces",
  },
  { of: /^Flow .* end with a \]$/, message: "a list that began with [ is not closed with ]" },
  { of: /^Flow .* end with a \}$/, message: "a map that began with { is not closed with }" },
  { of: /^Missing closing (?:'|")quote$/, message: "a quoted text is not closed" },
  { of: /tag/i, hint: "a plan needs no tags (!name); remove it" },
  { of: /^(?:Unexpected|Missing)/, hint: quote },
];

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
