/** The YAML library's words on a mistake, in the words of whoever wrote the plan. */
import type { YAMLError } from "yaml";
import type { Finding } from "./finding.ts";

interface Wording {
  readonly message?: string;
  readonly hint?: string;
}

const quote = "put the whole value in quotes";

const wordings: Readonly<Partial<Record<YAMLError["code"], Wording>>> = {
  BAD_SCALAR_START: { hint: quote },
  BLOCK_AS_IMPLICIT_KEY: {
    message: "a second colon on the line reads as a map inside a value",
    hint: quote,
  },
  TAB_AS_INDENT: { message: "a tab stands where YAML wants spaces", hint: "indent with spaces" },
  TAG_RESOLVE_FAILED: { hint: "a plan needs no tags (!name); remove it" },
  MULTILINE_IMPLICIT_KEY: {
    message: "a line without a colon stands where a key is expected",
    hint: "write it as `key: value`, or indent it below the key that it belongs to",
  },
};

/** One syntax error or warning of the library as a finding; its own message where we have no better one. */
export function syntaxFinding(error: YAMLError): Finding {
  const [start, end] = error.pos;
  const { message = lowerFirst(error.message), hint } = wordings[error.code] ?? {};
  return { span: { start, end }, message, ...(hint === undefined ? {} : { hint }) };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
