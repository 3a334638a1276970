/** Counts of a Cobertura report: those that it declares, else those of its lines. */
import { malformedReport, type Counts } from "../report/report.ts";
import { readXml, type XmlElement } from "../report/xml.ts";

export type CoberturaMetric = "lines" | "branches";

/** Throws a SourceError for what is no Cobertura report, or not a whole one. */
export function countLines(text: string, path: string, metric: CoberturaMetric) {
  const { root, lines } = readReportXml(text, path);
  const listed = sum([...lines.values()].map((line) => line[metric]));
  const declared = declaredCounts(root, metric);
  if (declared !== undefined && declared.tested > declared.total)
    throw malformedReport(path, `more ${metric} are covered than there are`);
  return { counts: declared ?? listed, findings: disagreement(metric, declared, listed) };
}

type LineCounts = Readonly<Record<CoberturaMetric, Counts>>;

/** Lines by file and number: a file may hold several classes, and a class stand in several packages. */
function readReportXml(text: string, path: string) {
  let root: XmlElement | undefined;
  let file = "";
  const lines = new Map<string, LineCounts>();
  readXml(text, path, (element, around) => {
    const { name, attributes } = element;
    if (around.length === 0) {
      if (name !== "coverage") throw malformedReport(path, "its root is no coverage element");
      root = element;
    } else if (name === "class") file = attributes["filename"] ?? "";
    else if (name === "line" && around.at(-2) === "class") {
      const key = `${file}:${attributes["number"] ?? ""}`;
      lines.set(key, better(lines.get(key), countsOfLine(attributes)));
    }
  });
  if (root === undefined) throw malformedReport(path, "it is empty");
  return { root, lines };
}

function countsOfLine(attributes: XmlElement["attributes"]): LineCounts {
  const isHit = Number(attributes["hits"]) > 0;
  // `50% (1/2)`
  const [, tested, total] =
    /\((\d{1,6})\/(\d{1,6})\)/.exec(attributes["condition-coverage"] ?? "") ?? [];
  return {
    lines: { total: 1, tested: isHit ? 1 : 0 },
    branches: { total: Number(total ?? 0), tested: Number(tested ?? 0) },
  };
}

/** Of two statements about one line the one that saw more of it. */
function better(known: LineCounts | undefined, found: LineCounts): LineCounts {
  if (known === undefined) return found;
  const more = (metric: CoberturaMetric) =>
    found[metric].tested > known[metric].tested ? found[metric] : known[metric];
  return { lines: more("lines"), branches: more("branches") };
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
