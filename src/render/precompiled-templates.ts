/**
 * Templates that need no compiling: none here, where they may change at any time. In the bundle
 * `scripts/bundle.mjs` puts a module with all of them in the place of this one.
 */
export const precompiled: ReadonlyMap<string, PrecompiledTemplate> = new Map();

export interface PrecompiledTemplate {
  /** What it was compiled from; the file that is shipped may have been changed since. */
  readonly text: string;
  /** Only Handlebars knows what is in it. */
  readonly program: object;
}
