/** All kinds of key result. A new kind is one file beside this one and one line here. */
import { checklist } from "./checklist.ts";
import type { KeyResultKind } from "./contract.ts";
import { debt } from "./debt.ts";
import { guard } from "./guard.ts";
import { job } from "./job.ts";
import { share } from "./share.ts";
import { sum } from "./sum.ts";
import { value } from "./value.ts";

export const keyResultKinds: readonly KeyResultKind<unknown>[] = [
  sum,
  debt,
  share,
  guard,
  checklist,
  job,
  value,
];

/** The kind of that name; undefined where there is none. */
export function findKind(kind: string): KeyResultKind<unknown> | undefined {
  return keyResultKinds.find((candidate) => candidate.kind === kind);
}
