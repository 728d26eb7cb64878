import { UsageError } from '../../shared/errors.ts'
import type { QueryResult } from '../../shared/graph-store/store.ts'
import { type Command, storeOption } from './command.ts'
import { openForReading, openForWriting, storeUrl, withStore } from './open-store.ts'
import { toCsv, toTable } from './result-formats.ts'
import { stopOnInterrupt } from './stop-signal.ts'

const formats = ['table', 'json', 'csv'] as const

export const query: Command = {
  name: 'query',
  usage: 'query CYPHER [options]',
  description: `Runs one Cypher query and prints its rows. It may only read, unless --write is given.
"-" reads the query from standard input.`,
  options: {
    params: { type: 'string', value: 'JSON', help: 'parameters: \'{"name":"LoRA"}\' for $name' },
    format: { type: 'string', value: 'FORMAT', help: 'table (default on a terminal), json or csv' },
    limit: { type: 'string', value: 'N', help: 'rows to print at most (default 10000)' },
    timeout: { type: 'string', value: 'SECONDS', help: 'deadline (default 60)' },
    write: { type: 'boolean', help: 'let the query change the graph' },
    ...storeOption,
  },
  examples: [
    {
      line: `skein query "MATCH (m:Method)-[r:OUTPERFORMS]->(:Method {name:'BERT'}) RETURN m.name, r.papers"`,
      does: 'what claims to beat BERT, and in how many papers',
    },
    {
      line: `skein query 'MATCH (p:Paper)-[:INTRODUCES]->(c {name:$name}) RETURN p.title' --params '{"name":"BERT"}' --format json`,
      does: 'who introduced BERT, for a script',
    },
  ],
  async run(args) {
    const cypher = await queryText(args.positionals)
    const params = parseParams(args.text('params'))
    const format = args.choice('format', formats, process.stdout.isTTY ? 'table' : 'json')
    const { signal, release } = stopOnInterrupt('Stopping the query (Ctrl-C again stops at once) …')
    const options = {
      mode: args.flag('write') ? ('write' as const) : ('read' as const),
      timeoutMs: args.integer('timeout', 60, 1, 86_400) * 1000,
      maxRows: args.integer('limit', 10_000, 1, 10_000_000),
      signal,
    }
    const url = storeUrl(args)
    const open = options.mode === 'write' ? openForWriting(url) : openForReading(url)
    const result = await withStore(open, (store) => store.query(cypher, params, options)).finally(release)
    process.stdout.write(render(result, format))
    if (result.truncated && format !== 'json') {
      process.stderr.write(`Only the first ${options.maxRows} rows; --limit N gives more.\n`)
    }
  },
}

async function queryText(positionals: string[]): Promise<string> {
  const [first, ...more] = positionals
  if (first === undefined) throw new UsageError('Which query? See: skein query --help')
  if (more.length > 0) throw new UsageError('Put the query in quotes: it has to be one argument.')
  if (first !== '-') return first
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function parseParams(json: string | null): Record<string, unknown> {
  if (json === null) return {}
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  } catch (error) {
    throw new UsageError(`--params is not valid JSON: ${(error as Error).message}`)
  }
  throw new UsageError(`--params takes a JSON object such as {"name":"LoRA"}, not ${json}`)
}

function render(result: QueryResult, format: (typeof formats)[number]): string {
  if (format === 'csv') return toCsv(result)
  if (format === 'table') return toTable(result, process.stdout.columns ?? 120)
  const { columns, rows, truncated } = result
  return `${JSON.stringify({ columns, rows, truncated })}\n`
}
