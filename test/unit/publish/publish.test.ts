import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { PlanError } from "../../../src/domain/errors.ts";
import type { Build } from "../../../src/publish/manifest.ts";
import { publish } from "../../../src/publish/publish.ts";
import { MemoryFiles } from "../../builders/memory-files.ts";

const hash = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function aBuild(fields: Partial<Build> = {}): Build {
  return {
    plan: "v1.20",
    release: "1.20",
    asOf: "2020-10-22T08:00:00Z",
    inputs: [
      { kind: "plan", path: "/home/ada/data/plans/v1.20.yaml", bytes: bytesOf("plan") },
      { kind: "snapshot", path: "C:\\Users\\ada\\s.json", bytes: bytesOf("发布") },
    ],
    artifacts: [{ path: "deck.md", mediaType: "text/markdown", bytes: bytesOf("# Deck") }],
    ...fields,
  };
}

test("artifacts and the manifest go into the folder of the plan", async () => {
  const files = new MemoryFiles({});
  const paths = await publish({ files, hash }, "output", aBuild());
  expect(paths).toEqual(["output/v1.20/deck.md", "output/v1.20/manifest.json"]);
  expect([...files.texts.keys()].toSorted()).toEqual(paths);
  expect(files.texts.get("output/v1.20/deck.md")).toBe("# Deck");
});

test("the manifest names inputs and artifacts with size and hash, and no place of this machine", async () => {
  const files = new MemoryFiles({});
  await publish({ files, hash }, "/tmp/out", aBuild());
  const text = files.texts.get("/tmp/out/v1.20/manifest.json") ?? "";
  expect(text).not.toMatch(/ada|tmp/);
  expect(JSON.parse(text)).toEqual({
    schemaVersion: 1,
    plan: "v1.20",
    release: "1.20",
    asOf: "2020-10-22T08:00:00Z",
    inputs: [
      { kind: "plan", name: "v1.20.yaml", size: 4, sha256: hash(bytesOf("plan")) },
      { kind: "snapshot", name: "s.json", size: 6, sha256: hash(bytesOf("发布")) },
    ],
    artifacts: [
      { path: "deck.md", mediaType: "text/markdown", size: 6, sha256: hash(bytesOf("# Deck")) },
    ],
  });
});

test("a plan whose name leads elsewhere is refused", async () => {
  for (const plan of ["..", ".release-deck", "a/b", "../v1.20", "", "V1"]) {
    const write = publish({ files: new MemoryFiles({}), hash }, "output", aBuild({ plan }));
    await expect(write).rejects.toThrow(PlanError);
  }
});

test("an artifact whose name leads elsewhere is a bug", async () => {
  for (const path of ["../deck.md", "a/deck.md", ".release-deck-files", "deck", "Deck.md"]) {
    const artifacts = [{ path, mediaType: "text/plain", bytes: bytesOf("") }];
    const write = publish({ files: new MemoryFiles({}), hash }, "output", aBuild({ artifacts }));
    await expect(write).rejects.toThrow("is no name for an artifact");
  }
});
