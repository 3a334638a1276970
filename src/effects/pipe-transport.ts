/** DevTools messages over a pair of pipes: JSON texts, each ended by a zero byte. */
import type { Readable, Writable } from "node:stream";

/** What puppeteer asks of a transport. It sets the two handlers itself. */
export interface Transport {
  send(message: string): void;
  close(): void;
  onmessage?: (message: string) => void;
  onclose?: () => void;
}

export function pipeTransport(toBrowser: Writable, fromBrowser: Readable): Transport {
  const transport: Transport = {
    send: (message) => void toBrowser.write(`${message}\0`),
    // Whoever owns the browser ends it; until then its pipes stay open.
    close: () => undefined,
  };
  let parts: Buffer[] = [];
  fromBrowser.on("data", (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      const message = Buffer.concat([...parts, chunk.subarray(start, end)]).toString();
      // One turn of the loop for each message: who awaits an answer must see it before what follows.
      setImmediate(() => transport.onmessage?.(message));
      parts = [];
      start = end + 1;
    }
    parts.push(chunk.subarray(start));
  });
  fromBrowser.on("close", () => transport.onclose?.());
  return transport;
}
