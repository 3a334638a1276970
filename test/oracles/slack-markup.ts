/**
 * Slack's markup read as Slack reads it: what stands in angle brackets acts, the three references
 * are the only way to write their signs. After "Formatting text for app surfaces" on docs.slack.dev.
 */

export interface SlackReading {
  /** What a reader sees, formatting signs included. */
  readonly text: string;
  readonly links: readonly { readonly url: string; readonly text: string }[];
  /** Names, groups, channels and dates that Slack would resolve: `<@U1>`, `<!here>`, `<#C1>`. */
  readonly specials: readonly string[];
  /** Signs that stand there bare, although the markup has a reference for them. */
  readonly bare: readonly string[];
}

export function readSlack(markup: string): SlackReading {
  const links: { url: string; text: string }[] = [];
  const specials: string[] = [];
  const bare: string[] = [];
  const parts = markup.split(/(<[^<>\n]*>)/);
  const text = parts
    .map((part, index) => {
      if (index % 2 === 0) {
        bare.push(...(part.match(/[<>]|&(?!(?:amp|lt|gt);)/g) ?? []));
        return decoded(part);
      }
      const inside = part.slice(1, -1);
      const at = inside.indexOf("|");
      const [target, words] =
        at === -1 ? [inside, inside] : [inside.slice(0, at), inside.slice(at + 1)];
      if (/^[@#!]/.test(target)) specials.push(part);
      else links.push({ url: decoded(target), text: decoded(words) });
      return decoded(words);
    })
    .join("");
  return { text, links, specials, bare };
}

/** What a plain text turns into where names are looked for in it, as bridges to other chats do. */
export function namesIn(text: string): readonly string[] {
  return text.match(/[@＠﹫][\p{L}\p{N}_]+/gu) ?? [];
}

function decoded(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
