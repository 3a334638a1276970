/** What a chart shows, with no geometry in it. */
import type { ItemRiskLevel } from "./risk.ts";

export type Chart = ProgressChart | ColumnsChart | CalendarChart | OddsChart | BurnUpChart;

/** One bar, split by standing, with marks for goal and stretch. */
export interface ProgressChart {
  readonly kind: "progress";
  readonly title: string;
  readonly unit: string;
  readonly segments: readonly { readonly standing: string; readonly value: number }[];
  readonly marks: readonly { readonly label: string; readonly value: number }[];
}

/** One column for each category, split in parts that add up. */
export interface ColumnsChart {
  readonly kind: "columns";
  readonly title: string;
  readonly unit: string;
  readonly series: readonly { readonly label: string; readonly tone: "good" | "bad" | "neutral" }[];
  readonly columns: readonly {
    readonly label: string;
    /** One value for each series. */
    readonly values: readonly number[];
    /** Text over the column. */
    readonly top: string;
    readonly isMarked?: boolean;
  }[];
}

/** Items on one scale from never to surely: dots, with little history within a range; without facts the range alone. */
export interface OddsChart {
  readonly kind: "odds";
  readonly title: string;
  readonly rows: readonly {
    readonly label: string;
    /** From 0 to 1; undefined where facts are missing. */
    readonly p: number | undefined;
    /** What it may be; the same as `p` where there is history enough. */
    readonly least: number;
    readonly most: number;
    /** The chance in words, and the level that it makes. */
    readonly text: string;
    readonly level: ItemRiskLevel;
  }[];
}

/** What has landed by day, and where it may end at a freeze: a line with a cone. */
export interface BurnUpChart {
  readonly kind: "burn-up";
  readonly title: string;
  /** Oldest first; the last is today. */
  readonly points: readonly { readonly date: string; readonly value: number }[];
  readonly end: {
    readonly date: string;
    readonly label: string;
    readonly low: number;
    readonly middle: number;
    readonly high: number;
  };
  readonly marks: readonly { readonly label: string; readonly value: number }[];
}

/** A strip of time with today, dated marks and spans. */
export interface CalendarChart {
  readonly kind: "calendar";
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly today: string;
  readonly marks: readonly {
    readonly date: string;
    readonly label: string;
    readonly tone: "freeze" | "release" | "event";
  }[];
  readonly spans: readonly { readonly from: string; readonly to: string; readonly label: string }[];
}
