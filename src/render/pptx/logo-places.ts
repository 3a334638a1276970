/** Where the logo of a deck stands: large on its cover, small in the foot of all other slides. */
import type { Picture } from "../../domain/deck.ts";
import { measures } from "../measures.ts";
import type { Box } from "./native.ts";

/** A picture on its plate, which is light since a logo may be dark where the slide is. */
export interface LogoPlace {
  readonly plate: Box;
  readonly picture: Box;
}

/** In px. */
const cover = { height: 72, most: 384, padX: 8, padY: 8 };
const foot = { padX: 4, padY: 2, gap: 16 };

export function logoPlaces(picture: Picture, line: Pick<Box, "y" | "height">) {
  const { marginX, marginTop, logoWidth } = measures;
  return {
    cover: place(picture, { ...cover, x: marginX, y: marginTop }),
    foot: place(picture, { ...foot, x: marginX, ...line, most: logoWidth - foot.gap }),
  };
}

interface Frame extends Pick<Box, "x" | "y" | "height"> {
  /** The widest that the plate may be. */
  readonly most: number;
  readonly padX: number;
  readonly padY: number;
}

/** As high as its frame, or less where it would be too wide. */
function place(picture: Picture, { x, y, height, most, padX, padY }: Frame): LogoPlace {
  const scale = Math.min((height - 2 * padY) / picture.height, (most - 2 * padX) / picture.width);
  const width = picture.width * scale;
  const high = picture.height * scale;
  return {
    plate: { x, y, width: width + 2 * padX, height },
    picture: { x: x + padX, y: y + (height - high) / 2, width, height: high },
  };
}
