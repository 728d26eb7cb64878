import { bibtex } from './bibtex.ts'
import { csv } from './csv.ts'
import { cypher } from './cypher.ts'
import type { Exporter } from './exporter.ts'
import { gexf } from './gexf.ts'
import { graphml } from './graphml.ts'
import { graphology, nodeLink } from './json.ts'
import { turtle } from './turtle.ts'

/** Every format, in the order in which people are shown them. */
export const exporters: readonly Exporter[] = [
  graphml,
  gexf,
  graphology,
  nodeLink,
  csv,
  cypher,
  turtle,
  bibtex,
]

export type { ExportableGraph, Exporter, ExportPart } from './exporter.ts'
export { papersBehind } from './papers-behind.ts'
export { exportable, graphOfResult } from './query-graph.ts'
