/** What a browser would build from an HTML file, as parse5 reads it. */
import { type DefaultTreeAdapterTypes as Tree, parse } from "parse5";

/** All elements in document order. */
export function elementsOf(html: string): readonly Tree.Element[] {
  return descendants(parse(html));
}

/** Tags and the names of their attributes in nested brackets, without any text or value. */
export function skeletonOf(html: string): string {
  return elementSkeleton(parse(html));
}

export function attributeOf(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** All text in it. */
export function textOf(node: Tree.Node): string {
  if (node.nodeName === "#text") return (node as Tree.TextNode).value;
  return childrenOf(node).map(textOf).join("");
}

function elementSkeleton(node: Tree.Node): string {
  return childrenOf(node)
    .filter(isElement)
    .map(({ tagName, attrs, ...rest }) => {
      const names = attrs.map(({ name }) => name).join(" ");
      return `${tagName}[${names}](${elementSkeleton(rest as Tree.Element)})`;
    })
    .join("");
}

function descendants(node: Tree.Node): readonly Tree.Element[] {
  return childrenOf(node)
    .filter(isElement)
    .flatMap((element) => [element, ...descendants(element)]);
}

function childrenOf(node: Tree.Node): readonly Tree.ChildNode[] {
  return "childNodes" in node ? node.childNodes : [];
}

function isElement(node: Tree.Node): node is Tree.Element {
  return "tagName" in node;
}
