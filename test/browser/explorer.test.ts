import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { packageRoot } from '../../shared/package-root.ts'
import { conceptId, fieldDelta, hostileName, hostileTitle } from '../fixtures/field.ts'
import { lacksBrowser, launchBrowser } from '../setup/browser.ts'
import { type RunningExplorer, startExplorer } from '../setup/explorer.ts'
import { clickEdge, doubleClickNode, edgeButton, inView, nodeCount, openConcept, toggle } from './actions.ts'

describe.skipIf(lacksBrowser())('the explorer, as a person uses it', () => {
  let explorer: RunningExplorer
  let browser: Browser
  let context: BrowserContext
  let page: Page
  const complaints: string[] = []

  beforeAll(async () => {
    explorer = await startExplorer((store) => store.apply(fieldDelta))
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await explorer?.close()
  })

  beforeEach(async () => {
    complaints.length = 0
    context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true })
    page = await context.newPage()
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('request', (request) => {
      const own = request.url().startsWith(explorer.url) || /^(blob|data):/.test(request.url())
      if (!own) complaints.push(`asked another host: ${request.url()}`)
    })
    await page.goto(explorer.url)
    await page.getByRole('main', { name: 'Picture: Landscape' }).waitFor()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') {
      const folder = join(packageRoot, 'test/results')
      mkdirSync(folder, { recursive: true })
      await page.screenshot({ path: join(folder, `failed-${task.name.replace(/\W+/g, '-')}.png`) })
    }
    await context.close()
  })
  /** Every test ends with it: no error in the console, no request to another host, no hostile script run. */
  async function expectPeace(): Promise<void> {
    expect(complaints.filter((text) => !text.includes('GPU stall'))).toEqual([])
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  }

  it('opens on a landscape with the strongest concepts', async () => {
    const list = inView(page)
    await list.getByRole('button', { name: 'ResNet', exact: true }).waitFor()
    expect(await nodeCount(page)).toBeGreaterThan(8)
    await page.getByRole('heading', { name: '8 papers, read' }).waitFor()
    expect(
      await page.getByRole('region', { name: 'Communities' }).getByRole('listitem').count(),
    ).toBeGreaterThan(1)
    await expectPeace()
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
    await expectPeace()
  })

  it('finds aliases and papers, and says when there is nothing', async () => {
    const search = page.getByRole('combobox')
    await search.fill('bidirectional encoder')
    await page.getByRole('option', { name: /^BERT.*Bidirectional Encoder/ }).waitFor()
    await search.fill('residual learning')
    await page.getByRole('option', { name: /Residual Learning of Images/ }).waitFor()
    await search.fill('qqqqqqqqqq')
    await page.getByText('Nothing here is called “qqqqqqqqqq”.').waitFor()
    await expectPeace()
  })

  it('shows the sentences behind an edge that is clicked on the canvas', async () => {
    await openConcept(page, 'ResNet')
    await clickEdge(page, conceptId('ResNet'), 'OUTPERFORMS', conceptId('VGG'))
    const details = page.getByRole('complementary')
    await details.getByRole('article', { name: 'ResNet outperforms VGG' }).waitFor()
    await details.getByText('2 papers say so, 1 says the opposite.').waitFor()
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
    await expectPeace()
  })

  it('expands on a double click, and undo and redo bring back what was there', async () => {
    await openConcept(page, 'Transformer')
    const before = await nodeCount(page)
    await doubleClickNode(page, conceptId('BERT'))
    await inView(page).getByRole('button', { name: 'GLUE', exact: true }).waitFor()
    const after = await nodeCount(page)
    expect(after).toBeGreaterThan(before)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => nodeCount(page)).toBe(before)
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => nodeCount(page)).toBe(after)
    await page.keyboard.press('Control+z')
    await expect.poll(() => nodeCount(page)).toBe(before)
    await page.getByRole('button', { name: 'Steps' }).click()
    await page.getByRole('button', { name: 'Expanded BERT' }).click()
    await expect.poll(() => nodeCount(page)).toBe(after)
    await expectPeace()
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
    await expectPeace()
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
    while (await line.isVisible()) {
      await stage.getByRole('button', { name: 'Show more' }).click()
      await page.waitForResponse('**/api/neighbourhood')
      await page.waitForTimeout(100)
    }
    expect(await nodeCount(page)).toBe(1 + total!)
    await expectPeace()
  })

  it('keeps everything in its place when it expands', async () => {
    await openConcept(page, 'Transformer')
    const place = () => page.evaluate((key) => window.skein.nodePosition(key), `Concept/${conceptId('LSTM')}`)
    const before = await place()
    await doubleClickNode(page, conceptId('BERT'))
    await inView(page).getByRole('button', { name: 'GLUE', exact: true }).waitFor()
    const after = await place()
    expect(Math.hypot(after!.x - before!.x, after!.y - before!.y)).toBeLessThan(1)
    await expectPeace()
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
    await expectPeace()
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
    await expectPeace()
  })

  it('can be used by keyboard alone', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('net')
    await page.getByRole('option').nth(2).waitFor()
    await page.keyboard.press('ArrowDown')
    const second = page.getByRole('option').nth(1)
    expect(await second.getAttribute('aria-selected')).toBe('true')
    const name = (await second.locator('.hit-name').textContent()) ?? ''
    await page.keyboard.press('Enter')
    await page.getByRole('complementary').getByRole('heading', { level: 2, name }).waitFor()
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
    await expectPeace()
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
    await expectPeace()
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
    await expectPeace()
  })

  it('exports what is shown', async () => {
    await openConcept(page, 'Transformer')
    const cases: [RegExp, RegExp, (content: Buffer) => void][] = [
      [/^GraphML/, /^transformer\.graphml$/, (content) => expect(content.toString()).toContain('<graphml')],
      [
        /^node-link JSON/,
        /^transformer\.json$/,
        (content) => expect(JSON.parse(content.toString())).toBeTruthy(),
      ],
      [/^Image/, /^transformer\.png$/, (content) => expect(content.subarray(1, 4).toString()).toBe('PNG')],
    ]
    for (const [button, name, check] of cases) {
      await page.getByRole('button', { name: 'Export' }).click()
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page
          .getByRole('list', { name: 'Export what is shown' })
          .getByRole('button', { name: button })
          .click(),
      ])
      expect(file.suggestedFilename()).toMatch(name)
      check(await readFile(await file.path()))
      await page.getByRole('list', { name: 'Export what is shown' }).waitFor({ state: 'detached' })
    }
    await expectPeace()
  })
})
