/** CSV as rows of texts. A door to d3-dsv: to the one of its functions that makes no code from what it reads. */
import { csvParseRows } from "d3-dsv";

/** Every line that is not blank; cells without the spaces around them. */
export function readCsv(text: string): readonly (readonly string[])[] {
  return csvParseRows(text, (cells) => cells.map((cell) => cell.trim())).filter((cells) =>
    cells.some((cell) => cell !== ""),
  );
}
