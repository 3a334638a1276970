/** Posts a deck, which a file describes, in a process of its own. */
import { readFileSync } from "node:fs";
import { argv, exit } from "node:process";
import { postDeck, type DeckPosting } from "../../../builders/posting-deck.ts";

const posting = JSON.parse(readFileSync(argv[2] ?? "", "utf8")) as DeckPosting;
const { failure } = await postDeck(posting);
exit(failure === undefined ? 0 : 6);
