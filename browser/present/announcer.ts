/** Tells who cannot see the slides what is shown now, and anybody what could not be done. */
import { element } from "./element.ts";
import type { Show } from "./show.ts";
import { titleOf } from "./slides.ts";

/** Gives what says something else. */
export function addAnnouncer(show: Show): (words: string) => void {
  const status = element("p", { className: "spoken", role: "status" });
  document.body.append(status);
  const say = (words: string, isSeen: boolean): void => {
    status.className = isSeen ? "told" : "spoken";
    status.textContent = words;
  };
  show.onChange(() => say(shown(show), false));
  return (words) => say(words, true);
}

function shown(show: Show): string {
  if (show.mode() === "overview") return "Overview";
  const slide = show.slides[show.index()];
  if (show.mode() === "page" || slide === undefined) return "";
  return `Slide ${show.index() + 1} of ${show.slides.length}: ${titleOf(slide)}`;
}
