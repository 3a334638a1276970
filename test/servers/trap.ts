/** Something that happens at one request of a server: before it has any effect, or before its answer goes out. */

export interface Trap {
  /** Of the requests from now on, from 1. */
  readonly at: number;
  readonly when: "before" | "after";
  /** Nothing is answered afterwards. */
  strike(): void;
}

export interface Trapped {
  /** Sets a trap, or takes it away. */
  set(trap: Trap | undefined): void;
  /** Does `work`, the effect of a request; gives whether the request is to be answered. */
  run(work: () => void): boolean;
  /** Requests since the last `set`. */
  count(): number;
}

export function startTrap(): Trapped {
  let trap: Trap | undefined;
  let requests = 0;
  return {
    set(next) {
      trap = next;
      requests = 0;
    },
    run(work) {
      requests += 1;
      const isStruck = trap?.at === requests;
      if (isStruck && trap?.when === "before") {
        trap.strike();
        return false;
      }
      work();
      if (isStruck) trap?.strike();
      return !isStruck;
    },
    count: () => requests,
  };
}
