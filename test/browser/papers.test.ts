/** Papers are brought in from the page: dropped, chosen and pasted. */
import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { ingestInto } from '../../ingest/ingest.ts'
import { shippedModels } from '../../ingest/model-files.ts'
import { parseOverrides } from '../../ingest/resolution/overrides.ts'
import { lacksBrowser } from '../setup/browser.ts'
import type { TakePapers } from '../setup/explorer.ts'
import { nodeCount } from './actions.ts'
import { explorerPage } from './page.ts'

const overrides = parseOverrides('{}', 'none.json')
const takePapers: TakePapers = (store) =>
  ingestInto(store, () => ({ tagger: 'fast', models: shippedModels, overrides }))
const entry = (key: string, name: string) =>
  `@article{${key}, title = {${name}: a network}, year = 2019, abstract = {We propose ${name}, which outperforms BarNet on ImageNet.}}\n`
const twoPapers = entry('one', 'FooNet') + entry('two', 'QuuxNet')

describe.skipIf(lacksBrowser())('papers from the page', () => {
  const here = explorerPage(null)
  let page: Page
  const queue = () => page.getByRole('list', { name: 'Papers on their way' })
  const queued = (name: string) => queue().getByRole('listitem', { name, exact: true })

  async function open(taking: TakePapers | undefined): Promise<void> {
    const explorer = await here.serve(async () => {}, taking)
    page = await here.openPage({})
    await page.goto(explorer.url)
    await page.getByRole('heading', { name: 'No papers yet' }).first().waitFor()
  }

  describe('where they are taken', () => {
    beforeEach(() => open(takePapers))

    it('are dropped, read, and shown', async () => {
      const dropped = await page.evaluateHandle((text) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([text], 'refs.bib'))
        return transfer
      }, twoPapers)
      const stage = page.getByRole('main')
      await stage.dispatchEvent('dragenter', { dataTransfer: dropped })
      await page.getByText('Drop papers to add them to the graph').waitFor()
      await stage.dispatchEvent('drop', { dataTransfer: dropped })
      await queued('refs.bib').getByText('2 new').waitFor()
      await page.getByText(/^2 new\. \d+ new concepts\.$/).waitFor()
      const papers = page.getByRole('region', { name: 'New papers' })
      expect(await papers.getByRole('listitem').allTextContents()).toEqual([
        'FooNet: a network 2019',
        'QuuxNet: a network 2019',
      ])
      await papers.getByRole('button', { name: 'Show what is new' }).click()
      await page.getByRole('main', { name: 'Picture: New papers' }).waitFor()
      // With the concepts that they brought.
      expect(await nodeCount(page)).toBeGreaterThan(4)
      await papers.getByRole('button', { name: 'QuuxNet: a network' }).click()
      await page
        .getByRole('complementary')
        .getByRole('heading', { level: 2, name: 'QuuxNet: a network' })
        .waitFor()
      await page.getByRole('combobox', { name: /^Search/ }).fill('FooNet')
      await page
        .getByRole('option', { name: /FooNet/ })
        .first()
        .waitFor()
    })

    it('are pasted; what is broken is told with its line, and costs no other', async () => {
      await page.getByRole('button', { name: 'Add papers' }).first().click()
      const text = page.getByRole('textbox', { name: 'Paste' })
      await text.fill(
        `${entry('one', 'FooNet')}@article{broken, title = {Without an end\n${entry('two', 'QuuxNet')}`,
      )
      await page.getByRole('button', { name: 'Add this text' }).press('Enter')
      await queued('pasted text').getByText('2 new').waitFor()
      const problems = page.getByRole('list', { name: 'Problems in pasted text' })
      expect(await problems.getByRole('listitem').allTextContents()).toEqual([
        expect.stringMatching(/^pasted text, line 2/),
      ])
    })

    it('are not taken twice', async () => {
      await page.getByRole('button', { name: 'Add papers' }).first().click()
      const files = page.getByLabel('Files with papers')
      const file = { name: 'refs.bib', mimeType: 'text/plain', buffer: Buffer.from(twoPapers) }
      await files.setInputFiles(file)
      await queued('refs.bib').getByText('2 new').waitFor()
      await page.getByRole('button', { name: 'Clear the list' }).click()
      await files.setInputFiles(file)
      await queued('refs.bib').getByText('2 unchanged').waitFor()
    })
  })

  it('are not asked for where that is turned off', async () => {
    await open(undefined)
    expect(await page.getByRole('button', { name: 'Add papers' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Cypher' }).click()
    await page.getByRole('tab', { name: 'Cypher' }).waitFor()
    expect(await page.getByRole('tab', { name: 'Papers' }).count()).toBe(0)
  })
})
