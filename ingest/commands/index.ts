import type { Command } from './command.ts'
import { evaluate } from './eval.ts'
import { exportGraph } from './export.ts'
import { extract } from './extract.ts'
import { ingest } from './ingest.ts'
import { query } from './query.ts'
import { remove } from './remove.ts'
import { serve } from './serve.ts'
import { start } from './start.ts'
import { stats } from './stats.ts'

/** In the order of the help. */
export const commands: readonly Command[] = [
  start,
  ingest,
  serve,
  query,
  exportGraph,
  stats,
  remove,
  extract,
  evaluate,
]
