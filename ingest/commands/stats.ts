import { stats as readStats } from '../../shared/graph-store/reads.ts'
import { type Command, storeOption } from './command.ts'
import { openForReading, storeUrl, withStore } from './open-store.ts'

export const stats: Command = {
  name: 'stats',
  usage: 'stats [options]',
  description:
    'Counts nodes by label and relationships by type. A concept has two labels, so labels add up to more.',
  options: { json: { type: 'boolean', help: 'print JSON' }, ...storeOption },
  examples: [{ line: 'skein stats --store my-field.db', does: 'how large the graph is' }],
  async run(args) {
    const counts = await withStore(openForReading(storeUrl(args)), readStats)
    if (args.flag('json')) {
      process.stdout.write(`${JSON.stringify(counts)}\n`)
      return
    }
    const section = (title: string, total: number, parts: Record<string, number>) => {
      const names = Object.keys(parts)
      const width = Math.max(title.length + 2, ...names.map((name) => name.length + 4))
      const line = (name: string, n: number) =>
        `${name.padEnd(width)}${n.toLocaleString('en').padStart(12)}\n`
      return line(title, total) + names.map((name) => line(`  ${name}`, parts[name]!)).join('')
    }
    process.stdout.write(section('nodes', counts.nodes.total, counts.nodes.byLabel))
    process.stdout.write(section('relationships', counts.relationships.total, counts.relationships.byType))
  },
}
