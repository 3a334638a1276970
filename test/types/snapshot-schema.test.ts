/** The schema of a snapshot file and the type of a snapshot are one; the compiler checks it. */
import { expectTypeOf, test } from "vitest";
import type { z } from "zod";
import type { snapshotSchema } from "../../src/archive/schema.ts";
import type { Snapshot } from "../../src/domain/snapshot.ts";

type Readonlies<T> = T extends object ? { readonly [K in keyof T]: Readonlies<T[K]> } : T;

test("the schema gives exactly a snapshot", () => {
  expectTypeOf<Readonlies<z.infer<typeof snapshotSchema>>>().toEqualTypeOf<Readonlies<Snapshot>>();
});
