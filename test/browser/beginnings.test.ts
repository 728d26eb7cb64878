import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { startServer } from '../../graph-ui/api/index.ts'
import type { GraphStore } from '../../shared/graph-store/store.ts'
import { fieldDelta } from '../fixtures/field.ts'
import { lacksBrowser } from '../setup/browser.ts'
import { nodeCount, openConcept } from './actions.ts'
import { expectNoViolation } from './axe.ts'
import { explorerPage } from './page.ts'
import { sizes } from './views/index.ts'

describe.skipIf(lacksBrowser())('the explorer where there is little to show', () => {
  const here = explorerPage(null, {
    // Servers that are gone, or ask for a token, are part of these tests; the browser reports each.
    expected: /Failed to load resource/,
  })
  let page: Page
  beforeEach(() => {
    page = here.page
  })

  it('says of an empty graph how to fill it', async () => {
    const explorer = await here.serve(async () => {})
    await page.goto(explorer.url)
    await page.getByRole('heading', { name: 'No papers yet' }).waitFor()
    await page.getByText(/^skein ingest my-papers\.bib --store /).waitFor()
    await page.getByRole('combobox').fill('anything')
    await page.getByText('Nothing here is called “anything”.').waitFor()
  })

  it('says so on a phone too', async () => {
    const { url } = await here.serve(async () => {})
    await page.setViewportSize(sizes.phone)
    await page.goto(url)
    await page.getByText(/^skein ingest my-papers\.bib --store /).waitFor()
    for (const words of ['No papers yet', /^skein ingest/, /^BibTeX, RIS/]) {
      const { y, height } = (await page.getByText(words).boundingBox())!
      expect(y).toBeGreaterThan(0)
      expect(y + height).toBeLessThan(sizes.phone.height)
    }
  })

  it('shows the papers of a graph that is too small for a landscape of concepts', async () => {
    const few = new Set(['Paper/doi:10.1000/alex', 'Concept/Method:alexnet', 'Concept/Dataset:imagenet'])
    const has = ({ label, id }: { label: string; id: string }) => few.has(`${label}/${id}`)
    const explorer = await here.serve((store: GraphStore) =>
      store.apply({
        ...fieldDelta,
        nodes: fieldDelta.nodes.filter(has),
        relationships: fieldDelta.relationships.filter(({ from, to }) => has(from) && has(to)),
      }),
    )
    await page.goto(explorer.url)
    await page.getByRole('heading', { name: '1 paper, read' }).waitFor()
    await expect.poll(() => nodeCount(page)).toBe(3)
  })

  it('says so when the server is gone, and leaves the picture as it was', async () => {
    const explorer = await here.serve((store) => store.apply(fieldDelta))
    await page.goto(explorer.url)
    await page.getByRole('main', { name: 'Picture: Landscape' }).waitFor()
    await openConcept(page, 'ResNet')
    const before = await nodeCount(page)
    await explorer.close()
    await page.getByRole('button', { name: 'Expand' }).click()
    await page.getByRole('main').getByRole('alert').getByText('Skein does not answer.').waitFor()
    expect(await nodeCount(page)).toBe(before)
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await page.getByRole('main').getByRole('alert').waitFor({ state: 'detached' })
  })

  it('says that papers have come through another process, and shows them when asked to', async () => {
    const late = ({ label, id }: { label: string; id: string }) =>
      label === 'Paper' && id === 'doi:10.1000/alex'
    const has = (key: { label: string; id: string }) => !late(key)
    const explorer = await here.serve((store) =>
      store.apply({
        ...fieldDelta,
        nodes: fieldDelta.nodes.filter(has),
        relationships: fieldDelta.relationships.filter(({ from, to }) => has(from) && has(to)),
      }),
    )
    const lookAgain = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
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
  })

  it('asks for the token of a server that is open to others, or takes it from the address', async () => {
    const explorer = await here.serve((store) => store.apply(fieldDelta))
    const token = 'secret of the tests'
    const { store } = explorer
    const open = await startServer({
      store,
      storeUrl: 'x',
      host: '0.0.0.0',
      port: 0,
      token,
      gatewayToken: token,
      ingest: null,
      keepFolder: null,
    })
    try {
      const asked = await here.openPage({ bypassCSP: true })
      await asked.goto(open.url)
      await asked.getByRole('heading', { name: 'This graph needs a token' }).waitFor()
      await expectNoViolation(asked)
      await asked.keyboard.type('a guess')
      await asked.keyboard.press('Enter')
      await asked.getByRole('alert').getByText('The token that was given is another one.').waitFor()
      await asked.keyboard.type(token)
      await asked.keyboard.press('Enter')
      await asked.getByRole('main', { name: 'Picture: Landscape' }).waitFor()
      const other = await here.openPage({})
      await other.goto(`${open.url}#token=${encodeURIComponent(token)}`)
      await other.getByRole('main', { name: 'Picture: Landscape' }).waitFor()
      expect(other.url()).not.toContain('token')
    } finally {
      await open.close()
    }
  })
})
