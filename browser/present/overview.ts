/** All slides small: each is a link over its picture, and the arrow keys walk from one to the other. */
import { element } from "./element.ts";
import type { Show } from "./show.ts";
import { titleOf } from "./slides.ts";

/** How far a key leads, in slides; a row is as wide as the window makes it. */
const ways: Readonly<Record<string, (row: number) => number>> = {
  ArrowRight: () => 1,
  ArrowLeft: () => -1,
  ArrowDown: (row) => row,
  ArrowUp: (row) => -row,
  PageDown: (row) => 3 * row,
  PageUp: (row) => -3 * row,
  Home: () => -Infinity,
  End: () => Infinity,
};

export interface Overview {
  /** Moves the focus by a key; false for a key that moves none. */
  steer(key: string): boolean;
}

export function addOverview(show: Show): Overview {
  let links: readonly HTMLElement[] = [];
  show.onChange(() => {
    const isOpen = show.mode() === "overview";
    if (isOpen && links.length === 0) links = linksTo(show);
    for (const link of links) setInert(link, isOpen);
    if (isOpen) links[show.index()]?.focus();
  });
  return {
    steer(key) {
      const by = ways[key]?.(rowLength(show.slides));
      if (by === undefined) return false;
      const from = Math.max(
        0,
        links.findIndex((link) => link === document.activeElement),
      );
      links[Math.max(0, Math.min(from + by, links.length - 1))]?.focus();
      return true;
    },
  };
}

function linksTo(show: Show): readonly HTMLElement[] {
  return show.slides.map((slide, index) => {
    const link = element("a", {
      className: "pick",
      href: `#${slide.id}`,
      ariaLabel: `${index + 1}: ${titleOf(slide)}`,
    });
    link.addEventListener("click", (event) => {
      event.preventDefault();
      show.goTo(index);
    });
    slide.append(link);
    return link;
  });
}

/** In the picture of a slide nothing can be followed but the picture. */
function setInert(link: HTMLElement, isInert: boolean): void {
  for (const part of link.parentElement?.children ?? []) {
    if (part !== link) part.toggleAttribute("inert", isInert);
  }
}

function rowLength(slides: Show["slides"]): number {
  const top = slides[0]?.offsetTop;
  const next = slides.findIndex((slide) => slide.offsetTop !== top);
  return next < 0 ? slides.length : next;
}
