/** The right past for a freeze: what the snapshot knows of the repositories, and when they froze before. */
import { epochMinutes } from "../../calendar.ts";
import { kubernetesFreezes } from "../../forecast/kubernetes-freezes.ts";
import { references, type Question, type Reference } from "../../forecast/reference.ts";
import type { Freeze } from "./deadline.ts";

/** Answers for each freeze of its own; what was counted is kept. */
export type ReferenceOf = (freeze: Freeze, question: Question) => Reference;

export function referencesOf(): ReferenceOf {
  const byFreeze = new Map<string, (question: Question) => Reference>();
  return ({ event: { id } }, question) => {
    const answer = byFreeze.get(id) ?? referencesBefore(id);
    byFreeze.set(id, answer);
    return answer(question);
  };
}

/** Which gate is meant, the freeze says; so its own earlier dates stand under both. */
function referencesBefore(id: string): (question: Question) => Reference {
  const earlier = (kubernetesFreezes[id] ?? []).map(epochMinutes);
  const freezes = { "hard-gate": earlier, "code-freeze": earlier };
  return references({ history: new Map(), freezes, gated: new Set(["kubernetes/enhancements"]) });
}
