/** The key of an edge in a view; apart, since the page makes it too. */
export function edgeKey(source: string, type: string, target: string): string {
  return JSON.stringify([source, type, target])
}
