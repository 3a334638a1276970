/**
 * The window of whoever speaks: this slide and the next, notes and time. It is an empty window of the
 * same origin that this page fills and keeps in step, so it works from a file and asks for nothing; the
 * page's policy holds in it as well.
 */
import { paintLikewise } from "./dark.ts";
import { button, element } from "./element.ts";
import type { Show } from "./show.ts";
import { notesOf, titleOf } from "./slides.ts";

export interface Presenter {
  /** Opens it, or brings it to the front; false where the browser refuses. */
  open(): boolean;
}

/** `onOpen` is called with each window that opens. */
export function presenterOf(show: Show, onOpen: (view: Window) => void): Presenter {
  let view: Window | null = null;
  addEventListener("pagehide", () => view?.close());
  return {
    open() {
      if (view !== null && !view.closed) view.focus();
      else {
        view = window.open("", "", "popup,width=1280,height=720");
        if (view !== null) {
          fill(show, view);
          onOpen(view);
        }
      }
      return view !== null;
    },
  };
}

function fill(show: Show, view: Window): void {
  const page = view.document;
  // Only a page that begins so is laid out by today's rules.
  page.open();
  // oxlint-disable-next-line typescript/no-deprecated -- nothing else gives a new document its type
  page.write("<!doctype html>");
  page.close();
  page.title = `Presenter: ${document.title}`;
  page.documentElement.lang = document.documentElement.lang;
  page.documentElement.dataset["mode"] = "presenter";
  for (const style of document.querySelectorAll("style")) page.head.append(style.cloneNode(true));
  for (const shapes of document.querySelectorAll(".shapes"))
    page.body.append(shapes.cloneNode(true));
  const parts = partsOf(show);
  page.body.append(parts.whole);
  parts.update();
  show.onChange(parts.update);
  paintLikewise(page);
  keepTime(view, parts);
}

function partsOf(show: Show) {
  const now = element("section", { className: "now", ariaLabel: "This slide" });
  const next = element("section", { className: "next", ariaLabel: "Next slide" });
  const notes = element("section", { className: "words", ariaLabel: "Notes", tabIndex: 0 });
  const place = element("p", { className: "place" });
  const clock = element("p", { className: "clock" });
  const timer = element("p", { className: "timer", role: "timer" });
  const restart = element("button", { type: "button" }, "Restart timer");
  const turns = [
    button("Previous", () => show.goTo(show.index() - 1)),
    button("Next", () => show.goTo(show.index() + 1)),
  ];
  const bar = element("section", { className: "bar", ariaLabel: "Place and time" });
  bar.append(place, clock, timer, ...turns, restart);
  const title = element("h1", { className: "spoken" }, "Presenter");
  const whole = element("main", {}, title, now, next, notes, bar);
  return {
    whole,
    clock,
    timer,
    restart,
    update() {
      const index = show.index();
      const [slide, following] = [show.slides[index], show.slides[index + 1]];
      now.replaceChildren(...copies(slide));
      next.replaceChildren(...(following === undefined ? ["The end."] : copies(following)));
      const words = slide === undefined ? null : notesOf(slide);
      notes.replaceChildren(...(words === null ? ["No notes."] : words.cloneNode(true).childNodes));
      place.textContent = `${index + 1} of ${show.slides.length}`;
      next.ariaLabel = following === undefined ? "Next slide" : `Next slide: ${titleOf(following)}`;
    },
  };
}

function copies(slide: HTMLElement | undefined): readonly Node[] {
  return slide === undefined ? [] : [slide.cloneNode(true)];
}

const everyMs = 500;

function keepTime(view: Window, { clock, timer, restart }: ReturnType<typeof partsOf>): void {
  let start = Date.now();
  const tick = (): void => {
    const now = Date.now();
    const time = new Date(now);
    clock.textContent = `${twoDigits(time.getHours())}:${twoDigits(time.getMinutes())}`;
    timer.textContent = elapsed(Math.floor((now - start) / 1000));
  };
  restart.addEventListener("click", () => {
    start = Date.now();
    tick();
  });
  tick();
  // The window's own: it ends with it, and is on time while the deck is behind another window.
  view.setInterval(tick, everyMs);
}

function elapsed(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}:${twoDigits(seconds % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
