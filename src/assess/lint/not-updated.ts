/** Texts that speak of how things stand and are as they were at earlier reports. */
import { longDate } from "../../calendar.ts";
import type { LintRule } from "./contract.ts";

/** One finding for each report since which texts have stood as they are. */
export const notUpdated: LintRule = ({ assessment: { changes } }) =>
  [...Map.groupBy(changes?.staleTexts ?? [], ({ since }) => since)].flatMap(([since, all]) =>
    all.slice(0, 1).map(({ at }) => ({
      code: "not-updated",
      severity: "info" as const,
      subject: all.map(({ what }) => what).join(", "),
      message: `not updated since ${longDate(since.slice(0, 10))}`,
      at,
    })),
  );
