import { describe, expect, it } from "vitest";
import { cobertura } from "../../../../src/collect/coverage/cobertura.ts";
import { collectedBy } from "../../../builders/collecting.ts";

const doctype =
  '<?xml version="1.0"?>\n<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">\n';

/** A class whose method repeats its line, as the format wants it. */
const aClass = (file: string, lines: string) =>
  `<class name="C" filename="${file}"><methods><method name="m"><lines><line number="1" hits="0"/></lines></method></methods><lines>${lines}</lines></class>`;

const lines =
  '<line number="1" hits="2"/><line number="2" hits="0"/><line number="3" hits="1" branch="true" condition-coverage="50% (1/2)"/>';

const report = (classes: string, declared = "") =>
  `${doctype}<coverage line-rate="0.67" ${declared} version="1"><sources><source>.</source></sources><packages><package name="p"><classes>${classes}</classes></package></packages></coverage>`;

async function counted(text: string, metric = "lines") {
  const path = "coverage.xml";
  const { facts, notices } = await collectedBy(
    cobertura,
    { path, metric },
    { texts: { [path]: text } },
  );
  expect(facts.coverage).toMatchObject({ unit: metric, releases: [{ release: "1.20" }] });
  const [row] = facts.coverage?.releases ?? [];
  return { row, findings: notices.map(({ message }) => message) };
}

async function check(text: string, [tested, total]: readonly [number, number], metric?: string) {
  const { row, findings } = await counted(text, metric);
  expect(row).toMatchObject({ tested, total });
  expect(findings).toEqual([]);
}

async function checkRefused(text: string, message: string) {
  await expect(counted(text)).rejects.toMatchObject({ name: "SourceError", message });
}

describe("a Cobertura report", () => {
  it("counts the lines of its classes where it declares none", async () => {
    await check(report(aClass("a.py", lines)), [2, 3]);
    await check(report(aClass("a.py", lines)), [1, 2], "branches");
    await check(report(aClass("a.py", lines) + aClass("b.py", lines)), [4, 6]);
  });

  it("counts a line once, whichever class of the file hit it", async () => {
    const other =
      '<line number="2" hits="1"/><line number="3" hits="0" condition-coverage="0% (0/2)"/>';
    await check(report(aClass("a.cs", lines) + aClass("a.cs", other)), [3, 3]);
    await check(report(aClass("a.cs", other) + aClass("a.cs", lines)), [1, 2], "branches");
  });

  it("takes what it declares", async () => {
    const declared = 'lines-valid="3" lines-covered="2" branches-valid="2" branches-covered="1"';
    await check(report(aClass("a.py", lines), declared), [2, 3]);
    await check(report(aClass("a.py", lines), declared), [1, 2], "branches");
    await check(report("", declared), [2, 3]);
  });

  it("says where what it declares is not what its lines add up to", async () => {
    const { row, findings } = await counted(
      report(aClass("a.py", lines), 'lines-valid="30" lines-covered="20"'),
    );
    expect(row).toMatchObject({ tested: 20, total: 30 });
    expect(findings).toEqual([
      "it declares 20 of 30 lines as covered, its lines add up to 2 of 3; what it declares is taken",
    ]);
  });

  it("is refused where it declares entities, whatever they are", async () => {
    const bomb = '<!DOCTYPE coverage [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n';
    await checkRefused(
      report("").replace(doctype, bomb),
      "coverage.xml: line 1: it declares entities, which are not read",
    );
    const outside = '<!DOCTYPE coverage [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    await checkRefused(
      report("&x;").replace(doctype, outside),
      "coverage.xml: line 1: it declares entities, which are not read",
    );
  });

  it.each([
    ["", "coverage.xml: line 1: this is no XML"],
    ["not found", "coverage.xml: line 1: this is no XML"],
    ["<html></html>", "coverage.xml: its root is no coverage element"],
    [report("").slice(0, -10), "coverage.xml: line 3: this is no XML"],
    [report("&unknown;"), "coverage.xml: line 3: this is no XML"],
    [report(""), "coverage.xml holds no lines: nothing was measured"],
    [
      report("", 'lines-valid="1" lines-covered="2"'),
      "coverage.xml: more lines are covered than there are",
    ],
  ])("is refused: %j", checkRefused);
});
