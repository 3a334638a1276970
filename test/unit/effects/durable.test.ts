import { existsSync } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureFolder } from "../../../src/effects/durable.ts";

describe("ensureFolder", () => {
  let root = "";
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "durable-"));
  });
  afterAll(() => rm(root, { recursive: true }));

  test("makes what is missing, also for several at once", async () => {
    for (const round of Array.from({ length: 50 }, (_, at) => String(at))) {
      const folder = join(root, round, "a/b/c/d");
      // One is a step behind the other, so that it is overtaken.
      const parents = [folder, folder, join(folder, ".."), join(folder, "../..")];
      await Promise.all(parents.map(ensureFolder));
      expect((await stat(folder)).isDirectory()).toBe(true);
    }
  });

  // There a folder that exists says "no such file" of what it should hold.
  test.runIf(existsSync("/proc/self"))("gives up where no folder can be made", async () => {
    await expect(ensureFolder("/proc/nope/deeper")).rejects.toThrow("ENOENT");
  });
});
