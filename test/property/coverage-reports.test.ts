/** No text breaks the reading of a coverage report: it gives facts that fit, or says that it cannot. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSnapshot } from "../../src/archive/schema.ts";
import type { SourceKind } from "../../src/collect/contract.ts";
import { apisnoop } from "../../src/collect/coverage/apisnoop.ts";
import { cobertura } from "../../src/collect/coverage/cobertura.ts";
import { istanbul } from "../../src/collect/coverage/istanbul.ts";
import { lcov } from "../../src/collect/coverage/lcov.ts";
import { table } from "../../src/collect/coverage/table.ts";
import { SourceError } from "../../src/domain/errors.ts";
import { inFolder, smallExport } from "../builders/apisnoop-export.ts";
import { collectedBy } from "../builders/collecting.ts";
import { aSnapshot } from "../builders/snapshot.ts";

const recorded = (name: string) =>
  readFileSync(new URL(`../recordings/${name}`, import.meta.url), "utf8");

interface Reader {
  readonly kind: SourceKind<unknown>;
  readonly settings: Readonly<Record<string, unknown>>;
  /** A report that is whole, and what its texts are made of. */
  readonly whole: string;
  readonly words: readonly string[];
  /** The files in which a text takes the place of the report. */
  files(text: string): Readonly<Record<string, string>>;
}

const oneFile = (kind: SourceKind<unknown>, whole: string, words: readonly string[]): Reader => ({
  kind,
  settings: { path: "report" },
  whole,
  words,
  files: (text) => ({ report: text }),
});

/** An export in which one of its files is the text. */
const exportFile = (name: string): Reader => ({
  kind: apisnoop,
  settings: { folder: "export" },
  whole: Object.entries(smallExport).find(([file]) => file === name)?.[1] ?? "",
  words: ["[", "]", "{", "}", '"release":', '"1.20.0"', ",", "null", "1e999", "-1", "__proto__"],
  files: (text) => inFolder("export", { ...smallExport, [name]: text }),
});

const lcovWords = ["TN:", "SF:a", "DA:1,1", "DA:2,0", "LF:2", "LH:1", "end_of_record", "-", "9e9"];
const xmlWords = ["<coverage", ">", "</coverage>", "<class filename='a'>", "<line hits='1'/>", "&"];
const csvWords = ["release,total,tested", "1.20", ",", "\n", '"', "9", "-1", "untested"];
const jsonWords = [
  "[",
  "]",
  "{",
  "}",
  '"total":',
  '"lines":',
  '"covered":',
  "1",
  ",",
  "NaN",
  "1e9",
];

const readers: readonly (readonly [string, Reader])[] = [
  ["lcov", oneFile(lcov, recorded("lcov/ok/lcov.info"), lcovWords)],
  ["cobertura", oneFile(cobertura, recorded("cobertura/ok/coverage.xml"), xmlWords)],
  ["table", oneFile(table, recorded("table/ok/coverage.csv"), csvWords)],
  ["istanbul", oneFile(istanbul, recorded("istanbul/ok/coverage-summary.json"), jsonWords)],
  ["apisnoop, rows", exportFile("conformance-progress.json")],
  ["apisnoop, endpoints", exportFile("conformance-endpoints.json")],
];

/** What is given is what a snapshot can hold; what is thrown says in a line what is wrong with the source. */
async function check(reader: Reader, text: string): Promise<void> {
  expect(["fits", "refused"]).toContain(await verdictOf(reader, text));
}

async function verdictOf({ kind, settings, files }: Reader, text: string): Promise<unknown> {
  try {
    const { facts, sources, notices } = await collectedBy(kind, settings, { texts: files(text) });
    const checked = checkSnapshot(aSnapshot({ ...facts, sources, notices }));
    return "faults" in checked ? checked.faults : "fits";
  } catch (error) {
    return error instanceof SourceError && !error.message.includes("\n") ? "refused" : error;
  }
}

describe.each(readers)("%s", (_, reader) => {
  it("reads the report itself", async () => {
    const { facts } = await collectedBy(reader.kind, reader.settings, {
      texts: reader.files(reader.whole),
    });
    expect(facts.coverage?.releases.at(-1)?.release).toBe("1.20");
  });

  it("survives any text", async () => {
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.json());
    await fc.assert(fc.asyncProperty(text, (any) => check(reader, any)));
  });

  it("survives its own words in any order", async () => {
    const words = fc.array(fc.constantFrom(...reader.words), { maxLength: 40 });
    const between = fc.constantFrom("", " ", "\n");
    await fc.assert(
      fc.asyncProperty(words, between, (some, glue) => check(reader, some.join(glue))),
    );
  });

  it("survives a report of which something was cut out or written over", async () => {
    const place = fc.nat({ max: reader.whole.length });
    await fc.assert(
      fc.asyncProperty(place, fc.nat({ max: 40 }), fc.string({ maxLength: 5 }), (at, cut, put) =>
        check(reader, reader.whole.slice(0, at) + put + reader.whole.slice(at + cut)),
      ),
    );
  });
});

describe("whatever was measured", () => {
  const hits = fc.nat({ max: 3 });
  const measured = fc.array(fc.array(hits, { maxLength: 20 }), { minLength: 1, maxLength: 5 });
  const countsOf = (files: readonly (readonly number[])[]) => ({
    total: files.flat().length,
    tested: files.flat().filter((count) => count > 0).length,
  });

  /** Each list is a source file: how often each of its lines was hit. */
  async function checkCounts(
    kind: SourceKind<unknown>,
    write: (files: readonly (readonly number[])[]) => string,
  ): Promise<void> {
    const some = measured.filter((files) => files.flat().length > 0);
    await fc.assert(
      fc.asyncProperty(some, async (files) => {
        const texts = { report: write(files) };
        const { facts, notices } = await collectedBy(kind, { path: "report" }, { texts });
        expect(facts.coverage?.releases).toEqual([{ release: "1.20", ...countsOf(files) }]);
        expect(notices).toEqual([]);
      }),
    );
  }

  it("is counted from LCOV, with or without totals", async () => {
    const record = (lines: readonly number[], index: number, more: string) =>
      `SF:${index}\n${lines.map((count, line) => `DA:${line},${count}\n`).join("")}${more}end_of_record\n`;
    const totals = (lines: readonly number[]) =>
      `LF:${lines.length}\nLH:${lines.filter((count) => count > 0).length}\n`;
    await checkCounts(lcov, (files) =>
      files.map((lines, index) => record(lines, index, totals(lines))).join(""),
    );
    await checkCounts(lcov, (files) =>
      files.map((lines, index) => record(lines, index, "")).join(""),
    );
  });

  it("is counted from Cobertura, declared or not", async () => {
    const write = (files: readonly (readonly number[])[], declared: string) =>
      `<coverage ${declared}><packages><package><classes>${files
        .map(
          (lines, index) =>
            `<class filename="${index}"><lines>${lines.map((count, line) => `<line number="${line}" hits="${count}"/>`).join("")}</lines></class>`,
        )
        .join("")}</classes></package></packages></coverage>`;
    await checkCounts(cobertura, (files) => write(files, ""));
    await checkCounts(cobertura, (files) => {
      const { total, tested } = countsOf(files);
      return write(files, `lines-valid="${total}" lines-covered="${tested}"`);
    });
  });
});
