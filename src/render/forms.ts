/** The deck for those who post it where no Markdown is read. */
import type { Deck } from "../domain/deck.ts";
import type { ReportForms } from "../domain/report-forms.ts";
import { fragment } from "./fragment/fragment.ts";
import { renderPlainText } from "./plain-text.ts";
import { shownDeck } from "./shown-deck.ts";
import { slackSections } from "./slack/sections.ts";

export function reportForms(deck: Deck): ReportForms {
  return {
    title: () => shownDeck(deck).title,
    text: () => renderPlainText(deck),
    html: () => fragment(shownDeck(deck)),
    slack: () => slackSections(shownDeck(deck)),
  };
}
