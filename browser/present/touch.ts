/** One finger that moves sideways turns the slide; two fingers, or one on a page that was zoomed, do what they always do. */
import type { Show } from "./show.ts";

/** In px of the screen. */
const leastWay = 40;

export function listenToTouch(show: Show): void {
  let start: Touch | undefined;
  addEventListener("touchstart", ({ touches }) => {
    start = touches.length === 1 ? touches[0] : undefined;
  });
  addEventListener("touchend", ({ changedTouches: [end] }) => {
    const isZoomed = (visualViewport?.scale ?? 1) > 1;
    if (start === undefined || end === undefined || isZoomed || show.mode() !== "slides") return;
    const [across, down] = [end.clientX - start.clientX, end.clientY - start.clientY];
    if (Math.abs(across) < leastWay || Math.abs(across) < 2 * Math.abs(down)) return;
    show.goTo(show.index() - Math.sign(across));
  });
}
