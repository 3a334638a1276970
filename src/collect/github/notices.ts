/** What a reader must know about what GitHub gave, and about what it did not. */
import { hoursBetween, httpSeconds, instantOfEpoch, longInstant } from "../../calendar.ts";
import type { SourceError } from "../../domain/errors.ts";
import type { WorkItem } from "../../domain/facts.ts";
import type { Notice } from "../../domain/notice.ts";
import { refKey } from "../../domain/ref.ts";
import type { Instant } from "../../domain/time.ts";
import { isDenied, isNotFound, remedyOf, type Fault } from "./fault.ts";
import type { Mergeability } from "./mergeability.ts";
import type { Wanted } from "./plan-refs.ts";
import type { ItemRead, ItemUnread } from "./read-items.ts";

type WantedOf = (ref: Wanted["ref"]) => Wanted;

/** One for each reference without facts, but for those that the same refusal keeps back: one for all of them. */
export function unreadNotices(
  unread: readonly ItemUnread[],
  wantedOf: WantedOf,
): readonly Notice[] {
  const [denied, others] = parted(unread, ({ fault }) => fault !== undefined && isDenied(fault));
  const byReason = Map.groupBy(denied, ({ ref, fault }) => `${ref.repo} ${fault?.message ?? ""}`);
  return [
    ...[...byReason.values()].flatMap((group) => deniedNotice(group, wantedOf)),
    ...others.map(({ ref, fault }) => unreadNotice(wantedOf(ref), fault)),
  ];
}

function deniedNotice(group: readonly ItemUnread[], wantedOf: WantedOf): readonly Notice[] {
  const [first] = group;
  if (first?.fault === undefined) return [];
  const { ref, fault } = first;
  const more = group.length > 1 ? ` and ${group.length - 1} more of ${ref.repo}` : "";
  return [
    {
      code: "reference-denied",
      severity: "warning",
      subject: refKey(ref),
      message: `GitHub denies access to ${refKey(ref)}${more}. ${remedyOf(fault)}`,
      ...placeOf(wantedOf(ref)),
    },
  ];
}

function unreadNotice(wanted: Wanted, fault: Fault | undefined): Notice {
  const subject = refKey(wanted.ref);
  const isGone = fault !== undefined && isNotFound(fault);
  return {
    code: isGone ? "reference-not-found" : "reference-unanswered",
    severity: "warning",
    subject,
    message: isGone
      ? `GitHub has no ${subject}, or the token may not see it`
      : `GitHub did not tell of ${subject}: ${fault?.message ?? "no answer that can be used"}`,
    ...placeOf(wanted),
  };
}

/** Why the reading ended; the references that it did not come to share it. */
export function stoppedNotice({ message, hint }: SourceError, unread: number, all: number): Notice {
  return {
    code: "github-incomplete",
    severity: "warning",
    subject: "GitHub",
    message: `${unread} of ${all} references were not read: ${message}${hint === undefined ? "" : `. ${hint}`}`,
  };
}

/** What has another name now; a difference in case alone is none. */
export function movedNotice(work: WorkItem, wanted: Wanted | undefined): readonly Notice[] {
  const { ref, movedFrom, url } = work;
  if (movedFrom === undefined || movedFrom.toLowerCase() === ref.toLowerCase()) return [];
  return [
    {
      code: "reference-moved",
      severity: "info",
      subject: movedFrom,
      message: `${movedFrom} is ${ref} now; the plan may name it so`,
      url,
      ...placeOf(wanted),
    },
  ];
}

/** Lists that are longer than what is asked for. */
export function cutNotices({ ref, item }: ItemRead, wanted: Wanted): readonly Notice[] {
  const subject = refKey(ref);
  const lists = [
    { what: "labels", list: item.labels },
    { what: "checks", list: item.statusCheckRollup?.contexts },
  ];
  return lists.flatMap(({ what, list }): readonly Notice[] => {
    const { totalCount = 0, nodes = [] } = list ?? {};
    if (totalCount <= nodes.length) return [];
    const message = `${subject} has ${totalCount} ${what}; only the first ${nodes.length} were read`;
    return [{ code: `${what}-cut`, severity: "info", subject, message, ...placeOf(wanted) }];
  });
}

/** Fields that GitHub did not tell, each once with the reason: a token that may not read one may read it nowhere. */
export function fieldNotices(items: readonly ItemRead[]): readonly Notice[] {
  const told = items.flatMap(({ ref, faults }) => faults.map((fault) => ({ ref, fault })));
  const groups = Map.groupBy(told, ({ fault }) => `${fieldOf(fault)}: ${fault.message}`);
  return [...groups].flatMap(([said, [first, ...others]]) => {
    if (first === undefined) return [];
    const subject = refKey(first.ref);
    const more = others.length === 0 ? "" : ` and ${others.length} more`;
    const remedy = isDenied(first.fault) ? `. ${remedyOf(first.fault)}` : "";
    const message = `GitHub did not tell a field of ${subject}${more}: ${said}${remedy}`;
    return [{ code: "field-unanswered", severity: "warning" as const, subject, message }];
  });
}

/** The rest of what is known of them stands. */
export function mergeabilityNotice({ failure }: Mergeability): readonly Notice[] {
  if (failure === undefined) return [];
  const message = `GitHub did not tell whether all open pull requests can be merged: ${failure}`;
  return [{ code: "mergeability-unanswered", severity: "info", subject: "GitHub", message }];
}

function fieldOf({ path }: Fault): string {
  return path.slice(2).find((step) => typeof step === "string") ?? "not said which";
}

/** Deadlines are only as right as the clock that they are held against. */
export function clockNotice(asOf: Instant, serverDate: string | undefined): readonly Notice[] {
  const seconds = httpSeconds(serverDate ?? "");
  const there = seconds === undefined ? undefined : instantOfEpoch(seconds);
  if (there === undefined) return [];
  const hours = hoursBetween(asOf, there);
  if (hours > -skewHours && hours < runHours + skewHours) return [];
  const message = `this machine says that it is ${longInstant(asOf)}; GitHub says ${longInstant(there)}`;
  return [{ code: "clock-wrong", severity: "warning", subject: "clock", message }];
}

const skewHours = 5 / 60;
/** The run began at `asOf`, and the first answer may come late in it. */
const runHours = 10 / 60;

function placeOf(wanted: Wanted | undefined): Pick<Notice, "at"> {
  return wanted?.at === undefined ? {} : { at: wanted.at };
}

function parted<One>(all: readonly One[], isFirst: (one: One) => boolean): [One[], One[]] {
  const first = all.filter(isFirst);
  return [first, all.filter((one) => !isFirst(one))];
}
