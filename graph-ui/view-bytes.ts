/**
 * A view as bytes: an eighth of its JSON (`npm run bench -- transfer`).
 *
 * `[u32 length of the header][header: JSON in UTF-8][columns, each aligned to 8 bytes][texts in UTF-8]`. A column holds
 * one property of all nodes or edges, little-endian, in the smallest kind of number that holds it exactly. What else
 * the view carries stands in the header.
 */
import type { View, ViewEdge, ViewNode, ViewNodeType } from './api/contract.ts'
import { edgeKey } from './edge-key.ts'

export const viewMediaType = 'application/vnd.skein.view'

const kinds = { i8: Int8Array, i16: Int16Array, i32: Int32Array, f64: Float64Array } as const
type Kind = keyof typeof kinds
type Column = InstanceType<(typeof kinds)[Kind]>

interface Header {
  version: 1
  nodes: number
  edges: number
  types: string[]
  relations: string[]
  kinds: Kind[]
  /** Lengths of the texts are in UTF-16 units; null where all of them stand behind the columns. */
  texts: string[] | null
  rest: object
}

const columnsOfNodes = 9
const columnsOfEdges = 8

/** @throws Error where an edge ends at no node of the view */
export function encodeView(view: View): Uint8Array<ArrayBuffer> {
  const { nodes, edges, ...rest } = view
  const types = [...new Set(nodes.map(({ type }) => type))]
  const relations = [...new Set(edges.map(({ type }) => type))]
  const typeAt = new Map(types.map((type, i) => [type, i]))
  const relationAt = new Map(relations.map((relation, i) => [relation, i]))
  const nodeAt = new Map(nodes.map(({ key }, i) => [key, i]))
  const end = (key: string): number => {
    const at = nodeAt.get(key)
    if (at === undefined) throw new Error(`An edge ends at ${key}, which the view does not have.`)
    return at
  }
  const packed = [
    pack(nodes, ({ x }) => x),
    pack(nodes, ({ y }) => y),
    pack(nodes, ({ type }) => typeAt.get(type)!),
    pack(nodes, ({ papers }) => papers),
    pack(nodes, ({ year }) => year),
    pack(nodes, ({ lastYear }) => lastYear),
    pack(nodes, ({ community }) => community),
    pack(nodes, ({ key }) => key.length),
    pack(nodes, ({ name }) => name.length),
    pack(edges, ({ source }) => end(source)),
    pack(edges, ({ target }) => end(target)),
    pack(edges, ({ type }) => relationAt.get(type)!),
    pack(edges, ({ papers }) => papers),
    pack(edges, ({ against }) => against),
    pack(edges, ({ confidence }) => confidence),
    pack(edges, ({ firstYear }) => firstYear),
    pack(edges, ({ lastYear }) => lastYear),
  ]
  const texts = [...nodes.map(({ key }) => key), ...nodes.map(({ name }) => name)]
  const joined = texts.join('')
  // Half a character has no bytes in UTF-8.
  const isWhole = !/\p{Surrogate}/u.test(joined)
  const header: Header = {
    version: 1,
    nodes: nodes.length,
    edges: edges.length,
    types,
    relations,
    kinds: packed.map(({ kind }) => kind),
    texts: isWhole ? null : texts,
    rest,
  }
  const head = new TextEncoder().encode(JSON.stringify(header))
  const tail = new TextEncoder().encode(isWhole ? joined : '')
  let length = aligned(4 + head.length)
  for (const { column } of packed) length = aligned(length + column.byteLength)
  const bytes = new Uint8Array(length + tail.length)
  new DataView(bytes.buffer).setUint32(0, head.length, true)
  bytes.set(head, 4)
  let at = aligned(4 + head.length)
  for (const { column } of packed) {
    bytes.set(new Uint8Array(column.buffer), at)
    at = aligned(at + column.byteLength)
  }
  bytes.set(tail, at)
  return bytes
}

