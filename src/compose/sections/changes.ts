/** What is different since the last report, progress apart from everything that only looks like it. */
import { longDate } from "../../calendar.ts";
import { historyBlocks, historyTitle } from "../changes/history.ts";
import { progressBlocks } from "../changes/progress.ts";
import { scopeBlocks } from "../changes/scope.ts";
import { changesTitle } from "../changes/title.ts";
import type { Section } from "../contract.ts";
import { text } from "../inlines.ts";
import { itemMoves } from "../notes/changed.ts";
import { paragraph, prose, slides } from "../slides.ts";

export const changes: Section = {
  kind: "changes",
  about: "What moved, landed, slipped and was restated since the last report.",
  compose(view, setting) {
    const found = view.assessment.changes;
    if (found === undefined) {
      const title = setting.title ?? "Changes";
      return slides({ id: "changes", title, blocks: prose(view, setting.text) });
    }
    const kicker = `Since the report of ${longDate(found.since.slice(0, 10))}`;
    const progress = progressBlocks(view, found);
    const still = progress.length === 0 ? [paragraph([text("Nothing has moved.")])] : progress;
    return [
      ...slides({
        id: "changes",
        kicker,
        title: setting.title ?? changesTitle(view),
        blocks: [...still, ...prose(view, setting.text)],
        notes: itemMoves(found),
      }),
      ...slides({
        id: "changes-scope",
        kicker,
        title: "Plan and calendar changed: this is not progress",
        blocks: scopeBlocks(view, found),
        notes: [
          [text("Say that this is a change of what was promised or when, not of what was done.")],
        ],
      }),
      ...slides({
        id: "changes-history",
        kicker,
        isDetail: true,
        isAppendix: true,
        title: historyTitle(view),
        blocks: historyBlocks(found),
        notes: [
          [
            text(
              "Say that the source rewrote its own past: nobody worked on this since the last report.",
            ),
          ],
        ],
      }),
    ];
  },
};
