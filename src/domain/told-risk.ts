/** Freeze risk as programs are told it: no chance with more digits than are known. */
import { inHundredths } from "./chance.ts";
import type { Forecast, FreezeRisk, Odds, TargetChance } from "./risk.ts";

/** With `p` only where it is more than a guess; else it lies between `least` and `most`. */
export function toldRisk({ odds, ...risk }: FreezeRisk) {
  return { ...risk, odds: toldOdds(odds) };
}

function toldOdds({ said: [least, most], basis, text, sentence }: Odds) {
  return { ...(least === most ? { p: least } : {}), least, most, basis, text, sentence };
}

export function toldForecast({ goal, stretch, levers, ...forecast }: Forecast) {
  return {
    ...forecast,
    goal: toldTarget(goal),
    ...(stretch && { stretch: toldTarget(stretch) }),
    levers: levers.map(({ step, settled, ...lever }) => ({
      ...lever,
      step: inHundredths(step),
      settled: inHundredths(settled),
    })),
  };
}

/** The same of something with what an earlier report said of it. */
export function withToldForecast<Said extends { readonly forecast?: Pick<Forecast, "goal"> }>(
  said: Said,
) {
  const { forecast } = said;
  if (forecast === undefined) return said;
  return { ...said, forecast: { ...forecast, goal: toldTarget(forecast.goal) } };
}

function toldTarget({ p, ...target }: TargetChance) {
  return { ...target, ...(p === undefined ? {} : { p: inHundredths(p) }) };
}
