/** An element of the file. Names are as `entry`, `blogger:type`, `wp:post_id`: one prefix for each vocabulary, whatever the file calls it. */
export type Element = {
  name: string
  attributes: Record<string, string>
  children: Element[]
  text: string
}

export function child(element: Element, name: string): Element | undefined {
  return element.children.find((one) => one.name === name)
}

export function all(element: Element, name: string): Element[] {
  return element.children.filter((one) => one.name === name)
}

/** The text of a direct child, without the spaces around it; empty where there is none. */
export function textOf(element: Element, name: string): string {
  return child(element, name)?.text.trim() ?? ''
}
