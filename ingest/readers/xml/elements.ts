/** A small tree of one record, and what readers ask of it. Names are without their namespace prefix. */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  content: (XmlElement | string)[]
  line: number
}

export function childrenOf(element: XmlElement | null, name: string): XmlElement[] {
  if (!element) return []
  return element.content.filter((part): part is XmlElement => typeof part !== 'string' && part.name === name)
}

/** The first element down a path of names, or null. */
export function find(element: XmlElement | null, ...path: string[]): XmlElement | null {
  let current = element
  for (const name of path) current = childrenOf(current, name)[0] ?? null
  return current
}

/** Every element of a name below, in document order. */
export function* descendants(element: XmlElement | null, name: string): Generator<XmlElement> {
  for (const part of element?.content ?? []) {
    if (typeof part === 'string') continue
    if (part.name === name) yield part
    yield* descendants(part, name)
  }
}

/** Elements that stand on a line of their own; text does not run on over their ends. */
const blocks = new Set(
  'p sec title div head br break AbstractText list list-item item disp-formula abstract label'.split(' '),
)
/** The same content in another notation, or no text at all. */
const unread = new Set(['tex-math', 'annotation', 'annotation-xml', 'graphic', 'note'])

/** The text of an element and all below it, white space as it stands; null where there is no element. */
export function textOf(element: XmlElement | null): string | null {
  if (!element) return null
  let text = ''
  for (const part of element.content) {
    if (typeof part === 'string') text += part
    else if (!unread.has(part.name)) {
      const inner = textOf(part)!
      text += blocks.has(part.name) ? ` ${inner} ` : inner
    }
  }
  return text
}

/** The text down a path of names, or null. */
export function textAt(element: XmlElement | null, ...path: string[]): string | null {
  return textOf(find(element, ...path))
}

export function textsOf(elements: Iterable<XmlElement>): string[] {
  return [...elements].map((element) => textOf(element)!.trim()).filter((text) => text !== '')
}
