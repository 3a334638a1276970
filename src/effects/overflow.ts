/** Finds the slides whose laid-out content does not fit. Runs inside the page: it may use nothing outside itself. */

/** The little of the page's own types that is needed here. */
interface PageElement {
  readonly id: string;
  readonly clientWidth: number;
  readonly clientHeight: number;
  readonly scrollWidth: number;
  readonly scrollHeight: number;
  getBoundingClientRect(): PageBox;
  querySelectorAll(selectors: string): Iterable<PageElement>;
  closest(selectors: string): PageElement | null;
}

interface PageBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

declare const document: {
  readonly body: PageElement;
  readonly fonts: Iterable<{ load(): Promise<unknown> }>;
  querySelectorAll(selectors: string): Iterable<PageElement>;
};

/**
 * Ids of every `section[data-slide]` with an element that leaves the slide, with text that is wider
 * than its element, or with a `.slide-body` whose content is higher than it. Loads the fonts first and
 * rejects where one cannot be read: `document.fonts.ready` was seen to be ready before any was, on a
 * busy machine, and then the pages have no text at all.
 */
export async function overflowingSlides(): Promise<string[]> {
  // Boxes lie between the pixels; the sizes of their content are whole numbers of pixels.
  const spare = 1;
  // Text in a drawing has no width of its own that the browser would measure well.
  const isWide = (element: PageElement): boolean =>
    element.clientWidth > spare &&
    element.scrollWidth > element.clientWidth + spare &&
    element.closest("svg") === null;
  const isHigh = (element: PageElement): boolean =>
    element.scrollHeight > element.clientHeight + spare;
  const leaves = (inner: PageBox, outer: PageBox): boolean =>
    inner.width * inner.height > 0 &&
    (inner.left < outer.left - spare ||
      inner.top < outer.top - spare ||
      inner.right > outer.right + spare ||
      inner.bottom > outer.bottom + spare);
  const overflows = (slide: PageElement): boolean => {
    const page = slide.getBoundingClientRect();
    return (
      [...slide.querySelectorAll(".slide-body")].some(isHigh) ||
      [...slide.querySelectorAll("*")].some(
        (element) => isWide(element) || leaves(element.getBoundingClientRect(), page),
      )
    );
  };
  document.body.getBoundingClientRect();
  await Promise.all(Array.from(document.fonts, (font) => font.load()));
  return [...document.querySelectorAll("section[data-slide]")]
    .filter(overflows)
    .map(({ id }) => id);
}
