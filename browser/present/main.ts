/** What makes the page a deck to present. Without it, and until a reader asks for slides, it is a page to read. */
import { actionsOf } from "./actions.ts";
import { addAnnouncer } from "./announcer.ts";
import { keepFocus } from "./focus.ts";
import { listenToKeys, type Keyboard } from "./keys.ts";
import { addMenu, fillMenu } from "./menu.ts";
import { addOverview } from "./overview.ts";
import { presenterOf } from "./presenter.ts";
import { startShow } from "./show.ts";
import { slidesOf } from "./slides.ts";
import { addTools } from "./tools.ts";
import { listenToTouch } from "./touch.ts";

const show = startShow(slidesOf(document));
const menu = addMenu();
const presenter = presenterOf(show, (view) => {
  const { next, previous, first, last, dark } = actions;
  listenToKeys({ ...keyboard, actions: { next, previous, first, last, dark } }, view);
});
const actions = actionsOf({ show, presenter, menu, say: addAnnouncer(show) });
const keyboard: Keyboard = { show, actions, overview: addOverview(show), menu };
fillMenu(menu, actions);
keepFocus(show);
listenToKeys(keyboard, window);
listenToTouch(show);
addTools(actions);
