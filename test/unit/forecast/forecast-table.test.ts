/** Tables in, odds out. */
import { describe, expect, it } from "vitest";
import { PlanError } from "../../../src/domain/errors.ts";
import { forecastTable } from "../../../src/forecast/forecast-table.ts";

const day = 1440;
const good = {
  history: `repo,number,created,merged,closed\no/r,1,0,${2 * day},${2 * day}\no/r,2,${90 * day},,\n`,
  items: `repo,number,now,freeze,gate\no/r,2,${100 * day},${114 * day},none\n`,
  meta: '{"release": "1.20", "horizon": 14, "freezes": [["1.19", 1, 2]]}',
};

function forecast(some: Partial<typeof good>) {
  const { history, items, meta } = { ...good, ...some };
  return forecastTable({
    history: { file: "history.csv", text: history },
    items: { file: "items.csv", text: items },
    meta: { file: "meta.json", text: meta },
  });
}

it("gives one row for each item, in their order", () => {
  expect(forecast({})).toBe("repo,number,p\no/r,2,0.2268\n");
});
it("takes columns in any order, a byte order mark, other columns and line ends", () => {
  const items = `\uFEFFgate,note,now,freeze,number,repo\r\nnone,"a, b",${100 * day},${114 * day},2,o/r\r\n`;
  expect(forecast({ items })).toBe(forecast({}));
});
it("gives no rows for no items", () => {
  expect(forecast({ items: "repo,number,now,freeze,gate\n" })).toBe("repo,number,p\n");
});
it("quotes names that need it", () => {
  const history = `repo,number,created,merged,closed\n"o,r",2,${90 * day},,\n`;
  const items = `repo,number,now,freeze,gate\n"o,r",2,${100 * day},${114 * day},none\n`;
  expect(forecast({ history, items })).toContain('"o,r",2,');
});

describe("what cannot be read is told with its file and row", () => {
  function check(some: Partial<typeof good>, expected: string) {
    expect(() => forecast(some)).toThrow(PlanError);
    expect(() => forecast(some)).toThrow(expected);
  }
  it("a missing column", () =>
    check({ history: "repo,number,created\n" }, "history.csv: there is no column merged, closed"));
  it("an empty file", () =>
    check({ items: "" }, "items.csv: there is no column repo, number, now, freeze, gate"));
  it("a number that is none", () =>
    check(
      { history: `${good.history}o/r,3,soon,,\n` },
      "history.csv, row 4: created is no number: soon",
    ));
  it("a number that is not there", () =>
    check({ history: `${good.history}o/r,3,,,\n` }, "history.csv, row 4: created is empty"));
  it("an item that the history does not have", () =>
    check(
      { items: good.items.replace("o/r,2", "o/r,9") },
      "items.csv, row 2: o/r#9 is not in the history",
    ));
  it("a gate that there is not", () =>
    check(
      { items: good.items.replace("none", "toString") },
      "items.csv, row 2: gate is none of none, code-freeze, hard-gate",
    ));
  it.each(["", "[]", "null", "{}", '{"freezes": [1]}'])("freezes that are not there: %s", (meta) =>
    check({ meta }, "meta.json does not say when earlier freezes were"),
  );
});
