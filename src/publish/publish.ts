/** Puts the artifacts of a build, and the manifest of it, where people find them. */
import { checkedPlanName } from "../domain/plan-name.ts";
import type { Files, Hash } from "../ports.ts";
import { composeManifest, type Build } from "./manifest.ts";

/**
 * Writes `<out>/<plan>/`, all artifacts or none, and gives their paths, sorted, the manifest's among
 * them. Throws a PlanError for a plan whose name cannot be a folder's, a RenderError where the disk refuses.
 */
export async function publish(
  world: { readonly files: Files; readonly hash: Hash },
  out: string,
  build: Build,
): Promise<readonly string[]> {
  const folder = `${out}/${checkedPlanName(build.plan)}`;
  const artifacts = [...build.artifacts, composeManifest(build, world.hash)];
  for (const { path } of artifacts) refuseUnsafeName(path);
  await world.files.replaceAll(folder, artifacts);
  return artifacts.map(({ path }) => `${folder}/${path}`).toSorted();
}

/** Names come from renderers, not from people: another one is a bug. */
function refuseUnsafeName(name: string): void {
  if (!/^[a-z0-9][a-z0-9-]*\.[a-z0-9]+$/.test(name)) {
    throw new Error(`${JSON.stringify(name)} is no name for an artifact`);
  }
}
