/** XML as a stream of elements. The one door to saxes. */
import { SaxesParser } from "saxes";
import { malformedReport } from "./report.ts";

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * Calls `enter` with every element and the names of those around it, the root first. Nothing is
 * fetched or expanded: a document that declares entities of its own is refused. Throws a SourceError.
 */
export function readXml(
  text: string,
  path: string,
  enter: (element: XmlElement, around: readonly string[]) => void,
): void {
  const parser = new SaxesParser();
  const around: string[] = [];
  const refuse = (fault: string) => {
    throw malformedReport(path, `line ${parser.line}: ${fault}`);
  };
  parser.on("error", () => refuse("this is no XML"));
  parser.on("doctype", (doctype) => {
    if (doctype.includes("[")) refuse("it declares entities, which are not read");
  });
  parser.on("opentag", (element) => {
    enter(element, around);
    around.push(element.name);
  });
  parser.on("closetag", () => around.pop());
  parser.write(text).close();
}
