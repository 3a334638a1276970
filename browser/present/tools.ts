/** The buttons: one to begin on the page, those to turn slides while they are shown and a pointer moves. */
import type { Actions } from "./actions.ts";
import { button, element } from "./element.ts";

/** How long the tools stay after the pointer rests. */
const restMs = 2_000;

export function addTools(actions: Actions): void {
  const present = button("Present", actions.next.run);
  present.className = "on-page";
  const turns = [actions.previous, actions.next].map(({ words, run }) => {
    const turn = button(words, run);
    turn.className = "on-slides";
    return turn;
  });
  const keys = button(actions.menu.words, actions.menu.run);
  const tools = element("nav", { className: "tools", ariaLabel: "Presenting" });
  // The page has a heading of its own; of its slides only the first has.
  const title = element("h1", { className: "on-screen spoken" }, document.title);
  tools.append(title, present, ...turns, keys);
  document.body.append(tools);
  showWhileMoving();
}

function showWhileMoving(): void {
  const root = document.documentElement;
  let rest = 0;
  const point = (): void => {
    root.toggleAttribute("data-pointing", true);
    clearTimeout(rest);
    rest = setTimeout(() => root.removeAttribute("data-pointing"), restMs);
  };
  addEventListener("pointermove", point);
  addEventListener("pointerdown", point);
}
