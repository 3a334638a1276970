/** The right past for a freeze: what the snapshot knows of the repositories, and when they froze before. */
import { epochMinutes } from "../../calendar.ts";
import { kubernetesFreezes } from "../../forecast/kubernetes-freezes.ts";
import { references, type Past, type Question, type Reference } from "../../forecast/reference.ts";
import { unpackPulls, type PullHistory } from "../../domain/pull-history.ts";
import { historyByRepo } from "../../forecast/history.ts";
import type { Freeze } from "./deadline.ts";

/** Answers for each freeze of its own; what was counted is kept. */
export type ReferenceOf = (freeze: Freeze, question: Question) => Reference;

export function referencesOf(past: readonly PullHistory[]): ReferenceOf {
  let known: Past["history"] | undefined;
  const byFreeze = new Map<string, (question: Question) => Reference>();
  return ({ event: { id } }, question) => {
    known ??= historiesOf(past);
    const answer = byFreeze.get(id) ?? referencesBefore(id, known);
    byFreeze.set(id, answer);
    return answer(question);
  };
}

/** Which gate is meant, the freeze says; so its own earlier dates stand under both. */
function referencesBefore(id: string, history: Past["history"]): (question: Question) => Reference {
  const earlier = (kubernetesFreezes[id] ?? []).map(epochMinutes);
  const freezes = { "hard-gate": earlier, "code-freeze": earlier };
  return references({ history, freezes, gated: new Set(["kubernetes/enhancements"]) });
}

/** Unpacked only where something is forecast at all. */
function historiesOf(past: readonly PullHistory[]): Past["history"] {
  return historyByRepo(
    past.flatMap(({ repo, pulls }) => unpackPulls(pulls).map((pull) => ({ repo, ...pull }))),
  );
}
