/**
 * `npm run screenshots`: every view of the bundled sample at two sizes, light and dark, into test/results/screenshots.
 * An address as argument takes them from a running explorer instead.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openStore } from '../../shared/graph-store/index.ts'
import { packageRoot } from '../../shared/package-root.ts'
import { launchBrowser } from '../setup/browser.ts'
import { serveStore } from '../setup/explorer.ts'
import { skein, temporaryFolder } from '../setup/skein.ts'
import { edgeButton, inView, openConcept } from './actions.ts'

const folder = join(packageRoot, 'test/results/screenshots')
const sample = join(packageRoot, 'ingest/sample/landmark-papers.jsonl')
const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
]
const phone = { width: 390, height: 844 }

interface Shot {
  name: string
  take(page: Page): Promise<void>
}

const shots: Shot[] = [
  { name: 'landscape', take: async () => {} },
  {
    name: 'search',
    take: async (page) => {
      await page.keyboard.press('/')
      await page.keyboard.type('trasnformer')
      await page.getByRole('option').first().waitFor()
    },
  },
  {
    name: 'landscape-evidence',
    take: async (page) => {
      await inView(page).getByRole('button', { name: 'BERT', exact: true }).click()
      await edgeButton(page, /is evaluated on\s*GLUE/).click()
      await page.locator('mark').first().waitFor()
    },
  },
  { name: 'concept', take: (page) => openConcept(page, 'Transformer') },
  {
    name: 'evidence',
    take: async (page) => {
      await openConcept(page, 'ResNet')
      await edgeButton(page, /outperform/)
        .first()
        .click()
      await page.locator('mark').first().waitFor()
    },
  },
  {
    name: 'paper',
    take: async (page) => {
      await openConcept(page, 'BERT')
      await page.getByRole('region', { name: 'Introduced by' }).getByRole('button').first().click()
      await page.getByRole('region', { name: 'Abstract' }).waitFor()
    },
  },
  {
    name: 'cypher',
    take: async (page) => {
      await page.getByRole('button', { name: 'Cypher' }).click()
      await page.getByLabel('Examples').selectOption('3')
      await page.getByRole('table').waitFor()
    },
  },
]

/** The sample, read by the command as built and served. */
async function startSample(): Promise<{ url: string; close(): Promise<void> }> {
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: packageRoot, stdio: 'inherit' })
  const { path, remove } = temporaryFolder()
  const store = join(path, 'sample.db')
  const { code, stderr } = await skein(['ingest', sample, '--store', store])
  if (code !== 0) throw new Error(stderr)
  const explorer = await serveStore(await openStore(store))
  return { url: explorer.url, close: () => explorer.close().finally(remove) }
}

const address = process.argv[2]
const explorer = address ? { url: address, close: async () => {} } : await startSample()
const browser = await launchBrowser()
mkdirSync(folder, { recursive: true })
try {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const viewport of [...sizes, phone]) {
      const context = await browser.newContext({ viewport, colorScheme, deviceScaleFactor: 1 })
      for (const { name, take } of shots) {
        // On a phone there is no room for queries, nor for the list.
        if (viewport === phone && /cypher|landscape-evidence/.test(name)) continue
        const page = await context.newPage()
        await page.goto(explorer.url)
        await page.getByText('Landscape', { exact: true }).waitFor()
        await take(page)
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
