/** Which addresses a document may link to. */

/**
 * The address in its plain ASCII form where it is one that a reader may be sent to: `https:` with
 * a host and without a user name (which serves to look like another host). Undefined otherwise.
 */
export function safeUrl(text: string): string | undefined {
  const url = URL.parse(text);
  if (url?.protocol !== "https:" || url.username !== "" || url.password !== "") return undefined;
  return url.href;
}

/** As `safeUrl`, and `mailto:` with one plain address. For what people write, not for data. */
export function safeProseUrl(text: string): string | undefined {
  return /^mailto:[\w.+-]+@[\w.-]+$/.test(text) ? text : safeUrl(text);
}
