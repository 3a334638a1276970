/** From the document to bytes, in the formats asked for. */
import type { Artifact } from "../domain/artifact.ts";
import type { Notice } from "../domain/notice.ts";
import type { Renderer, RenderInput, RenderTools } from "./contract.ts";
import { htmlPage, type HtmlPage } from "./html-page.ts";
import { renderers } from "./registry.ts";

export interface Rendered {
  readonly artifacts: readonly Artifact[];
  /** Known where a format with slides was made. */
  readonly slideCount: number | undefined;
  /** What came to light only while rendering, and so stands on no slide. */
  readonly notices: readonly Notice[];
}

/** What to render; its files are called `deck` where no name is given, and a PDF has no notes. */
type RenderWish = Pick<RenderInput, "deck" | "assessment"> &
  Partial<Pick<RenderInput, "name" | "hasPdfNotes">>;

/** All formats that there is anything to make in, in the order of the registry. Throws a RenderError if one fails. */
export async function render(
  tools: RenderTools,
  { name = "deck", deck, assessment, hasPdfNotes = false }: RenderWish,
  formats: readonly string[],
): Promise<Rendered> {
  let made: Promise<HtmlPage> | undefined;
  const page = () => (made ??= htmlPage(deck, tools));
  const input: RenderInput = { name, deck, assessment, hasPdfNotes, page };
  const begun: Promise<Artifact>[] = [];
  for (const renderer of renderers) {
    const isAsked = formats.includes(renderer.format) && (renderer.isFor?.(assessment) ?? true);
    if (!isAsked) continue;
    const artifact = artifactOf(renderer, input, tools);
    // Thrown below, where all are awaited.
    artifact.catch(() => undefined);
    begun.push(artifact);
    // The browser has its page before the next format is made, and prints meanwhile.
    await made;
    await tools.giveWay();
  }
  const drawn = await made;
  const notices = drawn === undefined ? [] : glyphNotices(drawn.undrawn());
  return { artifacts: await Promise.all(begun), slideCount: drawn?.slideCount, notices };
}

async function artifactOf(
  { path, mediaType, render: make }: Renderer,
  input: RenderInput,
  tools: RenderTools,
): Promise<Artifact> {
  const content = await make(input, tools);
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return { path: path(input.name), mediaType, bytes };
}

/** As many characters as a person will look up. */
const namedGlyphs = 10;

function glyphNotices(undrawn: readonly string[]): readonly Notice[] {
  if (undrawn.length === 0) return [];
  const named = undrawn.slice(0, namedGlyphs).map((character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return `${character} (U+${codePoint.toString(16).toUpperCase().padStart(4, "0")})`;
  });
  const more = undrawn.length > namedGlyphs ? ` and ${undrawn.length - namedGlyphs} more` : "";
  return [
    {
      code: "glyphs-missing",
      severity: "warning",
      subject: "fonts",
      message: `HTML and PDF stay blank where no font draws ${named.join(", ")}${more}`,
    },
  ];
}
