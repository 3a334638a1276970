/** The machine could not be prepared, and not by a fault of ours: what happened and what to do. */
export class SetupError extends Error {
  /** @override */
  name = "SetupError";
}

/**
 * Ends the process with the sentence instead of a stack.
 * @param {unknown} error
 * @returns {never}
 */
export function giveUp(error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
