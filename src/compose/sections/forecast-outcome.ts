/** What earlier reports said would come, against what came. */
import { longDate } from "../../calendar.ts";
import { inPercent } from "../../domain/chance.ts";
import type { Block, Inline, Row, Slide } from "../../domain/deck.ts";
import type { ForecastOutcome } from "../../domain/outcome.ts";
import type { Section } from "../contract.ts";
import { text } from "../inlines.ts";
import { prose, slides } from "../slides.ts";
import type { View } from "../view.ts";
import { standingStatus } from "../words.ts";

export const forecastOutcome: Section = {
  kind: "forecast-outcome",
  about: "Retrospective: what every earlier report said of a key result, against what came.",
  compose(view, setting) {
    const byKeyResult = Map.groupBy(
      view.assessment.outcome.forecasts,
      ({ keyResult }) => keyResult,
    );
    const kicker = setting.title ?? "Forecast against outcome";
    return [
      ...[...byKeyResult].flatMap(([id, all]) => keyResultSlides(view, { id, kicker }, all)),
      ...slides({ id: "forecast-notes", title: kicker, blocks: prose(view, setting.text) }),
    ];
  },
};

interface Head {
  readonly id: string;
  readonly kicker: string;
}

function keyResultSlides(
  view: View,
  { id, kicker }: Head,
  all: readonly ForecastOutcome[],
): readonly Slide[] {
  return [
    ...slides({
      id: `forecast-${id}`,
      kicker,
      title: titleOf(view, id, all),
      blocks: [forecastTable(view, id, all)],
    }),
    ...slides({
      id: `forecast-${id}-standings`,
      kicker,
      title: `${id}: how much of what was listed landed`,
      blocks: standingsTable(all),
    }),
  ];
}

/** `KR1 came to 24 of 30; the last forecast said 14, in 8 of 10 cases 0 to 26`. */
function titleOf(view: View, id: string, all: readonly ForecastOutcome[]): readonly Inline[] {
  const came = [
    text(`${id} came to `),
    resultOf(view, id),
    text(" of "),
    view.number(`${id}.goal`),
  ];
  const last = all.findLast(({ forecast }) => forecast !== undefined)?.forecast;
  if (last === undefined) return [...came, text("; no report could forecast it")];
  return [...came, text(`; the last forecast said ${last.p50}, in 8 of 10 cases ${range(last)}`)];
}

function resultOf(view: View, id: string): Inline {
  const found = view.keyResults.find(({ keyResult }) => keyResult.id === id);
  return view.number(found?.progress.currentName ?? `${id}.landed`);
}

type Forecast = NonNullable<ForecastOutcome["forecast"]>;

function range({ p10, p90 }: Forecast): string {
  return `${p10} to ${p90}`;
}

function forecastTable(view: View, id: string, all: readonly ForecastOutcome[]): Block {
  const columns = [
    { title: "Report", align: "start", weight: 3 },
    { title: "Most likely", align: "end", weight: 2 },
    { title: "In 8 of 10 cases", align: "end", weight: 2 },
    { title: "Chance of the goal", align: "end", weight: 2 },
    { title: "Came", align: "start", weight: 3 },
  ] as const;
  return { kind: "table", columns, rows: all.map((one) => forecastRow(view, id, one)) };
}

function forecastRow(view: View, id: string, { asOf, forecast, outcome }: ForecastOutcome): Row {
  const day = [text(longDate(asOf.slice(0, 10)))];
  const came = resultOf(view, id);
  if (forecast === undefined) {
    return { cells: [day, [text("too little was known")], [], [], [came]] };
  }
  const { p50, goal } = forecast;
  const chance = goal.p === undefined ? "not known" : inPercent(goal.p);
  return {
    cells: [
      day,
      [text(String(p50))],
      [text(range(forecast))],
      [text(`${chance} for ${goal.value}`)],
      [came, text(isWithin(forecast, outcome) ? ", within" : ", outside")],
    ],
  };
}

function isWithin({ p10, p90 }: Forecast, outcome: number): boolean {
  return p10 !== undefined && p90 !== undefined && p10 <= outcome && outcome <= p90;
}

/** One row for each word that something stood under. */
function standingsTable(all: readonly ForecastOutcome[]): readonly Block[] {
  const rows = all.flatMap(({ asOf, standings, unit }) => {
    const day = longDate(asOf.slice(0, 10));
    return standings
      .filter(({ listed }) => listed > 0)
      .map(({ standing, listed, landed }, index): Row => {
        const share = Math.round((100 * landed) / listed);
        return {
          cells: [
            [text(index === 0 ? day : "")],
            [standingStatus(standing)],
            [text(`${listed} ${unit}`)],
            [text(`${landed}`)],
            [text(`${share} %`)],
          ],
        };
      });
  });
  if (rows.length === 0) return [];
  const columns = [
    { title: "Report", align: "start", weight: 3 },
    { title: "Stood as", align: "start", weight: 2 },
    { title: "Listed", align: "end", weight: 2 },
    { title: "Of it landed", align: "end", weight: 2 },
    { title: "Share", align: "end", weight: 1.5 },
  ] as const;
  return [{ kind: "table", columns, rows }];
}
