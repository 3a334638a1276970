/** Colors of a terminal. */

const codes = { red: 31, green: 32, yellow: 33, blue: 34 } as const;

export type Color = keyof typeof codes;

/** Text in a color that any terminal has. */
export function painted(text: string, color: Color): string {
  return `\u001B[${codes[color]}m${text}\u001B[39m`;
}
