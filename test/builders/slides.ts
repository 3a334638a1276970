/** Small decks to print, laid out as the real ones are: one section a page, its content in a body. */

const size = "width:384px;height:216px;box-sizing:border-box";

/** A whole HTML document with one slide for each content, called `s1`, `s2`… */
export function slidesHtml(contents: readonly string[], style = ""): string {
  const slides = contents.map(
    (content, index) =>
      `<section data-slide id="s${index + 1}"><div class="slide-body">${content}</div></section>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A deck</title><style>
    @page { size: 384px 216px; margin: 0 }
    body { margin: 0; font: 16px/1.5 sans-serif }
    section { ${size}; padding: 20px; break-after: page; overflow: hidden }
    .slide-body { height: 100% }
    ${style}</style></head><body>${slides.join("")}</body></html>`;
}
