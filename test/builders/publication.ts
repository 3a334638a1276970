/** An entry of the ledger: whole by default, each field replaceable. */
import { ledgerSchemaVersion, type Publication } from "../../src/domain/publication.ts";

export function aPublication(fields: Partial<Publication> = {}): Publication {
  return {
    schemaVersion: ledgerSchemaVersion,
    state: "published",
    at: "2020-10-22T09:00:00Z",
    plan: "v1.20",
    to: "github-issue",
    place: "github.com/acme/kit#2",
    cut: "meeting",
    asOf: "2020-10-22T08:00:00Z",
    posts: [{ part: 1, id: "IC_1", hash: "0".repeat(64) }],
    ...fields,
  };
}
