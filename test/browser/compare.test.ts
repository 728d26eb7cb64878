import type { Locator, Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { fieldDelta } from '../fixtures/field.ts'
import { resultsDelta } from '../fixtures/results.ts'
import { lacksBrowser } from '../setup/browser.ts'
import { openConcept } from './actions.ts'
import { explorerPage } from './page.ts'

describe.skipIf(lacksBrowser())('comparisons, contradictions and leaderboards', () => {
  const here = explorerPage(async (store) => {
    await store.apply(fieldDelta)
    await store.apply(resultsDelta)
  })
  let page: Page
  beforeEach(() => {
    page = here.page
  })

  async function openPanel(name: string): Promise<void> {
    await page.getByRole('button', { name: 'Cypher' }).click()
    await page.getByRole('tab', { name }).click()
    await page.getByRole('region', { name, exact: true }).waitFor()
  }

  async function add(name: string): Promise<void> {
    await page.getByRole('combobox', { name: 'Add' }).fill(name)
    await page.getByRole('option').filter({ hasText: name }).first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('list', { name: 'Compared' }).getByText(name, { exact: true }).waitFor()
  }

  const details = () => page.getByRole('complementary', { name: 'Details' })
  const sideBySide = () => page.getByRole('table', { name: 'Side by side' })
  const rowOf = (table: Locator, name: string) =>
    table.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) })
  const marked = (within: Locator) => within.locator('mark').allTextContents()

  it('puts methods side by side, and each number opens its sentences beneath', async () => {
    await openPanel('Compare')
    await page.getByText('Choose two methods or more').waitFor()
    await add('ResNet')
    await add('VGG')
    const shared = rowOf(sideBySide(), 'ImageNet')
    expect(await shared.getByRole('cell').allTextContents()).toEqual(['1 paper', '1 paper'])
    const alone = rowOf(sideBySide(), 'CIFAR-10')
    expect(await alone.getByRole('cell').allTextContents()).toEqual(['1 paper', '–no claim'])

    const number = sideBySide().getByRole('button', { name: 'VGG is evaluated on ImageNet: 1 paper' })
    await number.press('Enter')
    const sentences = page.getByRole('region', { name: 'VGG is evaluated on ImageNet' })
    await sentences.locator('mark').first().waitFor()
    expect(await marked(sentences)).toEqual(['VGG', 'is evaluated on', 'ImageNet'])
    expect(await number.getAttribute('aria-expanded')).toBe('true')
    await number.press('Enter')
    await sentences.waitFor({ state: 'detached' })
  })

  it('says who is claimed to outperform whom and by how much, and who says otherwise', async () => {
    await openPanel('Compare')
    for (const name of ['Conformer', 'Jasper']) await add(name)
    const duels = page.getByRole('table', { name: 'Who is said to outperform whom' })
    await duels
      .getByRole('button', { name: 'Jasper outperforms Conformer: 1 paper, 2 say the reverse' })
      .waitFor()
    await duels
      .getByRole('button', { name: 'Conformer outperforms Jasper: 2 papers, 1 says the reverse' })
      .click()
    const sentences = page.getByRole('region', { name: 'Conformer outperforms Jasper' })
    expect(await sentences.getByRole('blockquote').allTextContents()).toEqual([
      'Conformer outperforms Jasper by 1.05 % word error rate on LibriSpeech.',
      'In our hands Conformer clearly outperforms Jasper.',
    ])
    await duels.getByRole('button', { name: 'by 1.05 % word error rate on LibriSpeech' }).click()
    expect(await sentences.getByRole('blockquote').count()).toBe(1)
    expect(await marked(sentences)).toContain('1.05')
    await details().getByText('Claim', { exact: true }).waitFor()
  })

  it('adds what is selected in the picture, and leaves out what is not wanted', async () => {
    await openConcept(page, 'ResNet')
    await openPanel('Compare')
    await page.getByRole('button', { name: 'Add the selected' }).click()
    const compared = page.getByRole('list', { name: 'Compared' })
    expect(await compared.getByRole('listitem').allTextContents()).toEqual(['ResNet'])
    expect(await page.getByRole('button', { name: 'Add the selected' }).isDisabled()).toBe(true)
    await add('VGG')
    await page.getByRole('button', { name: 'Leave out ResNet' }).click()
    expect(await compared.getByRole('listitem').allTextContents()).toEqual(['VGG'])
    await page.getByText('Choose two methods or more').waitFor()
  })

  it('lists contradictions, opens both sides, and shows a pair in the picture', async () => {
    await openPanel('Contradictions')
    const pairs = page.getByRole('list', { name: 'Contradictions' }).locator(':scope > li')
    await pairs.first().waitFor()
    expect(await pairs.count()).toBe(2)
    const pair = pairs.nth(1)
    await pair.getByRole('button', { name: /ResNet 2 papers say it is ahead .*VGG/ }).click()
    const forResNet = pair.getByRole('region', { name: 'For ResNet' })
    expect(await forResNet.getByRole('blockquote').textContent()).toMatch(/ResNet.*outperforms VGG/)
    const forVgg = pair.getByRole('region', { name: 'For VGG' })
    expect(await forVgg.getByRole('blockquote').textContent()).toBe(
      'With equal tuning ResNet does not outperform VGG.',
    )
    await pair.getByRole('button', { name: 'Show in the picture' }).click()
    await page.getByRole('main', { name: 'Picture: ResNet or VGG' }).waitFor()
    await details().getByRole('article', { name: 'ResNet outperforms VGG' }).waitFor()
    await pair.getByRole('button', { name: 'Compare' }).click()
    await sideBySide().waitFor()
  })

  it('ranks a dataset by what is better, and each number leads to its sentence', async () => {
    await openConcept(page, 'LibriSpeech')
    await details().getByRole('button', { name: 'Leaderboard' }).click()
    const board = page.getByRole('table', { name: 'word error rate, % on LibriSpeech' })
    await page.getByText('Lower is better.').waitFor()
    const rows = async () =>
      (await board.getByRole('row').allInnerTexts()).slice(1).map((row) => row.split(/\s*\t\s*/).slice(0, 3))
    expect(await rows()).toEqual([
      ['1', 'Conformer', '1.9 %'],
      ['2', 'Conformer', '2.1 %'],
      ['3', 'Jasper', '2.95 %'],
      ['4', 'Jasper', '3.1 %'],
      ['5', 'DeepSpeech', '5.3 %'],
    ])
    await board.getByRole('button', { name: '2.95 %' }).click()
    const sentence = page.getByRole('region', { name: 'Jasper, 2.95 %' })
    expect(await marked(sentence)).toContain('2.95')
    await sentence.getByRole('button', { name: 'A Deep Stack of Convolutions for Speech' }).waitFor()
    await details().getByText('Claim', { exact: true }).waitFor()

    const year = board.getByRole('columnheader', { name: 'Year' })
    await year.getByRole('button').click()
    expect(await year.getAttribute('aria-sort')).toBe('descending')
    await year.getByRole('button').click()
    expect((await rows())[0]).toEqual(['3', 'Jasper', '2.95 %'])
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Copy word error rate, % on LibriSpeech' }).click()
    await page.getByText('Copied 5 rows').waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied.split('\n')[1]!.split('\t').slice(0, 5)).toEqual([
      '3',
      'Jasper',
      '2.95',
      '%',
      'word error rate',
    ])
    // The gain of one over the other is on a table of its own.
    await page.getByRole('tab', { name: /^gains in word error rate, %/ }).click()
    await page.getByRole('button', { name: '+1.05 %' }).waitFor()
  })

  it('finds datasets that have numbers', async () => {
    await openPanel('Leaderboard')
    const datasets = page.getByRole('region', { name: 'Datasets with numbers' })
    await datasets.getByRole('button', { name: 'LibriSpeech 3 methods · 3 papers' }).waitFor()
    await datasets.getByRole('searchbox', { name: 'Find a dataset' }).fill('squ')
    await datasets.getByRole('button', { name: /LibriSpeech/ }).waitFor({ state: 'detached' })
    await datasets.getByRole('button', { name: /SQuAD/ }).click()
    await page.getByText('Higher is better.').waitFor()
    await datasets.getByRole('searchbox').fill('nowhere')
    await datasets.getByText('No dataset with numbers is called “nowhere”.').waitFor()
  })

  it('says so where there is nothing to compare', async () => {
    const { url } = await here.serve(async () => {})
    await page.goto(url)
    await openPanel('Leaderboard')
    await page.getByText('No paper here reports a number on a dataset.').waitFor()
    await page.getByRole('tab', { name: 'Contradictions' }).click()
    await page.getByText(/No two papers here disagree/).waitFor()
  })
})
