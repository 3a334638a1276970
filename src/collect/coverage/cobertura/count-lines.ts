/** Counts of a Cobertura report: those that it declares, else those of its lines. */
import { malformedReport, type Counts } from "../report/report.ts";
import { readXml, type XmlElement } from "../report/xml.ts";

export type CoberturaMetric = "lines" | "branches";

/** Throws a SourceError for what is no Cobertura report, or not a whole one. */
export function countLines(text: string, path: string, metric: CoberturaMetric) {
  const { root, lines } = readReportXml(text, path, readings[metric]);
  const listed = sum(lines);
  const declared = declaredCounts(root, metric);
  if (declared !== undefined && declared.tested > declared.total)
    throw malformedReport(path, `more ${metric} are covered than there are`);
  return { counts: declared ?? listed, findings: disagreement(metric, declared, listed) };
}

type Attributes = XmlElement["attributes"];

const hit: Counts = { total: 1, tested: 1 };
const missed: Counts = { total: 1, tested: 0 };

/** What a line element counts for. */
const readings: Readonly<Record<CoberturaMetric, (attributes: Attributes) => Counts>> = {
  lines: (attributes) => (Number(attributes["hits"]) > 0 ? hit : missed),
  // `50% (1/2)`
  branches: ({ "condition-coverage": conditions = "" }) => {
    const [, tested, total] = /\((\d{1,6})\/(\d{1,6})\)/.exec(conditions) ?? [];
    return { total: Number(total ?? 0), tested: Number(tested ?? 0) };
  },
};

type Lines = Map<string, Counts>;

/** By file, the lines by number: a file may hold several classes, and a class stand in several packages. */
function readReportXml(text: string, path: string, read: (attributes: Attributes) => Counts) {
  let root: XmlElement | undefined;
  let lines: Lines = new Map();
  const files = new Map<string, Lines>();
  readXml(text, path, (element, around) => {
    const { name, attributes } = element;
    if (around.length === 0) {
      if (name !== "coverage") throw malformedReport(path, "its root is no coverage element");
      root = element;
    } else if (name === "class") lines = linesOf(files, attributes["filename"] ?? "");
    else if (name === "line" && around.at(-2) === "class") {
      const number = attributes["number"] ?? "";
      lines.set(number, better(lines.get(number), read(attributes)));
    }
  });
  if (root === undefined) throw malformedReport(path, "it is empty");
  return { root, lines: [...files.values()].flatMap((file) => [...file.values()]) };
}

function linesOf(files: Map<string, Lines>, name: string): Lines {
  const lines = files.get(name) ?? new Map<string, Counts>();
  files.set(name, lines);
  return lines;
}

/** Of two statements about one line the one that saw more of it. */
function better(known: Counts | undefined, found: Counts): Counts {
  return known === undefined || found.tested > known.tested ? found : known;
}

function sum(all: readonly Counts[]): Counts {
  let [total, tested] = [0, 0];
  for (const counts of all) {
    total += counts.total;
    tested += counts.tested;
  }
  return { total, tested };
}

/** Undefined in reports of early versions, which declare rates only. */
function declaredCounts({ attributes }: XmlElement, metric: CoberturaMetric): Counts | undefined {
  const [total, tested] = [attributes[`${metric}-valid`], attributes[`${metric}-covered`]];
  const isCount = (text: string | undefined) => text !== undefined && /^\d{1,9}$/.test(text);
  return isCount(total) && isCount(tested)
    ? { total: Number(total), tested: Number(tested) }
    : undefined;
}

function disagreement(
  metric: CoberturaMetric,
  declared: Counts | undefined,
  listed: Counts,
): readonly string[] {
  if (declared === undefined || listed.total === 0) return [];
  if (declared.total === listed.total && declared.tested === listed.tested) return [];
  const words = ({ tested, total }: Counts) => `${tested} of ${total}`;
  return [
    `it declares ${words(declared)} ${metric} as covered, its lines add up to ${words(listed)}; what it declares is taken`,
  ];
}
