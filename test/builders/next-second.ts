/** Lets the second pass: snapshots of a plan are told apart by theirs, and runs follow one another faster here. */
import { setTimeout } from "node:timers/promises";

export async function nextSecond(): Promise<void> {
  await setTimeout(1000 - (Date.now() % 1000));
}
