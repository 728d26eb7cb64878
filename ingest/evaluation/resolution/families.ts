/**
 * Puts together what is linked in a chain.
 * @param chains lists of links; those of one list belong together
 * @returns a name for the family of a link, the same for all of it
 */
export function familiesOf(chains: string[][]): (link: string) => string {
  const parent = new Map<string, string>()
  const rootOf = (link: string): string => {
    let root = link
    for (let next = parent.get(root); next !== undefined; next = parent.get(root)) root = next
    return root
  }
  for (const [first, ...more] of chains) {
    for (const link of more) {
      const [a, b] = [rootOf(first!), rootOf(link)]
      if (a !== b) parent.set(b, a)
    }
  }
  return rootOf
}
