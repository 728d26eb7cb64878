import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { fieldDelta } from '../fixtures/field.ts'
import { lacksBrowser } from '../setup/browser.ts'
import { inView, nodeCount } from './actions.ts'
import { explorerPage } from './page.ts'

describe.skipIf(lacksBrowser())('paths between two concepts', () => {
  const here = explorerPage((store) => store.apply(fieldDelta))
  let page: Page
  beforeEach(async () => {
    page = here.page
    await page.getByRole('button', { name: 'Cypher' }).click()
    await page.getByRole('tab', { name: 'Paths' }).click()
    await end('From').waitFor()
  })

  const panel = () => page.getByRole('tabpanel', { name: 'Paths' })
  const end = (label: string) => page.getByRole('combobox', { name: label, exact: true })
  const path = (name: string) => panel().getByRole('article', { name, exact: true })
  const there = 'BERT is based on Transformer, which is used for machine translation'
  const back = 'machine translation is done with Transformer, which is the basis of BERT'

  /** By keyboard alone. */
  async function choose(label: string, typed: string, name: string): Promise<void> {
    await end(label).focus()
    await page.keyboard.type(typed)
    await page.getByRole('option').filter({ hasText: name }).first().waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => end(label).inputValue()).toBe(name)
  }

  async function choosePath(): Promise<void> {
    await choose('From', 'bert', 'BERT')
    await choose('To', 'machine tr', 'machine translation')
    await path(there).waitFor()
  }

  it('read as sentences, with the sentences of each step one click away', async () => {
    expect(await end('From').evaluate((input) => input === document.activeElement)).toBe(true)
    await choosePath()
    const first = panel().getByRole('article').first()
    expect(await first.getAttribute('aria-label')).toBe(there)
    expect(await panel().getByRole('article').count()).toBeGreaterThan(1)
    await first.getByText('2 steps · at least 1 paper behind each · 81 % sure').waitFor()
    await first.getByRole('button', { name: 'is based on' }).press('Enter')
    await first.getByRole('button', { name: 'is used for' }).click()
    const lineage = first.getByRole('region', { name: 'Sentences: BERT is based on Transformer' })
    await lineage.getByText('1 paper says BERT is based on Transformer.').waitFor()
    expect(await lineage.locator('mark').allTextContents()).toEqual([
      'BERT',
      'is based on the',
      'Transformer',
    ])
    const use = first.getByRole('region', { name: /^Sentences: Transformer is used for/ })
    await use.getByRole('button', { name: 'Attention Instead of Recurrence' }).waitFor()
    await first.getByRole('button', { name: 'is based on' }).click()
    await lineage.waitFor({ state: 'detached' })
    await first.getByRole('button', { name: 'Transformer' }).first().click()
    await page.getByRole('complementary').getByRole('heading', { level: 2, name: 'Transformer' }).waitFor()
  })

  it('become a picture, one or all of them, which can be undone', async () => {
    await choosePath()
    await path(there).getByRole('button', { name: 'Show as picture' }).click()
    await page.getByRole('main', { name: 'Picture: BERT → Transformer → machine translation' }).waitFor()
    expect(await nodeCount(page)).toBe(3)
    const places = await page.evaluate(
      (ids) => ids.map((id) => window.skein.nodePosition(id)!.x),
      ['Concept/Method:bert', 'Concept/Method:transformer', 'Concept/Task:machine translation'],
    )
    expect(places).toEqual([...places].sort((a, b) => a - b))
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await page.getByRole('main', { name: 'Picture: Landscape' }).waitFor()
    await panel().getByRole('button', { name: 'Show all as picture' }).click()
    await page.getByRole('main', { name: 'Picture: Paths from BERT to machine translation' }).waitFor()
    await inView(page).getByRole('button', { name: 'LSTM', exact: true }).waitFor()
  })

  it('are walked the other way round, and as many as are asked for', async () => {
    await choosePath()
    await panel().getByRole('button', { name: 'Swap the ends' }).click()
    await path(back).waitFor()
    expect(await end('From').inputValue()).toBe('machine translation')
    const count = () => panel().getByRole('article').count()
    const before = await count()
    await panel().getByRole('combobox', { name: 'At most' }).selectOption('20')
    await expect.poll(count).toBeGreaterThanOrEqual(before)
    await panel().getByRole('combobox', { name: 'At most' }).selectOption('3')
    await expect.poll(count).toBeLessThanOrEqual(3)

    const relations = panel().getByRole('button', { name: /^Relations:/ })
    await relations.press('Enter')
    await panel().getByRole('checkbox', { name: 'outperforms' }).press('Space')
    await panel().getByText('1 path from machine translation to BERT along these relations').waitFor()
    await panel().getByRole('button', { name: 'Only is used for' }).press('Enter')
    await panel()
      .getByText(/^No path of up to 4 steps .* along these relations/)
      .waitFor()
    await page.keyboard.press('Escape')
    expect(await relations.evaluate((button) => button === document.activeElement)).toBe(true)
    expect(await relations.textContent()).toBe('Relations: only “is used for”')
  })

  it('say where there are none, and what is missing', async () => {
    await panel().getByText('Choose two concepts').waitFor()
    await choose('From', 'bert', 'BERT')
    await choose('To', 'resnet', 'ResNet')
    await panel().getByText('No path of up to 4 steps leads from BERT to ResNet.').waitFor()
    await choose('To', 'bert', 'BERT')
    await panel().getByText('Both ends are BERT.').waitFor()
    await end('To').focus()
    await page.keyboard.type('qqqqqqqq')
    await panel().getByText('No concept is called “qqqqqqqq”.').waitFor()
    await page.keyboard.press('Escape')
    expect(await end('To').inputValue()).toBe('BERT')
    await end('To').fill('')
    await page.keyboard.press('Enter')
    await panel().getByText('Choose two concepts').waitFor()
  })

  it('begin with what is selected', async () => {
    await page.getByRole('button', { name: 'Close Paths' }).click()
    await inView(page).getByRole('button', { name: 'BERT', exact: true }).click()
    await page.getByRole('button', { name: 'Cypher' }).click()
    await page.getByRole('tab', { name: 'Paths' }).click()
    await expect.poll(() => end('From').inputValue()).toBe('BERT')
  })
  it('begin with a concept that they are asked for', async () => {
    await choose('To', 'elmo', 'ELMo')
    await inView(page).getByRole('button', { name: 'BERT', exact: true }).click()
    const details = page.getByRole('complementary')
    await details.getByRole('button', { name: 'Paths', exact: true }).press('Enter')
    await expect.poll(() => end('From').inputValue()).toBe('BERT')
    expect(await end('To').inputValue()).toBe('')
    expect(await end('To').evaluate((input) => input === document.activeElement)).toBe(true)
    await choose('To', 'transformer', 'Transformer')
    const direct = path('BERT is based on Transformer')
    await direct.getByText('1 step · 1 paper · 90 % sure').waitFor()
  })
})
