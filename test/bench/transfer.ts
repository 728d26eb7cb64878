import { setTimeout as sleep } from 'node:timers/promises'
import type { View } from '../../graph-ui/api/contract.ts'
import { layOutLarge } from '../../graph-ui/api/graph/large-layout.ts'
import type { PlacelessView } from '../../graph-ui/api/graph/view-parts.ts'
import { decodeView, encodeView } from '../../graph-ui/view-bytes.ts'
import { type Benchmark, median } from './benchmark.ts'
import { generatedConcepts } from './generated-graph.ts'

const sizes = [2000, 12_000, 60_000]
const repeats = 5

export const transfer: Benchmark = {
  name: 'transfer',
  question:
    'What does a large view cost as JSON and as bytes, and how long does its layout keep the server waiting?',
  async run() {
    const rows: Record<string, string | number>[] = []
    for (const size of sizes) {
      const placeless = generatedConcepts(size)
      const { places, seconds, longest } = await laidOut(placeless)
      const view: View = {
        nodes: placeless.nodes.map((node) => ({ ...node, ...places.get(node.key)!, community: null })),
        edges: placeless.edges,
      }
      const encoder = new TextEncoder()
      const decoder = new TextDecoder()
      const json = timed(
        () => encoder.encode(JSON.stringify(view)),
        (bytes) => JSON.parse(decoder.decode(bytes)) as View,
      )
      const bytes = timed(
        () => encodeView(view),
        (encoded) => decodeView(encoded),
      )
      const common = { nodes: size, edges: view.edges.length }
      rows.push({ ...common, as: 'JSON', ...json })
      rows.push({
        ...common,
        as: 'bytes',
        ...bytes,
        'layout, s': seconds,
        'server waits at most, ms': longest,
      })
    }
    return rows
  },
}

function timed(encode: () => Uint8Array<ArrayBuffer>, decode: (bytes: Uint8Array<ArrayBuffer>) => View) {
  const [encoding, decoding]: [number[], number[]] = [[], []]
  let bytes = encode()
  for (let i = 0; i < repeats; i++) {
    const started = performance.now()
    bytes = encode()
    const encoded = performance.now()
    decode(bytes)
    encoding.push(encoded - started)
    decoding.push(performance.now() - encoded)
  }
  return {
    MB: Math.round(bytes.length / 10_000) / 100,
    'encode, ms': Math.round(median(encoding)),
    'decode, ms': Math.round(median(decoding)),
  }
}

/** The longest time for which nothing else got its turn. */
async function laidOut(view: PlacelessView) {
  let [longest, isOver] = [0, false]
  const watching = (async () => {
    for (let last = performance.now(); !isOver; last = performance.now()) {
      await sleep(1)
      longest = Math.max(longest, performance.now() - last)
    }
  })()
  const started = performance.now()
  const places = await layOutLarge(view, null)
  const seconds = Math.round((performance.now() - started) / 100) / 10
  isOver = true
  await watching
  return { places, seconds, longest: Math.round(longest) }
}
