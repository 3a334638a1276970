/** The reliability picture: what was said against what came, as an SVG file that stands alone. */
import type { Tenth } from "./calibration.ts";
import type { BacktestReport, ReportPart } from "./report.ts";

const side = 260;
const gap = 90;
const top = 70;
const left = 60;

/** A panel for each part of the report. A tenth is a dot, larger with more items, with its interval. */
export function reliabilityPicture({ parts }: BacktestReport): string {
  const width = left + parts.length * (side + gap);
  const height = top + side + 70;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title about" font-family="Inter, Helvetica, Arial, sans-serif" font-size="13" fill="#1a1a1a">`,
    `<title id="title">Calibration of the freeze forecast</title>`,
    `<desc id="about">${parts.map(description).join(" ")}</desc>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...parts.map((part, index) => panel(part, left + index * (side + gap))),
    "</svg>\n",
  ].join("\n");
}

function description({ name, calibration }: ReportPart): string {
  const tenths = calibration.map(
    ({ count, predicted, observed }) =>
      `said ${percent(predicted)}, came ${percent(observed)} of ${count}`,
  );
  return `Items ${name}: ${tenths.join("; ")}.`;
}

function panel({ name, count, releases, calibration }: ReportPart, x: number): string {
  const heading = name === "all" ? "All items" : `Items ${name}`;
  return [
    `<g transform="translate(${x} ${top})">`,
    `<text x="0" y="-34" font-size="17" font-weight="600">${heading}</text>`,
    `<text x="0" y="-13" fill="#555">${count} forecasts of ${releases} ${releases === 1 ? "release" : "releases"}</text>`,
    ...[0, 0.25, 0.5, 0.75, 1].flatMap(gridLines),
    `<path d="M0 ${side}L${side} 0" stroke="#555" stroke-dasharray="5 4"/>`,
    ...calibration.map(dot),
    `<text x="${side / 2}" y="${side + 45}" text-anchor="middle">said</text>`,
    `<text transform="translate(-43 ${side / 2}) rotate(-90)" text-anchor="middle">came</text>`,
    "</g>",
  ].join("\n");
}

function gridLines(share: number): readonly string[] {
  const [x, y] = [along(share), side - along(share)];
  return [
    `<path d="M${x} 0V${side}M0 ${y}H${side}" stroke="#d9d9d9"/>`,
    `<text x="${x}" y="${side + 20}" text-anchor="middle">${percent(share)}</text>`,
    `<text x="-8" y="${y + 4}" text-anchor="end">${percent(share)}</text>`,
  ];
}

/** The area of a dot grows with the count of its items. */
function dot({ predicted, observed, low, high, count }: Tenth): string {
  const x = along(predicted);
  const radius = round(2.5 + Math.sqrt(count) / 12);
  const bar = `<path d="M${x} ${round(side - along(low))}V${round(side - along(high))}" stroke="#1f5fa8" stroke-width="2"/>`;
  return `${bar}<circle cx="${x}" cy="${round(side - along(observed))}" r="${radius}" fill="#1f5fa8" fill-opacity="0.75"/>`;
}

function along(share: number): number {
  return round(share * side);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
