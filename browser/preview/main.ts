/**
 * Keeps the page of the preview up to date: loads the deck anew when there is another one, and tells
 * over it what is wrong meanwhile.
 */
interface State {
  /** Differs where the deck does; null where there is none yet. */
  readonly deck: string | null;
  readonly problem: string | null;
}

const frame = one("iframe");
const problem = one("pre");
const lost = "The preview has ended. Start it again, and this page goes on.";
let shown: string | null = null;

const events = new EventSource("/events");
events.addEventListener("message", ({ data }) => show(JSON.parse(String(data)) as State));
events.addEventListener("error", () => tell(lost));
frame.addEventListener("load", () => {
  document.title = frame.contentDocument?.title ?? document.title;
  frame.contentWindow?.focus();
});

function show(state: State): void {
  tell(state.problem);
  if (state.deck === null || state.deck === shown) return;
  if (shown === null) frame.src = "/deck.html";
  // Not by its address: the deck stays at its slide, and presented where it was.
  else frame.contentWindow?.location.reload();
  frame.hidden = false;
  shown = state.deck;
}

function tell(words: string | null): void {
  problem.hidden = words === null;
  problem.textContent = words;
}

function one<Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag] {
  const found = document.querySelector(tag);
  if (found === null) throw new Error(`there is no ${tag}`);
  return found;
}
