/** The slides that the page holds, and what belongs to each. */

/** A slide of the page; the one that is shown has the class `current`. */
export type Slide = HTMLElement;

export function slidesOf(page: Document): readonly Slide[] {
  return [...page.querySelectorAll<Slide>("section[data-slide]")];
}

/** As a reader sees it, on one line. */
export function titleOf(slide: Slide): string {
  const heading = slide.querySelector("h1, h2");
  return heading?.textContent.replace(/\s+/g, " ").trim() ?? "";
}

/** What its speaker may say; null where there is nothing. */
export function notesOf(slide: Slide): HTMLElement | null {
  return slide.nextElementSibling?.matches(".notes") === true
    ? (slide.nextElementSibling as HTMLElement)
    : null;
}

/** On the page that is read: the first slide of which half is in the window, or which fills it. */
export function indexInView(slides: readonly Slide[]): number {
  const found = slides.findIndex((slide) => {
    const { top, bottom } = slide.getBoundingClientRect();
    return top + bottom >= 0 || bottom >= innerHeight;
  });
  return found < 0 ? slides.length - 1 : found;
}
