/** Bullets of lists in Markdown. */

export type Bullet = "-" | "*";

/** A bullet that the list before does not use: two lists with one bullet would be read as one list. */
export function freshBullet(markdown: string): Bullet {
  return markdown.match(/^[-*](?= |$)/gmu)?.at(-1) === "-" ? "*" : "-";
}
