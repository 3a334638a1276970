import { describe, expect, it } from "vitest";
import { apisnoop } from "../../../../../src/collect/coverage/apisnoop.ts";
import {
  collectedExport,
  inFolder,
  noAudit,
  noticesOf,
  smallExport,
} from "../../../../builders/apisnoop-export.ts";
import { collectedBy } from "../../../../builders/collecting.ts";

const progressFile = "conformance-progress.json";
const listFile = "conformance-endpoints.json";

describe("an export that is not whole", () => {
  it.each([
    "",
    "\n",
    "not found",
    "<!DOCTYPE html><title>Sign in</title>",
    smallExport[progressFile].slice(0, -1),
    "[]",
    "{}",
    "null",
    '[{"release":"1.20.0"}]',
    '[{"release":"next","total":{"endpoints":1,"tested":1}}]',
    '[{"release":"1.20.0","total":{"endpoints":1,"tested":2}}]',
    '[{"release":"1.20.0","total":{"endpoints":-1,"tested":-1}}]',
    '[{"release":"1.20.0","total":{"endpoints":"87 %","tested":1}}]',
    '[{"release":"1.20.0","total":{"endpoints":1e999,"tested":1}}]',
    '[{"release":"1.20.0","total":{"endpoints":NaN,"tested":1}}]',
    JSON.stringify([
      ...JSON.parse(smallExport[progressFile]),
      ...JSON.parse(smallExport[progressFile]),
    ]),
    "[".repeat(400),
  ])("gives nothing for the rows %j", async (text) => {
    await expect(collectedExport({ [progressFile]: text })).rejects.toMatchObject({
      name: "SourceError",
      message: expect.stringContaining(`export/${progressFile}`) as string,
    });
  });

  it.each([
    ["conformance-coverage-per-release.json", "debt", '[{"release":"1.5.0","new endpoints":1}]'],
    [
      "conformance-coverage-per-release.json",
      "debt",
      '[{"release":"1.5.0","new endpoints":1,"tested":1,"untested":1}]',
    ],
    ["ineligible_endpoints.json", "ineligible", '[{"endpoint":"a"},{"endpoint":"a"}]'],
    ["ineligible_endpoints.json", "ineligible", '[{"endpoint":""}]'],
    [listFile, "endpoints", '[{"endpoint":"a","promotion_release":null,"tested_release":null}]'],
    [listFile, "endpoints", smallExport[listFile].replace('"late"', '"old"')],
    ["1.20.0.json", "categories", '{"release":"1.20.0","endpoints":[{"endpoint":"a"}]}'],
  ])("goes without %s where it is damaged", async (file, part, text) => {
    const found = await collectedExport({ "1.20.0.json": "not yet", [file]: text });
    expect(found.facts.coverage).not.toHaveProperty(part);
    expect(found.facts.coverage).not.toHaveProperty(`${part}Source`);
    expect(found.sources.map(({ id }) => id)).not.toContain(`coverage-${part}`);
    const notice = found.notices.find(({ message }) => message.startsWith(file));
    expect(notice).toMatchObject({ code: "coverage-part-missing", severity: "warning" });
  });

  it("reads the list of what does not count under its first, misspelt name", async () => {
    const { "ineligible_endpoints.json": list, ...others } = smallExport;
    const texts = inFolder("export", { ...others, "ineligible_endoints.json": list });
    const { facts } = await collectedBy(apisnoop, { folder: "export" }, { texts });
    expect(facts.coverage?.ineligible).toEqual(["a", "z"]);
  });
});

describe("files that disagree", () => {
  const change = (file: keyof typeof smallExport, from: string, to: string) => {
    expect(smallExport[file]).toContain(from);
    return { [file]: smallExport[file].replace(from, to) };
  };

  async function check(others: Readonly<Record<string, string>>, ...expected: readonly string[]) {
    const warnings = noticesOf(await collectedExport(others)).filter((code) => code !== noAudit);
    expect(warnings).toEqual(expected.map((message) => `warning coverage-disagrees: ${message}`));
  }

  it("are told: the list of endpoints and the rows", async () => {
    await check(
      change(listFile, '"tested_release":null', '"tested_release":"1.20.0"'),
      "its figures by release and its list of endpoints do not agree: tested of 1.20: 3 and 4; oldTested of 1.20: 1 and 2; debt of 1.18: 2 and 1",
    );
  });

  it("are told: the running totals and the rows", async () => {
    await check(
      change("conformance-coverage-per-release.json", '"total tested":3', '"total tested":2'),
      "its totals today and at the last release do not agree: tested of 1.20: 3 and 2",
    );
  });

  it("are told: a row and the one before", async () => {
    const text = JSON.stringify([
      { release: "1.19.0", total: { endpoints: 9, tested: 5 } },
      {
        release: "1.20.0",
        total: { endpoints: 8, tested: 5, new: 1, new_tested: 1, old_tested: 0 },
      },
    ]);
    const gone = { "conformance-coverage-per-release.json": "", [listFile]: "" };
    const { notices } = await collectedExport({ [progressFile]: text, ...gone });
    expect(notices.find(({ code }) => code === "coverage-disagrees")?.message).toBe(
      "the rows of its releases, each against the one before do not agree: total of 1.20: 8 and 10; tested of 1.20: 5 and 6",
    );
  });
});
