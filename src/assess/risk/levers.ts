/** What would raise the chance of a goal most, in the words of whoever would do it. */
import type { AssessedItem } from "../../domain/assessment.ts";
import type { Lever } from "../../domain/risk.ts";
import { longDate } from "../../calendar.ts";
import { leversOf } from "../../forecast/levers.ts";
import { leverSentence } from "../../forecast/sentences.ts";
import { inUnits } from "../../forecast/words.ts";

interface Goal {
  readonly base: number;
  readonly goal: number;
  readonly pGoal: number;
  readonly items: readonly AssessedItem[];
  readonly adds: (item: AssessedItem) => number;
}

const mostLevers = 3;
/** Less than half a point is not worth a word. */
const leastStep = 0.005;

/**
 * At most three. Where facts are missing the better odds stand in for them: there is more to gain where
 * more is known. What waits for something else is left out, as nobody can do anything about it but that.
 */
export function leversFor({ base, goal, pGoal, items, adds }: Goal): readonly Lever[] {
  const chances = items.flatMap((item) => {
    const { risk } = item;
    return risk === undefined
      ? []
      : [{ item, risk, adds: Math.max(0, adds(item)), p: risk.odds.most }];
  });
  return leversOf(base, chances, goal)
    .filter(({ item: { item }, step }) => item.waitsFor.length === 0 && step >= leastStep)
    .slice(0, mostLevers)
    .map(({ item: { item, risk, adds: weight }, step, settled }) => {
      const { title } = item.item;
      const isEarlier = risk.lastSafeDay < risk.lastDay;
      const by = isEarlier ? `, safe until ${longDate(risk.lastSafeDay)}` : "";
      const note = `${title}, +${inUnits(weight)}${by}`;
      const words = { action: risk.next.action, note, goal, pGoal, step, settled };
      return { item: title, step, settled, sentence: leverSentence(words), next: risk.next };
    });
}
