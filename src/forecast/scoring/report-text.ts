/** The report of a backtest as tables for a terminal. */
import type { Tenth } from "./calibration.ts";
import { enoughItems, type BacktestReport, type ReportPart, type RivalReport } from "./report.ts";

/** In a tenth with fewer forecasts chance alone is off by more than is worth saying. */
const enoughForTenth = 100;

export function reportText({ parts, seed }: BacktestReport): string {
  const notes = [
    "Brier, log loss and calibration error (ECE): less is better; AUC: more is better, 0.5 is blind.",
    `Intervals: 95 % over whole releases, drawn anew 1000 times (seed ${seed}).`,
  ];
  return `${[...parts.flatMap(partLines), ...notes].join("\n")}\n`;
}

function partLines(part: ReportPart): readonly string[] {
  const { name, count, releases, observed, rivals, calibration } = part;
  const of = `${releases} ${releases === 1 ? "release" : "releases"}`;
  const about = `${count} forecasts ${name === "all" ? "" : `${name} `}of ${of}, ${inPercent(observed)} in time`;
  if (count < enoughItems) return [`${about}: too few to judge`, ""];
  return [
    about,
    "",
    ...aligned([headOf(rivals), ...rivals.map(rivalCells)]),
    "",
    ...aligned([
      ["said", "forecasts", "said on average", "came", "off by"],
      ...calibration.map(tenthCells),
    ]),
    "",
  ];
}

function headOf([first]: readonly RivalReport[]): readonly string[] {
  const days = (first?.byDays ?? []).map((row) => `${row.days} d`);
  return ["", "Brier", "95 %", "forecast better by", "log loss", "AUC", "ECE", ...days];
}

function rivalCells(rival: RivalReport): readonly string[] {
  const { name, brier, interval, lead, logLoss, auc, calibrationError, byDays } = rival;
  return [
    name,
    brier.toFixed(4),
    between(interval.low, interval.high),
    name === "forecast" ? "" : `${(-lead.value).toFixed(4)} (${between(-lead.high, -lead.low)})`,
    logLoss.toFixed(3),
    auc.toFixed(3),
    calibrationError.toFixed(3),
    ...byDays.map((row) => row.brier.toFixed(4)),
  ];
}

/** Of one release alone no interval can be drawn. */
function between(low: number, high: number): string {
  return Number.isNaN(low) ? "not known" : `${low.toFixed(4)} to ${high.toFixed(4)}`;
}

function tenthCells({ from, to, count, predicted, observed }: Tenth): readonly string[] {
  const points = Math.round((observed - predicted) * 1000) / 10;
  return [
    `${Math.round(from * 100)} to ${inPercent(to)}`,
    String(count),
    inPercent(predicted),
    inPercent(observed),
    count < enoughForTenth ? "too few" : `${points > 0 ? "+" : ""}${points.toFixed(1)} points`,
  ];
}

/** The first column to the left, the others to the right. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
}

function inPercent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
