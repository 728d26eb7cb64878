import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { conceptId, fieldDelta } from '../fixtures/field.ts'
import { lacksBrowser } from '../setup/browser.ts'
import { edgeButton, inView, nodeCount, openConcept, toggle } from './actions.ts'
import { explorerPage } from './page.ts'

describe.skipIf(lacksBrowser())('without a mouse', () => {
  const here = explorerPage((store) => store.apply(fieldDelta))
  let page: Page
  beforeEach(() => {
    page = here.page
  })
  afterEach(async () => expect(await focused()).not.toBe('BODY'))

  const details = () => page.getByRole('complementary', { name: 'Details' })
  const entries = () => inView(page).getByRole('button')
  const position = () =>
    page.evaluate((key) => window.skein.nodePosition(key), `Concept/${conceptId('ResNet')}`)
  const said = (name: string) => page.getByRole('status', { name, exact: true })
  function focused(): Promise<string | undefined> {
    return page.evaluate(() => {
      const element = document.activeElement
      return element?.closest('body > *')
        ? (element.ariaLabel ?? element.textContent ?? '')
        : element?.tagName
    })
  }
  /** Presses keys one after another; the focus is somewhere after each. */
  async function press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await page.keyboard.press(key)
      expect(await focused(), key).not.toBe('BODY')
    }
  }

  it('the list of what is shown is gone through by keys, which the canvas follows', async () => {
    const names = await entries().allTextContents()
    await entries().first().focus()
    await press('ArrowDown', 'ArrowDown')
    expect(await focused()).toBe(names[2])
    await press('End', 'PageDown')
    expect(await focused()).toBe(names.at(-1))
    await press('Home', 'ArrowUp')
    expect(await focused()).toBe(names[0])
    const first = inView(page).getByRole('listitem').first()
    expect(await first.getAttribute('aria-posinset')).toBe('1')
    expect(await first.getAttribute('aria-setsize')).toBe(String(names.length))
    // One stop of the Tab key.
    await press('ArrowDown', 'Tab')
    expect(names).not.toContain(await focused())
    await press('Shift+Tab')
    expect(await focused()).toBe(names[1])

    await press('Enter')
    await expect.poll(() => said('Selection').textContent()).toMatch(/, \d+ papers?, \d+ connections?$/)
    await press('ArrowDown', 'Shift+Enter')
    await expect.poll(() => said('Selection').textContent()).toBe('2 nodes selected')
    await press('Shift+F10')
    await page.getByRole('menu', { name: names[2]! }).waitFor()
    await press('Escape')
    expect(await focused()).toBe(names[2])
    await press('Escape')
    expect(await inView(page).locator('[aria-current=true]').count()).toBe(0)
  })

  it('a node is hidden, expanded, filtered out, and all is taken back', async () => {
    const before = await nodeCount(page)
    await entries().first().focus()
    await press('Enter', 'Delete')
    expect(await nodeCount(page)).toBe(before - 1)
    await press('Control+z', 'e')
    await expect.poll(() => nodeCount(page)).toBeGreaterThan(before)
    const datasets = page.getByRole('checkbox', { name: /^Datasets/ })
    await datasets.focus()
    const grown = await nodeCount(page)
    await press('Space')
    expect(await nodeCount(page)).toBeLessThan(grown)
    await press('Control+z', 'Control+z')
    expect(await nodeCount(page)).toBe(before)
  })

  it('evidence is read, and what takes the place of a panel takes the focus', async () => {
    await openConcept(page, 'ResNet')
    await edgeButton(page, /outperform/)
      .first()
      .focus()
    await press('Enter')
    await details().locator('mark').first().waitFor()
    await expect.poll(() => details().evaluate((aside) => aside.contains(document.activeElement))).toBe(true)
    const paper = details().getByRole('listitem').getByRole('button').first()
    await paper.focus()
    await press('Enter')
    await details().getByRole('region', { name: 'Abstract' }).waitFor()
    await expect.poll(() => details().evaluate((aside) => aside.contains(document.activeElement))).toBe(true)
    await page.getByRole('button', { name: 'Close details' }).focus()
    await press('Enter')
    expect(await focused()).toMatch(/^Picture/)
  })

  it('a node is moved, kept there or put back', async () => {
    await openConcept(page, 'ResNet')
    const entry = inView(page).getByRole('button', { name: 'ResNet', exact: true })
    await entry.focus()
    const first = (await position())!
    await press('m', 'ArrowRight', 'Shift+ArrowUp')
    expect(await focused()).toBe('Move ResNet')
    expect(await said('Moved').textContent()).toBe('10 right, 50 up')
    expect((await position())!.y).toBeLessThan(first.y)
    await press('Escape')
    expect(await focused()).toBe('ResNet')
    await expect.poll(position).toEqual(first)

    await press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Expand all' }).or(page.getByText('all shown')).first().waitFor()
    await page.getByRole('menuitem', { name: /^Move/ }).focus()
    await press('Enter', 'ArrowRight', 'ArrowRight', 'Enter')
    expect(await focused()).toBe('ResNet')
    expect((await position())!.x).toBeGreaterThan(first.x)
    await press('Control+z')
    await expect.poll(position).toEqual(first)
    await page.getByRole('button', { name: 'Moved ResNet, undone' }).waitFor()

    // The buttons of the bar do what its keys do.
    const button = (name: string) =>
      page.getByRole('group', { name: 'Move ResNet' }).getByRole('button', { name })
    await press('m', 'Tab')
    expect(await focused()).toBe('Left')
    await press('Space', 'Tab', 'Space', 'Space')
    expect(await said('Moved').textContent()).toBe('10 left, 20 up')
    await button('Put back').focus()
    await press('Enter')
    expect(await focused()).toBe('ResNet')
    await expect.poll(position).toEqual(first)
    await press('m', 'ArrowDown')
    await button('Keep').focus()
    await press('Enter')
    expect((await position())!.y).toBeGreaterThan(first.y)
    await page.getByRole('button', { name: 'Moved ResNet', exact: true }).waitFor()
  })

  it('a Cypher result is used', async () => {
    await page.getByRole('button', { name: 'Cypher' }).focus()
    await press('Enter')
    await page.getByRole('button', { name: /^Run: State of the art/ }).focus()
    await press('Enter')
    const rows = page.getByRole('grid', { name: 'Rows' })
    await rows.waitFor()
    await rows.focus()
    await press('ArrowDown', 'Home', 'Enter')
  })

  it('letters find names in the list once they are no shortcuts, and "/" types nothing', async () => {
    await page.keyboard.press('?')
    const help = page.getByRole('dialog')
    await help.getByRole('checkbox', { name: 'Shortcuts of one key' }).focus()
    await press('Space', 'Escape')
    await entries().first().focus()
    await press('/')
    expect(await page.getByRole('combobox').first().inputValue()).toBe('')
    expect(await focused()).toBe((await entries().allTextContents())[0])
    await page.keyboard.type('resn')
    expect(await focused()).toBe('ResNet')
  })
})

