import { describe, expect, it } from "vitest";
import { lcov } from "../../../../src/collect/coverage/lcov.ts";
import { collectedBy } from "../../../builders/collecting.ts";

const whole = `TN:unit
SF:src/a.ts
FN:1,first
FN:5,8,second<a,b>
FNDA:3,first
FNDA:0,second<a,b>
FNF:2
FNH:1
BRDA:2,0,0,3
BRDA:2,0,1,-
BRDA:4,0,0,0
BRF:3
BRH:1
DA:1,3
DA:2,3,dGhlIGhhc2g
DA:4,0
LF:3
LH:2
end_of_record
`;

/** The counts of a tracefile by a metric, and what was found odd about it. */
async function counted(text: string, metric?: string) {
  const settings = { path: "lcov.info", ...(metric === undefined ? {} : { metric }) };
  const { facts, notices } = await collectedBy(lcov, settings, { texts: { "lcov.info": text } });
  const [row, ...others] = facts.coverage?.releases ?? [];
  expect(others).toEqual([]);
  return { row, findings: notices.map(({ message }) => message) };
}

async function check(text: string, [tested, total]: readonly [number, number], metric?: string) {
  expect(await counted(text, metric)).toEqual({
    row: { release: "1.20", tested, total },
    findings: [],
  });
}

async function checkRefused(text: string, message: string) {
  await expect(counted(text)).rejects.toMatchObject({ name: "SourceError", message });
}

describe("an LCOV tracefile", () => {
  it("counts lines, branches and functions", async () => {
    await check(whole, [2, 3]);
    await check(whole, [2, 3], "lines");
    await check(whole, [1, 3], "branches");
    await check(whole, [1, 2], "functions");
  });

  it("adds its source files up", async () => {
    await check(whole + whole.replace("src/a.ts", "src/b.ts"), [4, 6]);
  });

  it("counts what any of several tests hit, once", async () => {
    const other = whole.replace("\nDA:4,0", "\nDA:4,1").replace("LH:2", "LH:3");
    await check(whole + other, [3, 3]);
    await check(other + whole, [3, 3]);
  });

  it("takes the totals of a file that lists nothing", async () => {
    await check("SF:a.go\nLF:10\nLH:7\nend_of_record\n", [7, 10]);
  });

  it("reads functions with numbers and several names as one each", async () => {
    const text = "SF:a.cc\nFNL:0,1,9\nFNA:0,0,f<int>\nFNA:0,2,f<char>\nFNL:1,11\nend_of_record\n";
    await check(text, [1, 2], "functions");
  });

  it("reads carriage returns, comments and unknown entries", async () => {
    const text = `# by hand\r\n${whole.replaceAll("\n", "\r\n").replace("FNF", "VER:1\r\nFNF")}`;
    await check(text, [2, 3]);
  });

  it("says where its own totals differ", async () => {
    const { row, findings } = await counted(whole.replace("LH:2", "LH:3"));
    expect(row).toMatchObject({ tested: 2, total: 3 });
    expect(findings).toEqual([
      "1 source files list other lines than they count, first src/a.ts; those listed are taken",
    ]);
  });

  it.each([
    ["", "lcov.info holds no lines: nothing was measured"],
    ["TN:\n", "lcov.info holds no lines: nothing was measured"],
    ["SF:a\nLF:0\nLH:0\nend_of_record\n", "lcov.info holds no lines: nothing was measured"],
    ["<html>not found</html>", "lcov.info: line 1: this is no entry of LCOV"],
    ["DA:1,1\n", "lcov.info: line 1: it belongs to no source file"],
    ["end_of_record\n", "lcov.info: line 1: it belongs to no source file"],
    ["SF:a\nDA:1,many\n", "lcov.info: line 2: this is no entry of LCOV"],
    ["SF:a\nLF:-1\n", "lcov.info: line 2: this is no entry of LCOV"],
    ["SF:a\nDA:1,1\nSF:b\n", "lcov.info: line 3: the record before has no end"],
    ["SF:a\nDA:1,1\n", "lcov.info: it ends within a record"],
    ["SF:a\nLF:1\nLH:2\nend_of_record\n", "lcov.info: a has more hit than there are"],
    [
      "SF:a\nLF:2\nLH:1\nend_of_record\nSF:a\nLF:2\nLH:1\nend_of_record\n",
      "lcov.info: a is there 2 times, with nothing but totals",
    ],
  ])("is refused: %j", checkRefused);

  it("is missing where there is no such file", async () => {
    await expect(collectedBy(lcov, { path: "lcov.info" })).rejects.toMatchObject({
      name: "SourceError",
      code: "not-found",
    });
  });
});
