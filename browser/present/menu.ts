/** The list of keys, which is a menu as well: for those who have none, each entry can be pressed. */
import type { Actions } from "./actions.ts";
import { button, element } from "./element.ts";

export function addMenu(): HTMLDialogElement {
  const menu = element("dialog", { className: "menu" });
  document.body.append(menu);
  return menu;
}

export function fillMenu(menu: HTMLDialogElement, { menu: close, ...actions }: Actions): void {
  const entries = Object.values(actions).map(({ keys, words, run }) => {
    const entry = button(words, () => {
      menu.close();
      run();
    });
    const named = keys.map((key) => element("kbd", {}, keyNames[key] ?? key));
    return element("li", {}, entry, ...named);
  });
  const title = element("h2", { id: "menu.title" }, "Keys");
  const last = element("li", {}, button("Close", close.run), element("kbd", {}, "?"));
  menu.setAttribute("aria-labelledby", title.id);
  menu.append(title, element("ul", {}, ...entries, last));
}

const keyNames: Readonly<Record<string, string>> = {
  ArrowRight: "Right",
  ArrowLeft: "Left",
  ArrowUp: "Up",
  ArrowDown: "Down",
  PageDown: "Page down",
  PageUp: "Page up",
  Escape: "Esc",
  " ": "Space",
  "Shift+ ": "Shift Space",
};
