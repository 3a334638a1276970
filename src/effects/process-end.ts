/** Does something before this process ends, however it ends short of SIGKILL. */

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Calls `clean` on exit, on an uncaught error and on the signals that ask a process to end. A signal
 * that nobody else listens to then has its usual effect. The returned function takes it all back.
 */
export function beforeProcessEnds(clean: () => void): () => void {
  const onSignal = (signal: NodeJS.Signals): void => {
    forget();
    clean();
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const forget = (): void => {
    process.off("exit", clean);
    for (const signal of signals) process.off(signal, onSignal);
  };
  process.on("exit", clean);
  for (const signal of signals) process.on(signal, onSignal);
  return forget;
}
