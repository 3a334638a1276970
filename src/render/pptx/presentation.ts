/** Native objects to the bytes of a presentation. The one door to pptxgenjs. */
import library from "pptxgenjs";
import { chartData, chartProps } from "./chart-props.ts";
import type { Picture } from "../../domain/deck.ts";
import type { LogoPlace } from "./logo-places.ts";
import type { Layout, NativeDeck } from "./native-deck.ts";
import type { NativeObject } from "./native.ts";
import { tableProps, tableRows } from "./table-props.ts";
import { fonts, lineProps, shapeProps, textBoxProps, textProps } from "./text-props.ts";
import { inches, points } from "./units.ts";

// The types describe the CommonJS build; Node and the bundle load the other, whose default is the class.
const Presentation = library as unknown as typeof library.default;

/** As the library writes it: with the time of day, and not quite valid. */
export async function presentation(deck: NativeDeck): Promise<Uint8Array> {
  const file = new Presentation();
  file.layout = "LAYOUT_WIDE";
  file.title = deck.title;
  file.subject = deck.footer.text;
  file.author = "release-deck";
  file.company = "";
  file.theme = { headFontFace: fonts.text, bodyFontFace: fonts.text };
  for (const layout of deck.layouts) file.defineSlideMaster(master(layout, deck));
  for (const { layout, objects, notes } of deck.slides) {
    const slide = file.addSlide({ masterName: layout });
    for (const object of objects) add(slide, object, deck.language);
    if (notes.length > 0) slide.addNotes(notes.join("\n"));
  }
  return (await file.write({ outputType: "uint8array" })) as Uint8Array;
}

function master({ name, paper, foot: color, logo, bar }: Layout, deck: NativeDeck) {
  const { footer, page } = deck;
  const title = { name: "title", type: "title", align: "left", valign: "top", margin: 0 } as const;
  const font = { color: color ?? paper, fontSize: points(footer.size) };
  const foot = { ...inches(footer.box), ...font, valign: "top", margin: 0 } as const;
  const number = { ...inches(page.box), ...font, align: "right", margin: 0 } as const;
  return {
    title: name,
    background: { color: paper },
    objects: [
      ...logoObjects(logo, deck.logo),
      ...(bar === undefined ? [] : [{ rect: { ...inches(bar.box), fill: { color: bar.color } } }]),
      ...(color === undefined ? [] : [{ text: { text: footer.text, options: foot } }]),
      // Without a place: each slide has its title where its own text wants it.
      { placeholder: { options: title as Place<typeof title>, text: "Title" } },
    ],
    ...(color === undefined ? {} : { slideNumber: number }),
  };
}

type Place<Options> = Options & Pick<library.default.PlaceholderProps, "x" | "y" | "w" | "h">;

function logoObjects(place: LogoPlace | undefined, logo: Picture | undefined) {
  if (place === undefined || logo === undefined) return [];
  const plate = { ...inches(place.plate), fill: { color: "FFFFFF" } };
  const data = `${logo.mediaType};base64,${logo.base64}`;
  return [{ rect: plate }, { image: { ...inches(place.picture), data } }];
}

function add(slide: library.default.Slide, object: NativeObject, lang: string): void {
  switch (object.kind) {
    case "text": {
      const { paragraphs } = object;
      // The types do not know `custGeom`.
      const shape = (object.shape ?? "rect") as library.default.SHAPE_NAME;
      const look = shapeProps(object);
      if (paragraphs.length === 0) slide.addShape(shape, look);
      else {
        const text = { ...look, ...textBoxProps(object), shape, lang };
        slide.addText(paragraphs.flatMap(textProps), text);
      }
      break;
    }
    case "line":
      slide.addShape("line", lineProps(object));
      break;
    case "table":
      slide.addTable(tableRows(object, lang), tableProps(object));
      break;
    case "chart":
      slide.addChart("bar", chartData(object), { ...chartProps(object), lang });
      break;
    default:
      object satisfies never;
  }
}