/** @throws Error where the bytes are no view */
export function decodeView<V extends View>(bytes: Uint8Array<ArrayBuffer>): V {
  const headLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headLength))) as Header
  if (header.version !== 1) throw new Error(`A view of version ${header.version} cannot be read.`)
  let at = aligned(4 + headLength)
  const columns = header.kinds.map((kind, i): Column => {
    const count = i < columnsOfNodes ? header.nodes : header.edges
    const { BYTES_PER_ELEMENT: size } = kinds[kind]
    const column = new kinds[kind](bytes.slice(at, at + count * size).buffer)
    at = aligned(at + count * size)
    return column
  })
  if (columns.length !== columnsOfNodes + columnsOfEdges) throw new Error('The bytes are no view.')
  const [x, y, type, papers, year, lastYear, community, keyLength, nameLength] = columns as [
    Column,
    Column,
    Column,
    Column,
    Column,
    Column,
    Column,
    Column,
    Column,
  ]
  const textOf = textReader(header.texts, bytes.subarray(at))
  const keys = textOf(keyLength)
  const names = textOf(nameLength)
  const nodes = keys.map(
    (key, i): ViewNode => ({
      key,
      type: header.types[type[i]!] as ViewNodeType,
      name: names[i]!,
      papers: papers[i]!,
      year: known(year, i),
      lastYear: known(lastYear, i),
      x: x[i]!,
      y: y[i]!,
      community: known(community, i),
    }),
  )
  const edges = edgesOf(header, keys, columns.slice(columnsOfNodes))
  return { ...header.rest, nodes, edges } as unknown as V
}

function edgesOf({ relations }: Header, keys: readonly string[], columns: readonly Column[]): ViewEdge[] {
  const [source, target, relation, papers, against, confidence, firstYear, lastYear] = columns as [
    Column,
    Column,
    Column,
    Column,
    Column,
    Column,
    Column,
    Column,
  ]
  return Array.from(source, (from, i) => {
    const ends = { source: keys[from]!, target: keys[target[i]!]! }
    const type = relations[relation[i]!]!
    return {
      key: edgeKey(ends.source, type, ends.target),
      ...ends,
      type,
      papers: papers[i]!,
      against: against[i]!,
      confidence: known(confidence, i),
      firstYear: known(firstYear, i),
      lastYear: known(lastYear, i),
    }
  })
}

/** Reads one text after the other, in the order in which they were written. */
function textReader(given: string[] | null, bytes: Uint8Array<ArrayBuffer>): (lengths: Column) => string[] {
  if (given !== null) {
    let next = 0
    return (lengths) => Array.from(lengths, () => given[next++]!)
  }
  const all = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  let at = 0
  return (lengths) =>
    Array.from(lengths, (length) => {
      at += length
      return all.slice(at - length, at)
    })
}

/** Of each kind the lowest number stands for null. */
const lowest = { i8: -(2 ** 7), i16: -(2 ** 15), i32: -(2 ** 31) } as const

function pack<T>(items: readonly T[], numberOf: (item: T) => number | null): { kind: Kind; column: Column } {
  let [least, most, isWhole] = [0, 0, true]
  for (const item of items) {
    const value = numberOf(item)
    if (value === null) continue
    if (!Number.isInteger(value)) isWhole = false
    if (value < least) least = value
    if (value > most) most = value
  }
  const fits = (kind: keyof typeof lowest) => isWhole && least > lowest[kind] && most < -lowest[kind]
  const kind = (['i8', 'i16', 'i32'] as const).find(fits) ?? 'f64'
  const missing = kind === 'f64' ? Number.NaN : lowest[kind]
  const column = new kinds[kind](items.length)
  items.forEach((item, i) => {
    column[i] = numberOf(item) ?? missing
  })
  return { kind, column }
}

function known(column: Column, i: number): number | null {
  const value = column[i]!
  if (column instanceof Float64Array) return Number.isNaN(value) ? null : value
  const missing = -(2 ** (8 * column.BYTES_PER_ELEMENT - 1))
  return value === missing ? null : value
}

function aligned(length: number): number {
  return Math.ceil(length / 8) * 8
}
