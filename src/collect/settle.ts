/** Reads that may fail without costing what else is read. */
import { SourceError } from "../domain/errors.ts";

/** What was read, or why it was not. */
export type Settled<Value> =
  | { readonly value: Value; readonly failure?: never }
  | { readonly value?: never; readonly failure: SourceError };

/** Catches what the world does wrong; what we do wrong is thrown on. */
export async function settle<Value>(reading: Promise<Value>): Promise<Settled<Value>> {
  try {
    return { value: await reading };
  } catch (error) {
    if (error instanceof SourceError) return { failure: error };
    throw error;
  }
}
