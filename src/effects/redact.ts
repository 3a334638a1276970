/** Takes secrets out of whatever is about to be shown, in the forms in which they get about. */

/** Shorter ones would take ordinary words out; nothing that guards anything is that short. */
const minLength = 8;

const mark = "[secret]";

export interface Redactor {
  /** From now on this is hidden. A text of several lines, such as a key, is hidden line by line. */
  hide(secret: string): void;
  redact(text: string): string;
}

/** A redactor that knows no secrets yet. */
export function startRedactor(): Redactor {
  const secrets = new Set<string>();
  let pattern: RegExp | undefined;
  return {
    hide: (secret) => {
      for (const line of secret.split(/\\n|\s+/)) if (line.length >= minLength) secrets.add(line);
      pattern = secrets.size === 0 ? undefined : patternFor(secrets);
    },
    redact: (text) => (pattern === undefined ? text : text.replace(pattern, mark)),
  };
}

/** The longest first: of two secrets one may be the beginning of the other. */
function patternFor(secrets: ReadonlySet<string>): RegExp {
  const forms = [...secrets].flatMap(formsOf).toSorted((left, right) => right.length - left.length);
  return new RegExp(forms.map(inAnyLines).join("|"), "g");
}

function formsOf(secret: string): readonly string[] {
  return [...new Set([secret, encodeURIComponent(secret), ...base64Forms(secret)])];
}

/**
 * What stands for it in the Base64 of a text that holds it, such as `user:secret`: three bytes become
 * four characters, so there are three ways in which it can begin, and its ends are mixed with what is
 * beside it. Both alphabets.
 */
function base64Forms(secret: string): readonly string[] {
  return [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
    const first = Math.ceil((before * 8) / 6);
    const last = Math.floor((bytes.length * 8) / 6);
    return (["base64", "base64url"] as const).map((alphabet) =>
      bytes.toString(alphabet).slice(first, last),
    );
  });
}

/** Mails and certificates break long lines. */
function inAnyLines(form: string): string {
  const characters = Array.from(form, (character) => character.replace(/[^\w]/, "\\$&"));
  return characters.join(String.raw`(?:\r?\n[ \t]*)?`);
}
