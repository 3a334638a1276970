/** Facts of which some are not known: absent, never null or undefined. */

/** Every key of `T`, where the optional ones may be undefined. */
export type Perhaps<T> = {
  readonly [K in keyof T]: T[K] | (Partial<Pick<T, K>> extends Pick<T, K> ? undefined : never);
};

/** The same without the keys that are undefined. */
export function known<T extends object>(fields: Perhaps<T>): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
