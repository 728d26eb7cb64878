import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { packageRoot } from '../../shared/package-root.ts'
import { temporaryFolder } from '../setup/skein.ts'
import type { Benchmark } from './benchmark.ts'

const mostKilobytes = 350

export const bundle: Benchmark = {
  name: 'bundle',
  question: `How much does a browser load, compressed: first (at most ${mostKilobytes} kB), and later for each panel?`,
  async run() {
    const { path, remove } = temporaryFolder()
    try {
      const root = join(packageRoot, 'graph-ui')
      await build({
        configFile: join(root, 'vite.config.ts'),
        logLevel: 'error',
        build: { outDir: path, emptyOutDir: true },
      })
      const index = readFileSync(join(path, 'index.html'), 'utf8')
      const files = readdirSync(join(path, 'assets')).sort()
      const sizes = files.map((file) => ({
        file,
        bytes: gzipSync(readFileSync(join(path, 'assets', file))).length,
      }))
      const first = sizes.filter(({ file }) => index.includes(file))
      const later = sizes.filter(({ file }) => !index.includes(file))
      const sum = first.reduce((all, { bytes }) => all + bytes, gzipSync(index).length)
      return [
        {
          loaded: `first, all together: ${sum / 1000 <= mostKilobytes ? 'within' : 'ABOVE'} the limit`,
          'gzip, kB': kilobytes(sum),
        },
        ...first.map(({ file, bytes }) => ({ loaded: `first: ${file}`, 'gzip, kB': kilobytes(bytes) })),
        ...later.map(({ file, bytes }) => ({ loaded: `later: ${file}`, 'gzip, kB': kilobytes(bytes) })),
      ]
    } finally {
      remove()
    }
  },
}

function kilobytes(bytes: number): number {
  return Math.round(bytes / 100) / 10
}
