import type { Locator, Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { resultId, resultsDelta } from '../fixtures/results.ts'
import { claim, deltaOf, type WrittenConcept, type WrittenPaper } from '../fixtures/write-papers.ts'
import { lacksBrowser } from '../setup/browser.ts'
import { clickEdge, edgeButton, inView, nodeCount, openConcept, toggle } from './actions.ts'
import { explorerPage } from './page.ts'

const rivals: WrittenConcept[] = [
  ['Kestrel', 'Method', []],
  ['Merlin', 'Method', []],
]
const crowd = Array.from({ length: 120 }, (_, i): WrittenPaper => {
  const isAgainst = i >= 118
  const sentence = `In study ${i} Kestrel ${isAgainst ? 'does not outperform' : 'outperforms'} Merlin.`
  const detail = { negated: isAgainst, confidence: 0.9 - i / 1000 }
  return {
    id: `arxiv:2107.${String(i).padStart(4, '0')}`,
    title: `Study ${i}`,
    year: 2021,
    authors: ['Cal Clover'],
    venue: 'ACL',
    claims: [claim(sentence, 'Kestrel', 'OUTPERFORMS', 'Merlin', detail)],
    cites: [
      ['Kestrel', 'compares'],
      ['Merlin', 'compares'],
    ],
  }
})

describe.skipIf(lacksBrowser())('the sentences behind edges and claims', () => {
  const here = explorerPage(async (store) => {
    await store.apply(resultsDelta)
    await store.apply(deltaOf(rivals, crowd, '3 accurate 0123abcd'))
  })
  let page: Page
  let details: Locator
  beforeEach(() => {
    page = here.page
    details = page.getByRole('complementary')
  })

  const article = (name: string) => details.getByRole('article', { name, exact: true })
  const statements = () => details.getByRole('list', { name: 'Sentences' }).getByRole('listitem')

  it('counts who says so and who says the reverse, and tells which is which', async () => {
    await openConcept(page, 'Conformer')
    await clickEdge(page, resultId('Conformer'), 'OUTPERFORMS', resultId('Jasper'))
    const edge = article('Conformer outperforms Jasper')
    await edge.getByText('2 papers say Conformer outperforms Jasper, 1 says the opposite.').waitFor()
    expect(await statements().count()).toBe(3)
    const reverse = statements().filter({ hasText: 'On short commands' })
    await reverse.getByText('says the reverse').waitFor()
    await reverse.getByText('read by a rule for “A outperforms B”').waitFor()
    await statements()
      .filter({ hasText: 'In our hands' })
      .getByText('read by the trained model over the passage')
      .waitFor()
    await edge.getByText('What “sure” means').click()
    await edge.getByText(/about nine statements in ten should be right/).waitFor()
  })

  it('counts past a hundred, and shows the rest when asked', async () => {
    await openConcept(page, 'Kestrel')
    await edgeButton(page, /^outperforms\s*Merlin/).click()
    await details.getByText('118 papers say Kestrel outperforms Merlin, 2 say the opposite.').waitFor()
    expect(await statements().count()).toBe(100)
    await details.getByRole('checkbox', { name: 'Only the opposite' }).press('Space')
    await expect.poll(() => statements().count()).toBe(2)
    await details.getByRole('checkbox', { name: 'Only the opposite' }).press('Space')
    await expect.poll(() => statements().count()).toBe(100)
    await details.getByText('100 of 120 statements').waitFor()
    await details.getByRole('button', { name: 'Show 20 more' }).press('Enter')
    await expect.poll(() => statements().count()).toBe(120)
    await statements().last().getByText('says the opposite').waitFor()
    expect(await details.getByRole('button', { name: /^Show \d+ more/ }).count()).toBe(0)
    // The focus goes on to the first of the new ones.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Study 100')
  })

  it('shows a few for a step of a path, and the rest when asked', async () => {
    await openConcept(page, 'Kestrel')
    await details.getByRole('button', { name: 'Paths', exact: true }).click()
    const panel = page.getByRole('tabpanel', { name: 'Paths' })
    await panel.getByRole('combobox', { name: 'To' }).fill('Merlin')
    await page.getByRole('option', { name: /^Merlin/ }).click()
    await panel.getByRole('button', { name: 'outperforms' }).first().click()
    const step = panel.getByRole('region', { name: 'Sentences: Kestrel outperforms Merlin' })
    await step.getByText('3 of 120 statements').waitFor()
    await step.getByRole('button', { name: 'Show 100 more' }).press('Enter')
    await step.getByRole('button', { name: 'Show 17 more' }).click()
    await expect.poll(() => step.getByRole('listitem').count()).toBe(120)
  })

  it('says what read a citation', async () => {
    await openConcept(page, 'Conformer')
    await edgeButton(page, /^is introduced by/).click()
    await article('Convolution Meets Attention introduces Conformer').waitFor()
    await statements().first().getByText('read by the accurate models').waitFor()
  })

  it('opens a claim of a paper by keyboard, and the edge behind it', async () => {
    await openConcept(page, 'QANet')
    await details.getByRole('button', { name: 'Short Commands Are Different' }).click()
    const claims = details.getByRole('region', { name: 'Claims' })
    await claims.getByRole('button', { name: 'QANet outperforms BiDAF' }).press('Enter')
    await article('QANet outperforms BiDAF').getByText('No paper asserts it', { exact: false }).waitFor()
    await details.getByRole('button', { name: 'Short Commands Are Different' }).click()
    await claims.getByRole('button', { name: 'Jasper outperforms Conformer' }).press('Enter')
    const opened = article('Jasper outperforms Conformer')
    await opened.getByText('Aspen and Beech · ICASSP · 2021').waitFor()
    expect(await opened.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await opened.locator('mark').allTextContents()).toEqual(['Jasper', 'outperforms', 'Conformer'])
    const before = await nodeCount(page)
    await opened.getByRole('button', { name: 'Show the edge' }).press('Enter')
    await details.getByText('1 paper says Jasper outperforms Conformer, 2 say the opposite.').waitFor()
    expect(await nodeCount(page)).toBe(before + 2)
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(() => nodeCount(page)).toBe(before)
  })

  it('says what a claim states beside its ends', async () => {
    await openConcept(page, 'Conformer')
    await details
      .getByRole('region', { name: 'Introduced by' })
      .getByRole('button', { name: 'Convolution Meets Attention' })
      .click()
    await details
      .getByRole('region', { name: 'Claims' })
      .getByRole('button', { name: 'Conformer outperforms Jasper' })
      .click()
    const opened = article('Conformer outperforms Jasper')
    await opened.getByText('by 1.05 %', { exact: true }).waitFor()
    await opened.getByRole('button', { name: 'word error rate' }).waitFor()
    await opened.getByRole('button', { name: 'LibriSpeech' }).click()
    await details.getByRole('heading', { level: 2, name: 'LibriSpeech' }).waitFor()
  })

  it('opens a claim that a query has drawn', async () => {
    await page.getByRole('button', { name: 'Cypher' }).click()
    await page.getByRole('textbox', { name: 'Cypher query' }).focus()
    await page.keyboard.insertText("MATCH (k:Claim {predicate: 'BASED_ON'}) RETURN k")
    await page.keyboard.press('Control+Enter')
    await inView(page).getByRole('button', { name: 'Conformer is based on RNN-T.' }).click()
    await article('Conformer is based on RNN-T').getByText('90 % sure', { exact: true }).waitFor()
  })

  it('opens a field of the overview where what it is called after is filtered out', async () => {
    const field = details.getByRole('region', { name: 'Communities' }).getByRole('button').first()
    const name = (await field.textContent())!.toLowerCase()
    for (const type of [/^Tasks/, /^Methods/, /^Datasets/]) await toggle(page, type).press('Space')
    await field.click()
    const heading = details.getByRole('article').getByRole('heading', { level: 2 })
    await heading.waitFor()
    expect(name).toContain((await heading.textContent())!.toLowerCase())
  })
})
