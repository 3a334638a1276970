/** A native table as pptxgenjs takes it. */
import { measures } from "../measures.ts";
import type { TableCell, TableObject, TableRow } from "./native.ts";
import { textProps } from "./text-props.ts";
import { inch, inches, points } from "./units.ts";

export function tableProps({ name, box, columns, rows }: TableObject) {
  return {
    ...inches(box),
    objectName: name,
    colW: columns.map(inch),
    rowH: rows.map(({ height }) => inch(height)),
  };
}

export function tableRows({ rows }: TableObject, lang: string) {
  return rows.map((row) => row.cells.map((cell) => cellProps(cell, row, lang)));
}

/** Top, right, bottom, left. */
type Sides<Side> = [Side, Side, Side, Side];

function cellProps(
  { paragraph, span, isLow, padding }: TableCell,
  { over, under }: TableRow,
  lang: string,
) {
  const { left, right, y } = padding;
  const margin: Sides<number> = [inch(y), inch(right), inch(y), inch(left)];
  const border: Sides<Rule> = [rule(over), rule(undefined), rule(under), rule(undefined)];
  return {
    text: textProps(paragraph).map(({ text, options }) => ({
      text,
      options: { ...options, lang },
    })),
    options: {
      colspan: span,
      valign: isLow ? ("bottom" as const) : ("top" as const),
      fontSize: points(paragraph.size),
      ...(paragraph.align && { align: paragraph.align }),
      margin,
      border,
    },
  };
}

interface Rule {
  readonly type: "none" | "solid";
  readonly color?: string;
  readonly pt?: number;
}

function rule(color: string | undefined): Rule {
  if (color === undefined) return { type: "none" };
  return { type: "solid", color, pt: points(measures.ruleWidth) };
}
