import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startServer } from '../../graph-ui/api/index.ts'
import type { GraphStore } from '../../shared/graph-store/store.ts'
import { fieldDelta } from '../fixtures/field.ts'
import { lacksBrowser, launchBrowser } from '../setup/browser.ts'
import { startExplorer } from '../setup/explorer.ts'
import { nodeCount, openConcept } from './actions.ts'

describe.skipIf(lacksBrowser())('the explorer where there is little to show', () => {
  let browser: Browser
  let page: Page
  const complaints: string[] = []
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
  })
  beforeEach(async () => {
    complaints.length = 0
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    page.on('pageerror', (error) => complaints.push(String(error)))
  })
  afterEach(async () => {
    await page.close()
    expect(complaints).toEqual([])
  })

  it('says of an empty graph how to fill it', async () => {
    const explorer = await startExplorer(async () => {})
    try {
      await page.goto(explorer.url)
      await page.getByRole('heading', { name: 'No papers yet' }).waitFor()
      await page.getByText(/^skein ingest my-papers\.bib --store /).waitFor()
      await page.getByRole('combobox').fill('anything')
      await page.getByText('Nothing here is called “anything”.').waitFor()
    } finally {
      await explorer.close()
    }
  })

  it('shows the papers of a graph that is too small for a landscape of concepts', async () => {
    const few = new Set(['Paper/doi:10.1000/alex', 'Concept/Method:alexnet', 'Concept/Dataset:imagenet'])
    const has = ({ label, id }: { label: string; id: string }) => few.has(`${label}/${id}`)
    const explorer = await startExplorer((store: GraphStore) =>
      store.apply({
        ...fieldDelta,
        nodes: fieldDelta.nodes.filter(has),
        relationships: fieldDelta.relationships.filter(({ from, to }) => has(from) && has(to)),
      }),
    )
    try {
      await page.goto(explorer.url)
      await page.getByRole('heading', { name: '1 paper, read' }).waitFor()
      await expect.poll(() => nodeCount(page)).toBe(3)
    } finally {
      await explorer.close()
    }
  })

  it('says so when the server is gone, and leaves the picture as it was', async () => {
    const explorer = await startExplorer((store) => store.apply(fieldDelta))
    let closed = false
    try {
      await page.goto(explorer.url)
      await page.getByRole('main', { name: 'Picture: Landscape' }).waitFor()
      await openConcept(page, 'ResNet')
      const before = await nodeCount(page)
      await explorer.close()
      closed = true
      await page.getByRole('button', { name: 'Expand' }).click()
      await page.getByRole('alert').getByText('Skein does not answer.').waitFor()
      expect(await nodeCount(page)).toBe(before)
      await page.getByRole('button', { name: 'Dismiss' }).click()
      await page.getByRole('alert').waitFor({ state: 'detached' })
    } finally {
      if (!closed) await explorer.close()
    }
  })

  it('says that papers have come through another process, and shows them when asked to', async () => {
    const late = ({ label, id }: { label: string; id: string }) =>
      label === 'Paper' && id === 'doi:10.1000/alex'
    const has = (key: { label: string; id: string }) => !late(key)
    const explorer = await startExplorer((store) =>
      store.apply({
        ...fieldDelta,
        nodes: fieldDelta.nodes.filter(has),
        relationships: fieldDelta.relationships.filter(({ from, to }) => has(from) && has(to)),
      }),
    )
    const lookAgain = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    try {
      await page.goto(explorer.url)
      await page.getByRole('heading', { name: '7 papers, read' }).waitFor()
      await openConcept(page, 'ResNet')
      const before = await nodeCount(page)
      const line = page.getByText('New papers are in the graph.')
      const [answer] = await Promise.all([page.waitForResponse(/api\/stats/), lookAgain()])
      expect(answer.status()).toBe(200)
      expect(await line.count()).toBe(0)
      await explorer.store.apply(fieldDelta)
      await lookAgain()
      await line.waitFor()
      expect(await nodeCount(page)).toBe(before)
      await page.getByRole('heading', { level: 2, name: 'ResNet' }).waitFor()
      await page.getByRole('button', { name: 'Reload' }).click()
      await page.getByRole('heading', { name: '8 papers, read' }).waitFor()
      await line.waitFor({ state: 'detached' })
      await page.getByRole('combobox').fill('alex')
      await page.getByRole('option').first().waitFor()
    } finally {
      await explorer.close()
    }
  })

  it('asks for the token of a server that is open to others, or takes it from the address', async () => {
    const explorer = await startExplorer((store) => store.apply(fieldDelta))
    const token = 'secret of the tests'
    const { store } = explorer
    const open = await startServer({
      store,
      storeUrl: 'x',
      host: '0.0.0.0',
      port: 0,
      token,
      gatewayToken: token,
    })
    try {
      await page.goto(open.url)
      await page.getByRole('heading', { name: 'This graph needs a token' }).waitFor()
      await page.getByLabel('Token').fill(token)
      await page.getByRole('button', { name: 'Open' }).click()
      await page.getByRole('main', { name: 'Picture: Landscape' }).waitFor()
      const other = await browser.newPage()
      await other.goto(`${open.url}#token=${encodeURIComponent(token)}`)
      await other.getByRole('main', { name: 'Picture: Landscape' }).waitFor()
      expect(other.url()).not.toContain('token')
      await other.close()
    } finally {
      await open.close()
      await explorer.close()
    }
  })
})
