/** Small plans and pieces of plans for tests: whole by default, each field replaceable. */
import type { Place, Prose } from "../../src/domain/place.ts";
import type { Contribution, Group, KeyResult, Objective, Plan } from "../../src/domain/plan.ts";
import { parseRef, type Ref } from "../../src/domain/ref.ts";

const at: Place = { file: "v1.20.yaml", line: 1, column: 1 };

export function aPlan(fields: Partial<Plan> = {}): Plan {
  return {
    file: "data/plans/v1.20.yaml",
    name: "v1.20",
    text: 'release: "1.20"\n',
    release: "1.20",
    title: "v1.20",
    workflow: [
      { step: "issue", soakDays: 0 },
      { step: "test", soakDays: 14 },
      { step: "promotion", soakDays: 0 },
    ],
    objectives: [anObjective()],
    sections: [],
    events: [],
    sources: {},
    post: [],
    ...fields,
  };
}

export function anObjective(fields: Partial<Objective> = {}): Objective {
  return { id: "O1", title: "Increase coverage", keyResults: [aKeyResult()], at, ...fields };
}

/** A key result of kind `sum` with a goal of 30 and no items. */
export function aKeyResult(fields: Partial<KeyResult> = {}): KeyResult {
  return {
    id: "KR1",
    title: "new endpoints",
    kind: "sum",
    settings: { unit: "endpoints", goal: 30, stretch: 40 },
    groups: [],
    at,
    ...fields,
  };
}

export function aGroup(fields: Partial<Group> = {}): Group {
  return { items: [anItem()], at, ...fields };
}

/** An item that adds 7 by one pull request. */
export function anItem(fields: Partial<Contribution> = {}): Contribution {
  const id = fields.id ?? "kubernetes/kubernetes#95713";
  const ref = parseRef(id);
  return {
    id,
    title: "ReplicationController",
    refs: ref === undefined ? [] : [ref],
    adds: 7,
    needs: [],
    replaces: [],
    at,
    ...fields,
  };
}

/** `owner/name#123`; throws where it is none. */
export function aRef(text: string): Ref {
  const ref = parseRef(text);
  if (ref === undefined) throw new Error(`${text} is no reference`);
  return ref;
}

/** A text that begins at the first character of its file. */
export function aProse(text: string): Prose {
  return { text, at, indent: 1 };
}
