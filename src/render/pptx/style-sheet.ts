/** What the style sheet says of lengths itself, beside the measures that it shares with the fitting. */

/** In px. */
export const lengths = {
  cornerRadius: 6,
  coverBarWidth: 80,
  coverBarHeight: 6,
  signSize: 26,
  panelPadding: 40,
  panelGap: 56,
} as const;

/** Size of code, in sizes of the text around it. */
export const codeScale = 0.92;

/** Between letters of large texts, in sizes of the text. */
export const tracking = {
  heading: -0.01,
  content: -0.02,
  statement: -0.02,
  title: -0.03,
  figure: -0.03,
} as const;
