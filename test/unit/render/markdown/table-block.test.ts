import { expect, test } from "vitest";
import type { Column, Row } from "../../../../src/domain/deck.ts";
import { addressList } from "../../../../src/render/address-list.ts";
import { tableBlock } from "../../../../src/render/markdown/table-block.ts";
import { aText } from "../../../builders/deck.ts";

function check(columns: readonly Column[], rows: readonly Row[], expected: string): void {
  const context = { sources: addressList(), bullet: "-", isFolded: false } as const;
  expect(tableBlock(context, { kind: "table", columns, rows })).toBe(expected);
}

const start = { align: "start" } as const;
const end = { align: "end" } as const;

test("a long table is folded, and what it adds up to is not", () => {
  const row = { cells: [[aText("a")], [aText("1")]] };
  const sum: Row = { role: "total", cells: [[aText("Sum")], [aText("10")]] };
  const columns = [
    { title: "Item", ...start },
    { title: "Adds", ...end },
  ];
  const rows = [...Array.from({ length: 10 }, () => row), sum];
  const table = ["| Item | Adds |", "| :--- | ---: |", ...rows.slice(1).map(() => "| a | 1 |")];
  check(
    columns,
    rows,
    [
      "<details>\n<summary>11 rows: Item, Adds</summary>",
      [...table, "| **Sum** | **10** |"].join("\n"),
      "</details>",
      "Sum · 10",
    ].join("\n\n"),
  );
});

test("a long cell stands below its table; sentences are a list", () => {
  const long = "word ".repeat(20).trim();
  const rows = [{ cells: [[aText("a")], [aText("1")], [aText(long)]] }];
  const columns = [
    { title: "Item", ...start },
    { title: "Adds", ...end },
    { title: "Why", ...start },
  ];
  check(
    columns,
    rows,
    `| Item | Adds | Why |\n| :--- | ---: | :--- |\n| a | 1 | see below |\n\n- a: ${long}`,
  );
  check(
    columns,
    [{ cells: [[aText(long)], [aText("1")], [aText("b")]] }],
    `| Item | Adds | Why |\n| :--- | ---: | :--- |\n| ${long.slice(0, 79)}… | 1 | b |\n\n- ${long}`,
  );
  const words = columns.map((column) => ({ ...column, ...start }));
  check(words, rows, `- a · 1 · ${long}`);
});

test("a table that is too wide lies on its side, and blank columns are left out", () => {
  const releases = ["1.14", "1.15", "1.16", "1.17", "1.18", "1.19"];
  const columns = [{ title: "", ...start }, ...releases.map((title) => ({ title, ...end }))];
  const rows = [{ cells: [[aText("Tested")], ...releases.map((_, at) => [aText(String(at))])] }];
  check(
    columns,
    rows,
    ["|  | Tested |", "| :--- | ---: |", ...releases.map((one, at) => `| ${one} | ${at} |`)].join(
      "\n",
    ),
  );
  const blank = [
    { title: "Job", ...start },
    { title: "Note", ...start },
  ];
  check(blank, [{ cells: [[aText("gate")], [aText(" ")]] }], "| Job |\n| :--- |\n| gate |");
});
