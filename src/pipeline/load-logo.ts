/** The picture that a plan names, read from beside the plan. */
import type { Picture } from "../domain/deck.ts";
import { PlanError } from "../domain/errors.ts";
import { excerptAt } from "../domain/excerpt.ts";
import type { PlacedText } from "../domain/place.ts";
import type { Plan } from "../domain/plan.ts";
import { maxPictureBytes, readPicture } from "../plan/read-picture.ts";
import type { Files } from "../ports.ts";

/** The picture with its file, for the manifest. */
export interface Logo {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly picture: Picture;
}

/**
 * Undefined where the plan has none. `planFile` is where today's plan lies: that of a past report lies
 * nowhere any more. Throws a PlanError with the place for a picture that is not there or cannot be used.
 */
export async function loadLogo(
  files: Pick<Files, "readBytes">,
  planFile: string,
  plan: Plan,
): Promise<Logo | undefined> {
  const { logo } = plan;
  if (logo === undefined) return undefined;
  const path = planFile.replace(/[^/\\]*$/, "") + logo.text;
  const bytes = await files.readBytes(path, maxPictureBytes);
  if (bytes === undefined) throw refused(plan, logo, `there is no file ${path}`);
  const picture = readPicture(bytes);
  if (picture !== undefined) return { path, bytes, picture };
  throw refused(plan, logo, `${path} is no PNG or SVG that a page may carry`);
}

function refused({ text, file }: Plan, { text: path, at }: PlacedText, what: string): PlanError {
  const problem = {
    message: `logo: ${what}`,
    at,
    excerpt: excerptAt(text, at, path.length),
    hint: "an SVG needs a viewBox and may hold no scripts, entities, HTML or links to elsewhere; no side may be 20 times the other",
  };
  return new PlanError(`the logo of ${file} cannot be used`, { code: "plan", problems: [problem] });
}
