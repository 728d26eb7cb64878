/** Where a slider over numbers of papers stops: each one, then ever larger steps; the last is what there is at most. */
const stops = [0, 2, 3, 4, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 500, 700]

/** @param present a value that has to be among them */
export function stopsUpTo(most: number, present: number): number[] {
  const thousands = Array.from({ length: Math.floor(most / 1000) }, (_, i) => 1000 * (i + 1))
  const all = new Set([...stops, ...thousands].filter((stop) => stop <= most))
  return [...all.add(0).add(present)].sort((a, b) => a - b)
}
