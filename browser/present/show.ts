/**
 * Which slide is shown, and how: the page to read, one slide at a time, or all of them small. The
 * address names the slide, and each entry of the history remembers how it was shown, so that going
 * back, forth and loading anew lead where one was.
 */
import { indexInView, type Slide } from "./slides.ts";

export type Mode = "page" | "slides" | "overview";

export interface Show {
  readonly slides: readonly Slide[];
  mode(): Mode;
  /** Of the slide that is shown; on the page, of the one that was last. */
  index(): number;
  /** Shows the slide that is in view, or was chosen in the overview. */
  present(): void;
  /** Shows a slide; the first or the last where there is none of that index. */
  goTo(index: number): void;
  /** Back to the page, where the slide stands. */
  leave(): void;
  /** All slides small, and back. */
  toggleOverview(): void;
  /** Calls back after each change. */
  onChange(listener: () => void): void;
}

export function startShow(slides: readonly Slide[]): Show {
  const root = document.documentElement;
  const listeners: (() => void)[] = [];
  let mode: Mode = "page";
  let beforeOverview: Mode = "page";
  let index = 0;

  const set = (nextMode: Mode, nextIndex: number): void => {
    slides[index]?.classList.remove("current");
    mode = nextMode;
    index = Math.max(0, Math.min(nextIndex, slides.length - 1));
    slides[index]?.classList.add("current");
    if (mode === "page") delete root.dataset["mode"];
    else root.dataset["mode"] = mode;
    for (const listener of listeners) listener();
  };
  const goTo = (nextIndex: number): void => {
    set("slides", nextIndex);
    const { id = "" } = slides[index] ?? {};
    // Not pushState: browsers differ in whether a file may call it with an address.
    if (location.hash !== `#${id}`) location.hash = id;
    history.replaceState(mode, "");
  };
  const leave = (): void => {
    history.replaceState("page", "");
    set("page", index);
    slides[index]?.scrollIntoView();
  };
  const indexInAddress = () => slides.findIndex(({ id }) => location.hash === `#${id}`);
  /** An address that somebody wrote is shown as the last one was. */
  const followAddress = (): void => {
    // The browser tells late of an address that was written here, before the overview was opened.
    if (mode === "overview" && indexInAddress() === index) return;
    const kept: unknown = history.state ?? (mode === "page" ? "page" : "slides");
    const nextMode = kept === "slides" ? "slides" : "page";
    history.replaceState(nextMode, "");
    if (nextMode !== mode || indexInAddress() !== index) set(nextMode, indexInAddress());
  };

  addEventListener("hashchange", followAddress);
  followAddress();
  return {
    slides,
    mode: () => mode,
    index: () => index,
    present: () => goTo(mode === "page" ? indexInView(slides) : index),
    goTo,
    leave,
    toggleOverview() {
      if (mode !== "overview") {
        beforeOverview = mode;
        set("overview", mode === "page" ? indexInView(slides) : index);
      } else if (beforeOverview === "page") leave();
      else goTo(index);
    },
    onChange: (listener) => listeners.push(listener),
  };
}
