/**
 * The deck as one self-contained HTML file: no request, no script but the one that presents it, pages of
 * 1280 × 720 when printed.
 */
import type { Deck } from "../domain/deck.ts";
import { RenderError } from "../domain/errors.ts";
import type { Assets, Hash } from "../ports.ts";
import { logoView, slideViews } from "./deck-view.ts";
import { fit } from "./fit/fit.ts";
import { larger } from "./fit/setting.ts";
import { fontFaces, undrawn, type FontFace } from "./fonts.ts";
import { inlineWords } from "./inline-words.ts";
import { measureProperties } from "./measures.ts";
import { shownDeck } from "./shown-deck.ts";
import { compileTemplates, safeMarkup } from "./templates.ts";

export interface HtmlPage {
  readonly html: string;
  /** After fitting: as many as the PDF has pages. */
  readonly slideCount: number;
  /** What may be said on each of them, its points parted by CR; empty where there is nothing. */
  readonly notes: readonly string[];
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
  const fitted = fit(shownDeck(deck), larger);
  const slides = slideViews(fitted);
  const content = fill("slides", { slides, logo: logoView(deck.logo) });
  const faces = await Promise.all(
    fontFaces(content, content.includes("<code")).map((face) => fontRule(face, assets)),
  );
  const { theme = "default" } = deck;
  const looks = ["slides.css", `themes/${theme}/theme.css`, "present.css"].map((name) =>
    fileIn(files, name),
  );
  const style = [measureProperties(), ...faces, ...looks].join("");
  const script = fileIn(files, "present.js");
  const html = fill("deck", {
    language: fitted.language,
    title: fitted.title,
    policy: safeMarkup(policy({ script: sha256(hash, script), style: sha256(hash, style) })),
    style: safeMarkup(style),
    script: safeMarkup(script),
    content: safeMarkup(content),
  });
  return {
    html,
    slideCount: fitted.slides.length,
    notes: fitted.slides.map(({ notes = [] }) => notes.map(inlineWords).join("\r")),
    undrawn: () => undrawn(content),
  };
}

function fileIn(files: ReadonlyMap<string, string>, name: string): string {
  const text = files.get(name);
  if (text !== undefined) return text;
  throw new RenderError(`templates/${name}: there is no such file`, {
    code: "template",
    hint: "Install release-deck again: npm ci",
  });
}

/** Nothing may be loaded but what the file itself holds; no script runs and no style applies but these. */
function policy({ script, style }: { readonly script: string; readonly style: string }): string {
  return [
    "default-src 'none'",
    `script-src ${script}`,
    `style-src ${style}`,
    "img-src data:",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** As a policy names what an element holds. */
function sha256(hash: Hash, content: string): string {
  return `'sha256-${base64(hash(new TextEncoder().encode(content)))}'`;
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
