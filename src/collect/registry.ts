/** All kinds of source. A new kind is one file or folder beside this one and one line here. */
import type { SourceKind } from "./contract.ts";
import { apisnoop } from "./coverage/apisnoop.ts";
import { cobertura } from "./coverage/cobertura.ts";
import { istanbul } from "./coverage/istanbul.ts";
import { lcov } from "./coverage/lcov.ts";
import { table } from "./coverage/table.ts";
import { kep } from "./enhancements/kep.ts";
import { exceptions } from "./exceptions/sig-release.ts";
import { github } from "./github/github.ts";
import { githubActions } from "./jobs/github-actions/github-actions.ts";
import { prow } from "./jobs/prow/prow.ts";
import { testgrid } from "./jobs/testgrid/testgrid.ts";
import { sigs } from "./meetings/sigs.ts";
import { planDates } from "./timeline/kinds/dates.ts";
import { calendarFile } from "./timeline/kinds/file.ts";
import { sigReleaseCalendar } from "./timeline/kinds/sig-release.ts";

/** By slot; the first kind of a slot is meant where the plan names none. */
export const sourceKinds: readonly SourceKind<unknown>[] = [
  github,
  sigReleaseCalendar,
  calendarFile,
  planDates,
  apisnoop,
  cobertura,
  istanbul,
  lcov,
  table,
  prow,
  testgrid,
  githubActions,
  exceptions,
  kep,
  sigs,
];
