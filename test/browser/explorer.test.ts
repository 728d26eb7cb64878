import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { conceptId, fieldDelta, hostileName, hostileTitle } from '../fixtures/field.ts'
import { lacksBrowser } from '../setup/browser.ts'
import { clickEdge, doubleClickNode, edgeButton, inView, nodeCount, openConcept, toggle } from './actions.ts'
import { explorerPage } from './page.ts'

describe.skipIf(lacksBrowser())('the explorer, as a person uses it', () => {
  const here = explorerPage((store) => store.apply(fieldDelta))
  let page: Page
  beforeEach(() => {
    page = here.page
  })

  it('opens on a landscape with the strongest concepts', async () => {
    const list = inView(page)
    await list.getByRole('button', { name: 'ResNet', exact: true }).waitFor()
    expect(await nodeCount(page)).toBeGreaterThan(8)
    await page.getByRole('heading', { name: '8 papers, read' }).waitFor()
    expect(
      await page.getByRole('region', { name: 'Communities' }).getByRole('listitem').count(),
    ).toBeGreaterThan(1)
  })

  it('finds a concept in spite of a typo, and shows its neighbourhood', async () => {
    await page.getByRole('combobox', { name: 'Search concepts and papers' }).fill('trasnformer')
    const option = page.getByRole('option', { name: /^Transformer/ })
    await option.waitFor()
    await option.click()
    await page.getByRole('main', { name: 'Picture: Transformer' }).waitFor()
    for (const name of ['LSTM', 'BERT', 'machine translation', 'Attention Instead of Recurrence']) {
      await inView(page).getByRole('button', { name, exact: true }).waitFor()
    }
    await page.getByRole('complementary').getByText('Also called Transformers').waitFor()
  })

  it('finds aliases and papers, and says when there is nothing', async () => {
    const search = page.getByRole('combobox')
    await search.fill('bidirectional encoder')
    await page.getByRole('option', { name: /^BERT.*Bidirectional Encoder/ }).waitFor()
    await search.fill('residual learning')
    await page.getByRole('option', { name: /Residual Learning of Images/ }).waitFor()
    await search.fill('qqqqqqqqqq')
    await page.getByText('Nothing here is called “qqqqqqqqqq”.').waitFor()
  })

  it('shows the sentences behind an edge that is clicked on the canvas', async () => {
    await openConcept(page, 'ResNet')
    await clickEdge(page, conceptId('ResNet'), 'OUTPERFORMS', conceptId('VGG'))
    const details = page.getByRole('complementary')
    await details.getByRole('article', { name: 'ResNet outperforms VGG' }).waitFor()
    await details.getByText('2 papers say ResNet outperforms VGG, 1 says the opposite.').waitFor()
    const items = details.getByRole('list', { name: 'Sentences' }).getByRole('listitem')
    expect(await items.count()).toBe(3)
    const first = items.filter({ hasText: 'at lower cost' })
    expect(await first.locator('mark[data-role=subject]').textContent()).toBe('ResNet')
    expect(await first.locator('mark[data-role=cue]').textContent()).toBe('clearly outperforms')
    expect(await first.locator('mark[data-role=object]').textContent()).toBe('VGG')
    await first.getByRole('button', { name: 'Residual Learning of Images' }).waitFor()
    await first.getByText('Fir · CVPR · 2015').waitFor()
    const link = first.getByRole('link', { name: /Residual Learning/ })
    expect(await link.getAttribute('href')).toBe('https://example.org/residual')
    expect(await link.getAttribute('rel')).toContain('noopener')
    expect(await items.filter({ hasText: 'does not outperform' }).textContent()).toContain(
      'says the opposite',
    )
  })

  it('expands on a double click, and undo and redo bring back what was there', async () => {
    await openConcept(page, 'Transformer')
    const before = await nodeCount(page)
    await doubleClickNode(page, conceptId('BERT'))
    await inView(page).getByRole('button', { name: 'GLUE', exact: true }).waitFor()
    const after = await nodeCount(page)
    expect(after).toBeGreaterThan(before)
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(() => nodeCount(page)).toBe(before)
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => nodeCount(page)).toBe(after)
    await page.keyboard.press('Control+z')
    await expect.poll(() => nodeCount(page)).toBe(before)
    await page
      .getByRole('navigation', { name: 'Steps' })
      .getByRole('button', { name: 'Expanded BERT, undone' })
      .click()
    await expect.poll(() => nodeCount(page)).toBe(after)
  })

  it('says how much a relation would add, and adds that alone', async () => {
    await openConcept(page, 'ImageNet')
    const relations = page.getByRole('region', { name: 'Relations' })
    const add = relations.getByRole('button', { name: /^is mentioned by/ })
    const announced = Number(/add (\d+)/.exec((await add.textContent()) ?? '')?.[1])
    const before = await nodeCount(page)
    await add.click()
    await expect.poll(() => nodeCount(page)).toBe(before + announced)
    await relations.getByRole('button', { name: /^is mentioned by.*shown$/, disabled: true }).waitFor()
  })

  it('says how much of a neighbourhood is shown, and shows more of it', async () => {
    // Few at a time, as a large graph would have it.
    await page.route('**/api/neighbourhood', (route) =>
      route.continue({ postData: JSON.stringify({ ...route.request().postDataJSON(), limit: 2 }) }),
    )
    await openConcept(page, 'ResNet')
    const stage = page.getByRole('main')
    const line = stage.getByText(/^\d+ of \d+ neighbours of ResNet/)
    const [shown, total] = /(\d+) of (\d+)/
      .exec((await line.textContent()) ?? '')!
      .slice(1)
      .map(Number)
    expect(shown).toBe(2)
    expect(total).toBeGreaterThan(5)
    await stage.getByRole('button', { name: 'Show more' }).click()
    await stage.getByText(`4 of ${total} neighbours of ResNet`).waitFor()
    expect(await nodeCount(page)).toBe(5)
    for (let nodes = 5; nodes < 1 + total!; nodes = await nodeCount(page)) {
      await stage.getByRole('button', { name: 'Show more' }).click()
      await expect.poll(() => nodeCount(page)).toBeGreaterThan(nodes)
    }
    await line.waitFor({ state: 'detached' })
    expect(await nodeCount(page)).toBe(1 + total!)
  })

  it('keeps everything in its place when it expands', async () => {
    await openConcept(page, 'Transformer')
    const place = () => page.evaluate((key) => window.skein.nodePosition(key), `Concept/${conceptId('LSTM')}`)
    const before = await place()
    await doubleClickNode(page, conceptId('BERT'))
    await inView(page).getByRole('button', { name: 'GLUE', exact: true }).waitFor()
    const after = await place()
    expect(Math.hypot(after!.x - before!.x, after!.y - before!.y)).toBeLessThan(1)
  })

  it('filters by type and relation, and clears filters', async () => {
    await openConcept(page, 'ResNet')
    const dataset = inView(page).getByRole('button', { name: 'ImageNet', exact: true })
    await dataset.waitFor()
    const all = await nodeCount(page)
    await toggle(page, /^Datasets/).click()
    await dataset.waitFor({ state: 'detached' })
    await toggle(page, /^outperforms/).click()
    await edgeButton(page, /outperforms/).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await expect.poll(() => nodeCount(page)).toBe(all)
    await edgeButton(page, /outperforms\s*VGG/).waitFor()
  })

  it('hides a node, and shows a paper with its claims', async () => {
    await openConcept(page, 'ResNet')
    await inView(page).getByRole('button', { name: 'Residual Learning of Images', exact: true }).click()
    const details = page.getByRole('complementary')
    await details.getByRole('heading', { level: 2, name: 'Residual Learning of Images' }).waitFor()
    expect(await details.getByRole('region', { name: 'Abstract' }).locator('mark').count()).toBeGreaterThan(2)
    expect(await details.getByRole('region', { name: 'Claims' }).getByRole('listitem').count()).toBe(5)
    await details.getByRole('button', { name: 'Hide' }).click()
    await inView(page)
      .getByRole('button', { name: 'Residual Learning of Images', exact: true })
      .waitFor({ state: 'detached' })
  })

  it('can be used by keyboard alone', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('net')
    await page.getByRole('option').nth(2).waitFor()
    await page.keyboard.press('ArrowDown')
    const second = page.getByRole('option').nth(1)
    expect(await second.getAttribute('aria-selected')).toBe('true')
    const option = (await second.textContent()) ?? ''
    await page.keyboard.press('Enter')
    const opened = page.getByRole('article').getByRole('heading', { level: 2 })
    expect(option).toContain((await opened.textContent())?.trim())
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: '8 papers, read' }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('alex')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Escape')
    expect(await page.getByRole('combobox').inputValue()).toBe('')
    expect(await page.getByRole('option').count()).toBe(0)
    await inView(page).getByRole('button').first().focus()
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: 'Connections in view' }).waitFor()
  })

  it('shows hostile text as text', async () => {
    await openConcept(page, 'img src')
    const details = page.getByRole('complementary')
    expect(await details.getByRole('heading', { level: 2 }).textContent()).toBe(hostileName)
    await edgeButton(page, /outperforms/).click()
    const item = details.getByRole('list', { name: 'Sentences' }).getByRole('listitem')
    expect(await item.textContent()).toContain("<script>window.hacked='sentence'</script>")
    expect(await item.getByRole('link').count()).toBe(0)
    await item.getByRole('button', { name: hostileTitle }).click()
    await details.getByRole('heading', { level: 2, name: hostileTitle }).waitFor()
    expect(await page.locator('#root img, #root script').count()).toBe(0)
  })

  it('follows the colours of the system, and changes them on request', async () => {
    const background = () =>
      page.evaluate(() => getComputedStyle(document.querySelector('main')!).backgroundColor)
    const light = await background()
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect.poll(background).not.toBe(light)
    await page.getByRole('button', { name: 'Light colours' }).click()
    await expect.poll(background).toBe(light)
    await page.reload()
    await expect.poll(background).toBe(light)
  })
})
