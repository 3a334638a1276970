/** Where kubernetes/sig-release keeps the calendar of a release. */
import type { Release } from "../../domain/release.ts";

/** No calendar comes near it. */
export const maxCalendarBytes = 512 * 1024;

/** The text, for a program. `ref` is a branch, tag or commit. */
export function rawAddressOf(release: Release, ref = "master"): string {
  return `https://raw.githubusercontent.com/kubernetes/sig-release/${ref}/${pathOf(release)}`;
}

/** The page, for people. */
export function pageOf(release: Release, ref = "master"): string {
  return `https://github.com/kubernetes/sig-release/blob/${ref}/${pathOf(release)}#timeline`;
}

function pathOf(release: Release): string {
  return `releases/release-${release}/README.md`;
}
