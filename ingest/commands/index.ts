import type { Command } from './command.ts'

export interface CommandEntry {
  name: string
  /** One line for the list of commands. */
  summary: string
  /** Loaded when asked for, so that a query does not wait for what only an ingest needs. */
  load(): Promise<Command>
}

/** In the order of the help. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'start',
    summary: 'load papers and open the explorer on them, in one go',
    load: async () => (await import('./start.ts')).start,
  },
  {
    name: 'ingest',
    summary: 'read papers into the graph',
    load: async () => (await import('./ingest.ts')).ingest,
  },
  {
    name: 'serve',
    summary: 'open the explorer on a graph',
    load: async () => (await import('./serve.ts')).serve,
  },
  {
    name: 'query',
    summary: 'ask the graph in Cypher',
    load: async () => (await import('./query.ts')).query,
  },
  {
    name: 'explain',
    summary: 'say why names are one concept, and others are not',
    load: async () => (await import('./explain.ts')).explain,
  },
  {
    name: 'export',
    summary: 'write the graph, or a part of it, for other programs',
    load: async () => (await import('./export.ts')).exportGraph,
  },
  {
    name: 'stats',
    summary: 'count what the graph holds',
    load: async () => (await import('./stats.ts')).stats,
  },
  {
    name: 'remove',
    summary: 'take papers out of the graph',
    load: async () => (await import('./remove.ts')).remove,
  },
  {
    name: 'extract',
    summary: 'print what is read out of papers, without a store',
    load: async () => (await import('./extract.ts')).extract,
  },
  {
    name: 'eval',
    summary: 'measure extraction on an annotated benchmark',
    load: async () => (await import('./eval.ts')).evaluate,
  },
  {
    name: 'train',
    summary: 'train the models anew, on the benchmarks or on your own annotations',
    load: async () => (await import('./train.ts')).train,
  },
]
