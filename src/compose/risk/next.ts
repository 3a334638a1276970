/** What is to be done next for an item, and whose move it is. */
import { longDate } from "../../calendar.ts";
import type { Inline } from "../../domain/deck.ts";
import type { Blocker, NextAction } from "../../domain/risk.ts";
import { link, text } from "../inlines.ts";

/** `review it (reviewer ann, since 3 October 2020)`. */
export function nextInlines(next: NextAction): readonly Inline[] {
  return [link(next.action, next.url), text(` (${moveWords(next)})`)];
}

/** `author ann, since 3 October 2020`. */
export function moveWords({ move, who, since }: Pick<Blocker, "move" | "who" | "since">): string {
  const whose = move === "nobody" ? "time must pass" : [move, who.join(", ")].join(" ").trim();
  return since === undefined ? whose : `${whose}, since ${longDate(since)}`;
}
