/** From the id of a source to where its facts came from. */
import type { Source } from "../domain/facts.ts";
import type { Provenance } from "../domain/number.ts";

export type ProvenanceOf = (source: string | undefined) => readonly Provenance[];

/** A look-up over the sources of one snapshot; an unknown id gives no provenance. */
export function provenanceOf(sources: readonly Source[]): ProvenanceOf {
  const byId = new Map(sources.map((source) => [source.id, provenance(source)]));
  return (id) => {
    const found = id === undefined ? undefined : byId.get(id);
    return found === undefined ? [] : [found];
  };
}

function provenance({ title, url, retrievedAt, commit }: Source): Provenance {
  return {
    title,
    ...(url === undefined ? {} : { url }),
    retrievedAt,
    ...(commit === undefined ? {} : { commit }),
  };
}

/** The same provenances without repetition, in their first order. */
export function distinct(sources: readonly Provenance[]): readonly Provenance[] {
  const places = sources.map(({ url, title }) => url ?? title);
  return sources.filter((_, index) => places.indexOf(places[index] ?? "") === index);
}
