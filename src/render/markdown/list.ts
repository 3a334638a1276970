/** Bullets of lists in Markdown. */

export type Bullet = "-" | "*";

/** A bullet that a list just before does not use: two lists with one bullet would be read as one. */
export function freshBullet(before: string): Bullet {
  const last = before.split("\n").findLast((line) => /^\S/.test(line));
  return /^-(?: |$)/.test(last ?? "") ? "*" : "-";
}
