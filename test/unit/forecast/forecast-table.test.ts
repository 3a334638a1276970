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
it("takes times with their zone for minutes", () => {
  const history = "repo,number,created,merged,closed\no/r,2,1970-04-01T02:00:00+02:00,,\n";
  const items =
    "repo,number,now,freeze,gate\no/r,2,1970-04-10T17:00:00-07:00,1970-04-25T00:00:00Z,hard-gate\n";
  const minutes = {
    history: `repo,number,created,merged,closed\no/r,2,${90 * day},,\n`,
    items: `repo,number,now,freeze,gate\no/r,2,${100 * day},${114 * day},hard-gate\n`,
  };
  const meta = '{"freezes": [["1.18", 1440, null], ["1.19", "1970-02-01T00:00:00Z", 2]]}';
  expect(forecast({ history, items, meta })).toBe(
    forecast({ ...minutes, meta: '{"freezes": [["1.18", 1440], ["1.19", 44640]]}' }),
  );
});
it("counts a pull request that stands in two rows once, by the later one", () => {
  const later = `o/r,1,0,${99 * day},${99 * day}\n`;
  const once = good.history.replace(`o/r,1,0,${2 * day},${2 * day}\n`, later);
  expect(forecast({ history: `${good.history}${later.repeat(40)}` })).toBe(
    forecast({ history: once }),
  );
});
it("takes the age of what the history lacks from its own row", () => {
  const items = `repo,number,now,freeze,gate,created\no/r,2,${100 * day},${114 * day},none,${90 * day}\n`;
  const history = "repo,number,created,merged,closed\n";
  // The shipped table, as nothing of the repository is known.
  expect(forecast({ history, items })).toBe("repo,number,p\no/r,2,0.2268\n");
});
it("takes what is created after the day of the forecast for new", () => {
  const at = (created: number) =>
    forecast({ history: `repo,number,created,merged,closed\no/r,2,${created},,\n` });
  expect(at(110 * day)).toBe(at(100 * day));
});

describe("what is a fact by then is no forecast", () => {
  function check(ends: string, p: string, freeze = 114) {
    const history = `repo,number,created,merged,closed\no/r,2,${90 * day},${ends}\n`;
    const items = `repo,number,now,freeze,gate\no/r,2,${100 * day},${freeze * day},none\n`;
    expect(forecast({ history, items })).toBe(`repo,number,p\no/r,2,${p}\n`);
  }
  it("merged", () => check(`${99 * day},${99 * day}`, "1.0000"));
  it("closed unmerged", () => check(`,${99 * day}`, "0.0200"));
  it("still open at the freeze", () => check(",", "0.0000", 100));
  it("but not what came later", () => check(`${101 * day},${101 * day}`, "0.2268"));
});

describe("what cannot be read is told with its file, line and column", () => {
  function check(some: Partial<typeof good>, expected: string) {
    expect(() => forecast(some)).toThrow(PlanError);
    expect(() => forecast(some)).toThrow(expected);
  }
  it("a missing column", () =>
    check(
      { history: "repo,number,created\n" },
      "history.csv:1:1: there is no column merged, closed",
    ));
  it("an empty file", () =>
    check({ items: "" }, "items.csv:1:1: there is no column repo, number, now, freeze, gate"));
  it("a number that is none", () =>
    check(
      { history: `${good.history}o/r,3,soon,,\n` },
      "history.csv:4:7: created is neither minutes since 1970 nor a time with its zone like 2020-10-22T08:00:00Z: soon",
    ));
  it("a number that is not there", () =>
    check({ history: `${good.history}o/r,3,,,\n` }, "history.csv:4:7: created is empty"));
  it("an item that the history does not have", () =>
    check(
      { items: good.items.replace("o/r,2", "o/r,9") },
      "items.csv:2:5: o/r#9 is not in the history, and no column created says how old it is",
    ));
  it("a gate that there is not", () =>
    check(
      { items: good.items.replace("none", "toString") },
      "items.csv:2:21: gate is none of none, code-freeze, hard-gate: toString",
    ));
  it("a cell below one of several lines", () =>
    check(
      { history: `repo,number,created,merged,closed\r\n"o/\r\n""r""",1,0,,\r\no/r,2\r\n` },
      "history.csv:4:5: created is empty",
    ));
  it("a quote that takes all the rest for one cell", () =>
    check(
      { history: `${good.history}o/r,3,1,,"\no/r,4,1,,\n` },
      "history.csv:4:10: nothing closes the quote that begins here",
    ));
  it("a column that is there twice", () =>
    check(
      { items: good.items.replace("gate", "gate,now") },
      "items.csv:1:1: there are two columns now",
    ));
  it.each([
    '{"freezes": [["1.19", "soon"]]}',
    '{"freezes": [["1.19", {}]]}',
    "",
    "[]",
    "null",
    "{}",
    '{"freezes": [1]}',
  ])("freezes that are not there: %s", (meta) =>
    check({ meta }, "meta.json does not say when earlier freezes were"),
  );
});
