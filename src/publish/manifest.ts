/** The list of what went into a build and what came out, by which both can be checked later. */
import type { Artifact } from "../domain/artifact.ts";
import type { Release } from "../domain/release.ts";
import type { Instant } from "../domain/time.ts";
import type { Hash } from "../ports.ts";

/** A build as `publish` is given it. */
export interface Build {
  readonly plan: string;
  readonly release: Release;
  readonly asOf: Instant;
  readonly inputs: readonly Input[];
  readonly artifacts: readonly Artifact[];
}

/** Something that a build was made from. Of its path only the last part is told: the rest belongs to one machine. */
export interface Input {
  readonly kind: "plan" | "logo" | "snapshot" | "earlier-snapshot";
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** `manifest.json`. No times, places or people of the run: the same inputs give the same bytes. */
export function composeManifest({ inputs, artifacts, ...build }: Build, hash: Hash): Artifact {
  const manifest = {
    schemaVersion: 1,
    plan: build.plan,
    release: build.release,
    asOf: build.asOf,
    inputs: inputs.map(({ kind, path, bytes }) => ({
      kind,
      name: path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1),
      size: bytes.length,
      sha256: hash(bytes),
    })),
    artifacts: artifacts.map(({ path, mediaType, bytes }) => ({
      path,
      mediaType,
      size: bytes.length,
      sha256: hash(bytes),
    })),
  };
  return {
    path: "manifest.json",
    mediaType: "application/json",
    bytes: new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`),
  };
}
