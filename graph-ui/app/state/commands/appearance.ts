/** The same picture looks otherwise. */
import type { Appearance } from '../picture.ts'
import type { CommandKind } from './command-kind.ts'

export interface ChangeAppearance {
  kind: 'appearance'
  change: Partial<Appearance>
}

export const appearance: CommandKind<ChangeAppearance> = {
  apply: (picture, { change }) => ({ ...picture, appearance: { ...picture.appearance, ...change } }),
  describe({ change: { colour, size, edgeWidth, names, shapes } }) {
    if (colour !== undefined) return `Colour by ${colour}`
    if (size !== undefined) return size === 'same' ? 'One size' : `Size by ${sizeNames[size]}`
    if (edgeWidth !== undefined) return edgeWidth === 'same' ? 'Edges of one width' : 'Edge width by papers'
    if (names !== undefined) return `${names[0]!.toUpperCase()}${names.slice(1)} names`
    return shapes ? 'Shapes for types' : 'Discs for all types'
  },
}

const sizeNames = { papers: 'papers', degree: 'degree', pagerank: 'PageRank', betweenness: 'betweenness' }
