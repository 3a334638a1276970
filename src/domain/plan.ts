import type { ItemQuery } from "./item-query.ts";
import type { Place, PlacedText, Prose } from "./place.ts";
import type { Ref } from "./ref.ts";
import type { Release } from "./release.ts";
import type { Outlook, Stage } from "./stage.ts";
import type { CalendarDate } from "./time.ts";

/** What a team promised for one release, as read from its YAML file: complete, defaults filled in. */
export interface Plan {
  /** The file it was read from, as given; and the name that its artifacts and snapshots are filed under. */
  readonly file: string;
  readonly name: string;
  /** The text that was read, kept so that a snapshot can carry the plan of its day. */
  readonly text: string;
  readonly release: Release;
  readonly title: string;
  readonly intro?: Prose;
  /** The folder below `templates/themes` that slides take their look from; `default` where left out. */
  readonly theme?: PlacedText;
  /** The path of a picture, from the folder of the plan's file. */
  readonly logo?: PlacedText;
  /** What stands at the foot of each slide, before the as-of date; the title where left out. */
  readonly footer?: string;
  readonly workflow: readonly Step[];
  readonly objectives: readonly Objective[];
  readonly sections: readonly SectionSetting[];
  readonly events: readonly PlanEvent[];
  readonly sources: Readonly<Record<string, unknown>>;
  readonly post: readonly unknown[];
}

/** One step of the team's own workflow; `soakDays` is how long it must stay merged without a flake. */
export interface Step {
  readonly step: string;
  readonly soakDays: number;
}

export interface Objective {
  /** `O1`, `O2`… in the order of the plan unless the plan names it. */
  readonly id: string;
  readonly title: string;
  readonly note?: Prose;
  readonly keyResults: readonly KeyResult[];
  readonly override?: ScoreOverride;
  readonly at: Place;
}

/** A key result of any kind. `settings` holds what its kind asks for (goal, stretch, bound…), checked by that kind. */
export interface KeyResult<Settings = unknown> {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly settings: Settings;
  /** Id of the timeline event that binds it, e.g. `test-freeze`. */
  readonly freeze?: string;
  readonly note?: Prose;
  readonly groups: readonly Group[];
  readonly override?: ScoreOverride;
  readonly at: Place;
}

/** Items under one heading. Items written without a group stand in one group without a title. */
export interface Group {
  readonly title?: string;
  readonly note?: Prose;
  readonly outlook?: Outlook;
  /** Where its items come from, where people do not list them: what was found is in the snapshot. */
  readonly from?: ItemQuery;
  readonly items: readonly Contribution[];
  readonly at: Place;
}

/** One promised piece of work of a key result. */
export interface Contribution {
  /** The plan's own id, else the first reference, else the title: it ties one item together across plans. */
  readonly id: string;
  readonly title: string;
  readonly refs: readonly Ref[];
  /** Which workflow step the references carry; undefined where the plan does not say. */
  readonly step?: string;
  /** What landing it adds to the key result, in the key result's unit. */
  readonly adds?: number;
  /** Debt that landing it clears, by release. */
  readonly clears?: Readonly<Record<Release, number>>;
  /** Names of what it adds, as the coverage lists them: it is counted once all of them are tested. */
  readonly endpoints?: readonly string[];
  readonly needs: readonly Ref[];
  readonly outlook?: Outlook;
  /** Ids or references of items of an earlier plan that this one stands for. */
  readonly replaces: readonly string[];
  readonly override?: StageOverride;
  readonly note?: string;
  readonly at: Place;
}

/** A stage that a person sets against, or in the place of, what the facts say. Always with who and why. */
export interface StageOverride {
  readonly stage: Stage;
  readonly who: string;
  readonly why: string;
  readonly url?: string;
  /** The release that it goes to instead. */
  readonly to?: Release;
}

export interface ScoreOverride {
  readonly score: number;
  readonly who: string;
  readonly why: string;
}

/** A section's place, title, text and its speaker's notes as the plan sets them. */
export interface SectionSetting {
  readonly kind: string;
  readonly title?: string;
  readonly text?: Prose;
  /** A point a line. */
  readonly notes?: Prose;
  readonly isHidden: boolean;
  /** Whether it stands behind all others; as the section itself wants where the plan does not say. */
  readonly isAppendix?: boolean;
  readonly at: Place;
}

/** A dated event that the plan adds to the release calendar, e.g. a conference. */
export interface PlanEvent {
  readonly title: string;
  readonly from: CalendarDate;
  readonly to?: CalendarDate;
  readonly url?: string;
  readonly note?: string;
}
