/** Builds the deck anew after changes: never twice at once, and once more where something changed meanwhile. */

/** As long as a burst of changes lasts, such as an editor's way to save a file. */
const settleMs = 30;

/** `build` must not reject. Gives what to call on each change. */
export function rebuilder(build: () => Promise<void>): () => void {
  let isWaiting = false;
  let last = Promise.resolve();
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      last = last.then(() => {
        isWaiting = false;
        return build();
      });
    }, settleMs);
  };
}
