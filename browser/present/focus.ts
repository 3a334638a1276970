/** Keeps the focus on what is shown: what held it may be gone with its slide. */
import type { Show } from "./show.ts";

export function keepFocus(show: Show): void {
  for (const slide of show.slides) slide.tabIndex = -1;
  let last = show.mode();
  show.onChange(() => {
    const mode = show.mode();
    const slide = show.slides[show.index()];
    const focused = document.activeElement;
    const isLost = focused?.closest("section[data-slide]") !== slide && focused?.closest("main");
    if (mode !== "overview" && (mode !== last || isLost)) slide?.focus({ preventScroll: true });
    last = mode;
  });
}
