/** From a key to what it does. The page to read keeps the keys that scroll it. */
import type { Action } from "./actions.ts";
import type { Overview } from "./overview.ts";
import type { Show } from "./show.ts";

export interface Keyboard {
  readonly show: Show;
  readonly actions: Readonly<Record<string, Action>>;
  readonly overview: Overview;
  readonly menu: HTMLDialogElement;
}

/** Listens in a window: the deck's own, or the presenter's. */
export function listenToKeys(keyboard: Keyboard, view: Window): void {
  view.addEventListener("keydown", (event) => {
    const action = actionFor(keyboard, event);
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
}

function actionFor(keyboard: Keyboard, event: KeyboardEvent): (() => void) | undefined {
  const { actions, overview, show } = keyboard;
  const key = nameOf(event);
  if (isForOthers(keyboard, event, key)) return undefined;
  if (show.mode() === "overview" && overview.steer(key)) return () => undefined;
  if (show.mode() === "page" && isScrolling(key, event)) return undefined;
  return Object.values(actions).find(({ keys }) => keys.includes(key))?.run;
}

/** The browser's own shortcuts; the menu, which is a dialog; a button, which the space bar presses. */
function isForOthers({ menu }: Keyboard, event: KeyboardEvent, key: string): boolean {
  const isShortcut = event.ctrlKey || event.metaKey || event.altKey;
  return isShortcut || (menu.open && key !== "?") || (key.endsWith(" ") && isIn(event, "button"));
}

function nameOf({ key, shiftKey }: KeyboardEvent): string {
  if (key === " ") return shiftKey ? "Shift+ " : " ";
  return key.length === 1 ? key.toLowerCase() : key;
}

const scrolling = new Set([
  "ArrowDown",
  "ArrowUp",
  " ",
  "Shift+ ",
  "PageDown",
  "PageUp",
  "Home",
  "End",
  "Escape",
]);

/** A wide table on a narrow screen scrolls sideways as well. */
function isScrolling(key: string, event: KeyboardEvent): boolean {
  return scrolling.has(key) || (key.startsWith("Arrow") && isIn(event, ".table, .chart"));
}

function isIn({ target }: KeyboardEvent, selectors: string): boolean {
  const inside = target as Partial<Element> | null;
  return (inside?.closest?.(selectors) ?? null) !== null;
}
