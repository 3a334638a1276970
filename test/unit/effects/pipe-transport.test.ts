import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { pipeTransport } from "../../../src/effects/pipe-transport.ts";

test("messages arrive whole and in order, however the pipe cuts them", async () => {
  const message = fc.string({ unit: "binary" }).filter((text) => !text.includes("\0"));
  const size = fc.integer({ min: 1, max: 9 });
  await fc.assert(
    fc.asyncProperty(fc.array(message), size, async (messages, size) => {
      const bytes = Buffer.from(messages.map((text) => `${text}\0`).join(""));
      const fromBrowser = new PassThrough();
      const transport = pipeTransport(new PassThrough(), fromBrowser);
      const received: string[] = [];
      const onmessage = (text: string): number => received.push(text);
      for (let start = 0; start < bytes.length; start += size) {
        fromBrowser.write(bytes.subarray(start, start + size));
      }
      await new Promise<void>((onclose) => {
        Object.assign(transport, { onmessage, onclose });
        fromBrowser.end();
      });
      await setImmediate();
      expect(received).toEqual(messages);
    }),
  );
});

test("between two messages of one chunk there is time to prepare for the second", async () => {
  const fromBrowser = new PassThrough();
  const transport = pipeTransport(new PassThrough(), fromBrowser);
  const { promise, resolve } = Promise.withResolvers<string>();
  const onmessage = (first: string): void => {
    const prepare = { onmessage: (second: string) => resolve(first + second) };
    void Promise.resolve().then(() => Object.assign(transport, prepare));
  };
  Object.assign(transport, { onmessage });
  fromBrowser.write("a\0b\0");
  expect(await promise).toBe("ab");
});

test("what is sent ends with a zero byte", async () => {
  const toBrowser = new PassThrough();
  const transport = pipeTransport(toBrowser, new PassThrough());
  transport.send('{"id":1}');
  transport.send("é");
  transport.close();
  toBrowser.end();
  expect((await buffer(toBrowser)).toString()).toBe('{"id":1}\0é\0');
});
