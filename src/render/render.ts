/** From the document to bytes, in the formats asked for. */
import type { Artifact } from "../domain/artifact.ts";
import type { RenderInput, RenderTools } from "./contract.ts";
import { htmlPage, type HtmlPage } from "./html-page.ts";
import { renderers } from "./registry.ts";

export interface Rendered {
  readonly artifacts: readonly Artifact[];
  readonly slideCount: number;
}

/** All formats side by side, in the order of the registry. Throws a RenderError if one fails. */
export async function render(
  tools: RenderTools,
  { deck, assessment }: Pick<RenderInput, "deck" | "assessment">,
  formats: readonly string[],
): Promise<Rendered> {
  let made: Promise<HtmlPage> | undefined;
  const page = () => (made ??= htmlPage(deck, tools));
  const input: RenderInput = { deck, assessment, page };
  const wanted = renderers.filter(({ format }) => formats.includes(format));
  const artifacts = await Promise.all(
    wanted.map(async ({ path, mediaType, render: make }) => {
      const content = await make(input, tools);
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      return { path, mediaType, bytes };
    }),
  );
  return {
    artifacts,
    slideCount: made === undefined ? deck.slides.length : (await made).slideCount,
  };
}
