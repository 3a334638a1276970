/** One file of a build. `path` is relative to the folder of the plan's artifacts. */
export interface Artifact {
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}
