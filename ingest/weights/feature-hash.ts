/** Features of the models are hashes of a template and its values: no text is built for them, which is most of the speed. */

/** FNV-1a, cut to 30 bits so that it stays a small integer. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) & 0x3fffffff
}

/** The hash of a template with up to three values, each a small number or a hash. */
export function feature(template: number, first = 0, second = 0, third = 0): number {
  let hash = Math.imul(template ^ 0x2545f491, 0x9e3779b1)
  hash = Math.imul(hash ^ (hash >>> 15) ^ first, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13) ^ second, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 16) ^ third, 0x27d4eb2f)
  return (hash ^ (hash >>> 15)) & 0x3fffffff
}

/** Templates by name: `templates('left', 'right').left` is the hash of "left". */
export function templates<Name extends string>(...names: Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, hashText(name)])) as Record<Name, number>
}
