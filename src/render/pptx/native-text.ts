/** Inlines as runs of native text, and texts in their boxes. */
import type { Inline } from "../../domain/deck.ts";
import { textHeight } from "../fit/shorten.ts";
import type { TextStyle } from "../fit/text-runs.ts";
import { safeProseUrl } from "../safe-url.ts";
import type { Align, Paragraph, Run } from "./native.ts";
import type { Palette } from "./palette.ts";

/** How a text is set, and in which color where it says nothing itself. */
export interface Look {
  readonly style: TextStyle;
  readonly color: string;
  /** Of what is set off; undefined where it differs by its weight alone. */
  readonly strongColor?: string;
  readonly palette: Palette;
  /** Whether states stand without their shape: something beside the text has it. */
  readonly isSigned?: true;
}

export interface Setting extends Look {
  readonly align?: Align;
  /** Between letters, in sizes of the text. */
  readonly tracking?: number;
}

/** A shape for each state, of those that any font has, so that color is not needed to tell them apart. */
const signs = { good: "●", progress: "►", warning: "▲", bad: "■", neutral: "○" } as const;

export function paragraph(
  inlines: readonly Inline[],
  { align, tracking, ...look }: Setting,
): Paragraph {
  const { size, line } = look.style;
  return {
    runs: inlines.map((inline) => run(inline, look)),
    size,
    line,
    ...(align === undefined ? {} : { align }),
    ...(tracking === undefined ? {} : { tracking: tracking * size }),
  };
}

/** A paragraph of nothing but text. */
export function plain(text: string, setting: Setting): Paragraph {
  return paragraph([{ kind: "text", text }], setting);
}

/** In px, as the slides were fitted. */
export function heightOf(inlines: readonly Inline[], style: TextStyle, width: number): number {
  return textHeight(inlines, { style, width });
}

function run(inline: Inline, look: Look): Run {
  const { style, color, strongColor = color, palette, isSigned = false } = look;
  const isBold = style.isBold === true;
  switch (inline.kind) {
    case "text":
      return { text: inline.text, color, isBold };
    case "strong":
      return { text: inline.text, color: strongColor, isBold: true };
    case "code":
      return { text: inline.text, color, isBold, isCode: true };
    case "link": {
      const link = linkTo(inline.url, "sng", palette["accent-line"]);
      const linkColor = link === undefined ? color : palette.accent;
      return { text: inline.text, color: linkColor, isBold, ...(link && { link }) };
    }
    case "number": {
      const link = linkTo(inline.url, "dotted", palette.quiet);
      return { text: inline.text, color, isBold, ...(link && { link }) };
    }
    case "status":
      return {
        text: isSigned ? inline.word : `${signs[inline.tone]}\u00a0${inline.word}`,
        color: palette[inline.tone],
        isBold: true,
      };
    default:
      return inline satisfies never;
  }
}

/** Nothing where the address is none that a reader may be sent to. */
function linkTo(
  address: string | undefined,
  underline: "sng" | "dotted",
  color: string,
): Run["link"] {
  const url = address === undefined ? undefined : safeProseUrl(address);
  return url === undefined ? undefined : { url, underline, color };
}
