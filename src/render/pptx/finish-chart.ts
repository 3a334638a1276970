/** Patterns in charts, so that their parts are told apart without color: the library knows solid colors only. */
import type { ChartObject, Series } from "./native.ts";

const patterns = { lines: "wdUpDiag", dots: "pct20", cross: "openDmnd" } as const;

/** Takes the XML that the library made of the chart. */
export function patternedChart(xml: string, chart: ChartObject | undefined): string {
  if (chart === undefined) return xml;
  let index = 0;
  return xml.replace(/<c:ser>.*?<\/c:ser>/gs, (series) => {
    const own = chart.series[index];
    index += 1;
    return own === undefined ? series : patternedSeries(series, own, chart.label.color);
  });
}

/** The pattern on its tint, with labels on a patch where they would be hard to read. */
function patternedSeries(xml: string, { fill }: Series, ink: string): string {
  const { pattern, solid, tint } = fill;
  if (pattern === "solid") return xml;
  const patch = `<c:spPr><a:solidFill>${color(tint)}</a:solidFill></c:spPr>`;
  const colors = `<a:fgClr>${color(solid)}</a:fgClr><a:bgClr>${color(tint)}</a:bgClr>`;
  return xml
    .replace(
      /<a:solidFill>.*?<\/a:solidFill>/s,
      `<a:pattFill prst="${patterns[pattern]}">${colors}</a:pattFill>`,
    )
    .replace(/(<c:dLbls><c:numFmt [^>]*\/>)/, `$1${patch}`)
    .replace(/(<c:txPr>.*?<a:solidFill>).*?(<\/a:solidFill>)/s, `$1${color(ink)}$2`);
}

function color(value: string): string {
  return `<a:srgbClr val="${value}"/>`;
}