/** Opens the page on a landscape of so many nodes, methods and tasks in turn. */
async function showMany(page: Page, count: number): Promise<void> {
  const nodes = Array.from({ length: count }, (_, i) => ({
    key: `Concept/Method/m${i}`,
    type: i % 2 === 0 ? 'Method' : 'Task',
    name: `Method ${i}`,
    papers: count - i,
    year: null,
    lastYear: null,
    x: (i % 60) * 40,
    y: Math.floor(i / 60) * 40,
  }))
  await page.route('**/api/landscape*', (route) =>
    route.fulfill({ json: { nodes, edges: [], communities: [] } }),
  )
  await page.reload()
  await expect.poll(() => nodeCount(page)).toBe(count)
}

describe.skipIf(lacksBrowser())('a picture of many nodes', () => {
  // The server knows nothing of these nodes.
  const here = explorerPage((store) => store.apply(fieldDelta), { expected: /404/ })

  it('has a list that draws what is in sight, and marks what the canvas points at', async () => {
    const { page } = here
    await showMany(page, 3000)
    expect(await inView(page).getByRole('listitem').count()).toBeLessThan(200)
    await inView(page).getByRole('button').first().focus()
    await page.keyboard.press('End')
    const last = inView(page).getByRole('button', { name: 'Method 2999', exact: true })
    expect(await last.evaluate((button) => button === document.activeElement)).toBe(true)
    await page.keyboard.press('Home')
    const at = await page.evaluate(() => window.skein.nodePosition('Concept/Method/m2000'))
    await page.mouse.click(at!.x, at!.y)
    const selected = inView(page).locator('[aria-current=true]')
    await expect.poll(() => selected.textContent()).toBe('Method 2000')
    expect(await selected.getAttribute('class')).toContain('in-view-hovered')
  })

  it('that takes long to draw is told of first, also where undo brings it back', async () => {
    const { page } = here
    const [many, drawing] = [40_500, 'Drawing the picture']
    await showMany(page, many)
    const signs = await page.evaluateHandle(() => {
      const seen: string[] = []
      new MutationObserver(() => {
        const sign = document.querySelector('main .busy')?.textContent
        if (sign && sign !== seen.at(-1)) seen.push(sign)
      }).observe(document.body, { childList: true, subtree: true })
      return seen
    })
    /** The signs of work since the last time. */
    const seen = () => signs.evaluate((all) => all.splice(0))
    await openConcept(page, 'ResNet')
    expect(await seen()).not.toContain(drawing)
    await page.keyboard.press('Control+z')
    await expect.poll(() => nodeCount(page)).toBe(many)
    await expect.poll(seen).toContain(drawing)
    await toggle(page, /^Tasks/).press('Space')
    await expect.poll(() => nodeCount(page)).toBe(many / 2)
    await expect.poll(seen).toContain(drawing)
  })
})
