/**
 * `npm run screenshots`: every view of the bundled sample at three sizes, light and dark, into test/results/screenshots,
 * and the pictures of the README. An address as argument takes the views from a running explorer instead.
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
import { readmeViews } from './views/readme.ts'
import type { View } from './views/view.ts'

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

async function picture({ arrive }: View, size: Size, colorScheme: 'light' | 'dark', path: string) {
  const page = await browser.newPage({ viewport: sizes[size], colorScheme, deviceScaleFactor: 1 })
  await openLandscape(page, explorer.url)
  await arrive(page)
  await page.waitForTimeout(700)
  await page.screenshot({ path })
  await page.close()
}

mkdirSync(folder, { recursive: true })
try {
  if (!address)
    for (const view of readmeViews)
      await picture(view, 'wide', 'light', join(packageRoot, `graph-ui/screenshots/${view.name}.png`))
  for (const view of views)
    for (const size of view.sizes)
      for (const colours of ['light', 'dark'] as const)
        await picture(view, size, colours, join(folder, `${view.name}-${sizes[size].width}-${colours}.png`))
} finally {
  await browser.close()
  await explorer.close()
}
