/** The deck as one self-contained HTML file: no script, no request, pages of 1280 × 720 when printed. */
import type { Deck } from "../domain/deck.ts";
import { RenderError } from "../domain/errors.ts";
import type { Assets, Hash } from "../ports.ts";
import { slideViews } from "./deck-view.ts";
import { fit } from "./fit/fit.ts";
import { fontFaces, undrawn, type FontFace } from "./fonts.ts";
import { measureProperties } from "./measures.ts";
import { shownDeck } from "./shown-deck.ts";
import { compileTemplates, safeMarkup } from "./templates.ts";

export interface HtmlPage {
  readonly html: string;
  /** After fitting: as many as the PDF has pages. */
  readonly slideCount: number;
  /** Characters that no font of ours draws: they stay blank. Looked up when asked, which can wait. */
  undrawn(): readonly string[];
}

interface Tools {
  readonly assets: Assets;
  readonly hash: Hash;
}

/** Throws a RenderError where a template is missing or fails. */
export async function htmlPage(deck: Deck, { assets, hash }: Tools): Promise<HtmlPage> {
  const files = await assets.templates();
  const fill = await compileTemplates(files);
  const fitted = fit(shownDeck(deck));
  const slides = slideViews(fitted);
  const content = fill("slides", { slides });
  const faces = await Promise.all(
    fontFaces(content, content.includes("<code")).map((face) => fontRule(face, assets)),
  );
  const style = [measureProperties(), ...faces, themeIn(files)].join("");
  const html = fill("deck", {
    language: fitted.language,
    title: fitted.title,
    policy: safeMarkup(policy(base64(hash(new TextEncoder().encode(style))))),
    style: safeMarkup(style),
    content: safeMarkup(content),
  });
  return { html, slideCount: fitted.slides.length, undrawn: () => undrawn(content) };
}

function themeIn(files: ReadonlyMap<string, string>): string {
  const theme = files.get("theme.css");
  if (theme !== undefined) return theme;
  throw new RenderError("templates/theme.css: there is no such file", {
    code: "template",
    hint: "Install release-deck again: npm ci",
  });
}

/** Nothing may be loaded but what the file itself holds, and no style but this one applies. */
function policy(styleHash: string): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    "img-src data:",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

async function fontRule(
  { family, weight, file, range }: FontFace,
  assets: Assets,
): Promise<string> {
  const source = `url(data:font/woff2;base64,${await assets.font(file)}) format("woff2")`;
  return `@font-face{font-family:"${family}";font-weight:${weight};src:${source};unicode-range:${range}}\n`;
}

/** From the hexadecimal digits of a hash. */
function base64(hex: string): string {
  const bytes = (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  return btoa(String.fromCharCode(...bytes));
}
