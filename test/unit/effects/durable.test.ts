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
    const folder = join(root, "a/b/c");
    await Promise.all([
      ensureFolder(folder),
      ensureFolder(folder),
      ensureFolder(join(root, "a/b")),
    ]);
    expect((await stat(folder)).isDirectory()).toBe(true);
  });

  // There a folder that exists says "no such file" of what it should hold.
  test.runIf(existsSync("/proc/self"))("gives up where no folder can be made", async () => {
    await expect(ensureFolder("/proc/nope/deeper")).rejects.toThrow("ENOENT");
  });
});
