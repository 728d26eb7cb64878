/**
 * `npm run screenshots`: every view of the bundled sample at three sizes, light and dark, into test/results/screenshots.
 * An address as argument takes them from a running explorer instead.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '../../shared/graph-store/index.ts'
import { packageRoot } from '../../shared/package-root.ts'
import { launchWholeBrowser } from '../setup/browser.ts'
import { serveStore } from '../setup/explorer.ts'
import { skein, temporaryFolder } from '../setup/skein.ts'
import { openLandscape } from './actions.ts'
import { offersPapers, type Size, sizes, views } from './views/index.ts'

const folder = join(packageRoot, 'test/results/screenshots')
const sample = join(packageRoot, 'ingest/sample/landmark-papers.jsonl')
/** The sample, read by the command as built and served. */
async function startSample(): Promise<{ url: string; close(): Promise<void> }> {
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: packageRoot, stdio: 'inherit' })
  const { path, remove } = temporaryFolder()
  const store = join(path, 'sample.db')
  const { code, stderr } = await skein(['ingest', sample, '--store', store])
  if (code !== 0) throw new Error(stderr)
  const opened = await openStore(store)
  const explorer = await serveStore(opened, offersPapers(opened))
  return { url: explorer.url, close: () => explorer.close().finally(remove) }
}

const address = process.argv[2]
const explorer = address ? { url: address, close: async () => {} } : await startSample()
const browser = await launchWholeBrowser()
mkdirSync(folder, { recursive: true })
try {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [size, viewport] of Object.entries(sizes)) {
      const context = await browser.newContext({ viewport, colorScheme, deviceScaleFactor: 1 })
      for (const { name, arrive } of views.filter((view) => view.sizes.includes(size as Size))) {
        const page = await context.newPage()
        await openLandscape(page, explorer.url)
        await arrive(page)
        await page.waitForTimeout(700)
        await page.screenshot({ path: join(folder, `${name}-${viewport.width}-${colorScheme}.png`) })
        await page.close()
      }
      await context.close()
    }
  }
} finally {
  await browser.close()
  await explorer.close()
}
