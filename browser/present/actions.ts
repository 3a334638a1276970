/** All that a reader can have done, each with its keys: what the keyboard, the menu and the tools offer. */
import { toggleDark } from "./dark.ts";
import type { Presenter } from "./presenter.ts";
import type { Show } from "./show.ts";

export interface Action {
  /** As `KeyboardEvent.key` names them, letters small; `Shift+` stands before a key that wants it. */
  readonly keys: readonly string[];
  /** What it does, for the menu. */
  readonly words: string;
  run(): void;
}

/** In the order of the menu. */
export type Actions = Readonly<
  Record<
    | "next"
    | "previous"
    | "first"
    | "last"
    | "overview"
    | "notes"
    | "fullScreen"
    | "presenter"
    | "dark"
    | "leave"
    | "menu",
    Action
  >
>;

interface Parts {
  readonly show: Show;
  readonly presenter: Presenter;
  readonly menu: HTMLDialogElement;
  /** Tells a reader what could not be done. */
  say(words: string): void;
}

export function actionsOf({ show, presenter, menu, say }: Parts): Actions {
  const turn = (by: number) =>
    show.mode() === "page" ? show.present() : show.goTo(show.index() + by);
  return {
    next: {
      keys: ["ArrowRight", "ArrowDown", " ", "PageDown"],
      words: "Next slide",
      run: () => turn(1),
    },
    previous: {
      keys: ["ArrowLeft", "ArrowUp", "Shift+ ", "PageUp"],
      words: "Previous slide",
      run: () => turn(-1),
    },
    first: { keys: ["Home"], words: "First slide", run: () => show.goTo(0) },
    last: { keys: ["End"], words: "Last slide", run: () => show.goTo(show.slides.length - 1) },
    overview: { keys: ["o"], words: "Overview", run: show.toggleOverview },
    notes: { keys: ["n"], words: "Notes", run: toggleNotes },
    fullScreen: {
      keys: ["f"],
      words: "Full screen",
      run() {
        if (show.mode() !== "slides") show.present();
        toggleFullScreen().catch(() => say("The browser allows no full screen here."));
      },
    },
    presenter: {
      keys: ["p"],
      words: "Presenter window",
      run() {
        if (show.mode() !== "slides") show.present();
        if (!presenter.open()) say("The browser blocked the presenter window.");
      },
    },
    dark: { keys: ["d"], words: "Dark or light", run: toggleDark },
    leave: {
      keys: ["Escape"],
      words: "Back to the page",
      run() {
        if (show.mode() === "overview") show.toggleOverview();
        else if (show.mode() === "slides") show.leave();
      },
    },
    menu: {
      keys: ["?"],
      words: "Keys",
      run: () => (menu.open ? menu.close() : menu.showModal()),
    },
  };
}

function toggleNotes(): void {
  document.documentElement.toggleAttribute("data-notes");
}

function toggleFullScreen(): Promise<void> {
  return document.fullscreenElement === null
    ? document.documentElement.requestFullscreen()
    : document.exitFullscreen();
}
