import type { Locator, Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { conceptId, fieldDelta } from '../fixtures/field.ts'
import { lacksBrowser } from '../setup/browser.ts'
import { inView, nodeCount, openConcept } from './actions.ts'
import { explorerPage } from './page.ts'

describe.skipIf(lacksBrowser())('expanding with foresight', () => {
  const here = explorerPage((store) => store.apply(fieldDelta), { expected: /status of 500/ })
  let page: Page
  beforeEach(() => {
    page = here.page
  })

  const entry = (name: string) => inView(page).getByRole('button', { name, exact: true })
  const entries = () => inView(page).getByRole('listitem').allTextContents()
  const menu = (name: string) => page.getByRole('menu', { name })
  const item = (name: RegExp | string) => page.getByRole('menuitem', { name })
  const focused = () => page.evaluate(() => document.activeElement?.textContent)
  const pointOf = async (name: string) => {
    const point = await page.evaluate((key) => window.skein.nodePosition(key), `Concept/${conceptId(name)}`)
    if (!point) throw new Error(`${name} is not in the picture`)
    return point
  }
  const places = (names: string[]) => Promise.all(names.map(pointOf))
  const rightClick = async (name: string) => {
    const { x, y } = await pointOf(name)
    await page.mouse.click(x, y, { button: 'right' })
    await menu(name).waitFor()
  }
  const announced = async (row: Locator) => Number(/(\d+) more/.exec((await row.textContent()) ?? '')?.[1])

  it('says in the menu of a node what each relation would add, adds it in that direction, and takes it back', async () => {
    await openConcept(page, 'CIFAR-10')
    const [before, placesBefore] = [await entries(), await places(['CIFAR-10', 'ResNet'])]
    await rightClick('ResNet')
    const added = await announced(item(/^outperforms/))
    expect(added).toBe(1)
    await item(/^outperforms/).click()
    await menu('ResNet').waitFor({ state: 'detached' })
    await entry('VGG').waitFor()
    expect(await nodeCount(page)).toBe(before.length + added)
    expect(await entry('DenseNet').count()).toBe(0)

    await rightClick('ResNet')
    await item(/^outperforms · all shown$/).waitFor()
    expect(await announced(item(/^is outperformed by/))).toBe(1)
    await item('Expand all').click()
    await entry('DenseNet').waitFor()

    await rightClick('ResNet')
    expect(await item('Expand all').count()).toBe(0)
    await item('Collapse').click()
    await entry('VGG').waitFor({ state: 'detached' })
    expect(await entries()).toEqual(before)
    expect(await places(['CIFAR-10', 'ResNet'])).toEqual(placesBefore)
    await rightClick('ResNet')
    await item('Hide').waitFor()
    expect(await item('Collapse').count()).toBe(0)
  })

  it('announces all relations together, each node once', async () => {
    await openConcept(page, 'CIFAR-10')
    const before = await nodeCount(page)
    await rightClick('ResNet')
    const added = await announced(item('Expand all'))
    const rows = await page.getByRole('group', { name: 'Expand' }).getByText(/more$/).allTextContents()
    expect(rows.length).toBeGreaterThan(3)
    await item('Expand all').click()
    await expect.poll(() => nodeCount(page)).toBe(before + added)
  })

  it('counts what is hidden as not shown, in the details of concepts and papers', async () => {
    await openConcept(page, 'ResNet')
    const row = page.getByRole('region', { name: 'Relations' }).getByRole('button', { name: /^outperforms/ })
    await row.and(page.getByRole('button', { name: /shown$/, disabled: true })).waitFor()
    for (const name of ['VGG', 'DenseNet']) {
      await entry(name).click()
      await page.getByRole('heading', { level: 2, name }).waitFor()
      await page.keyboard.press('Delete')
      await entry(name).waitFor({ state: 'detached' })
    }
    await entry('ResNet').click()
    await row.getByText('add 1').waitFor()
    await row.click()
    await entry('VGG').waitFor()
    expect(await entry('DenseNet').count()).toBe(0)
    await row.getByText('shown').waitFor()

    await entry('Residual Learning of Images').click()
    const before = await nodeCount(page)
    const uses = page.getByRole('region', { name: 'Relations' }).getByRole('button', { name: /^introduces/ })
    await uses.getByText('shown').waitFor()
    await entry('ResNet').click()
    await page.getByRole('complementary').getByRole('button', { name: 'Hide' }).click()
    await entry('Residual Learning of Images').click()
    await uses.getByText('add 1').click()
    await expect.poll(() => nodeCount(page)).toBe(before)
  })

  it('lists what is hidden, and brings it back alone or together', async () => {
    await openConcept(page, 'ResNet')
    const before = await entries()
    for (const name of ['VGG', 'ImageNet']) {
      await rightClick(name)
      await item('Hide').click()
    }
    const hidden = page.getByRole('region', { name: 'Hidden' })
    expect(await hidden.getByRole('listitem').allTextContents()).toEqual(['ImageNet', 'VGG'])
    await hidden.getByRole('button', { name: 'Show VGG' }).click()
    await entry('VGG').waitFor()
    await rightClick('VGG')
    await item('Hide').click()
    await page.getByRole('button', { name: 'Show hidden (2)' }).click()
    await hidden.waitFor({ state: 'detached' })
    expect(await entries()).toEqual(before)
  })

  it('pins a node, and dims all but the neighbours of the one in focus until Escape', async () => {
    await openConcept(page, 'ResNet')
    await rightClick('VGG')
    await item('Pin').click()
    await page.getByRole('region', { name: 'Pinned' }).getByRole('button', { name: 'Unpin VGG' }).waitFor()
    expect(await entry('VGG').getAttribute('aria-description')).toBe('pinned')

    await rightClick('CIFAR-10')
    await item('Focus').click()
    await expect.poll(() => entry('VGG').getAttribute('aria-description')).toBe('pinned, dimmed')
    expect(await entry('ResNet').getAttribute('aria-description')).toBe(null)
    await page.keyboard.press('Escape')
    await expect.poll(() => entry('VGG').getAttribute('aria-description')).toBe('pinned')
    // What is selected outlives the focus, and goes with the next Escape.
    await page.getByRole('article', { name: 'ResNet' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('article').waitFor({ state: 'detached' })

    await rightClick('VGG')
    await item('Unpin').click()
    await page.getByRole('region', { name: 'Pinned' }).waitFor({ state: 'detached' })
  })

  it('does all of it by keyboard from the list', async () => {
    await openConcept(page, 'CIFAR-10')
    const before = await entries()
    await entry('ResNet').focus()
    await page.keyboard.press('Shift+F10')
    await item(/^outperforms/).waitFor()
    await expect.poll(focused).toContain('more')
    const row = (await page.getByRole('menuitem').allTextContents()).findIndex((text) =>
      text.startsWith('outperforms'),
    )
    await page.keyboard.press('Home')
    for (let i = 0; i < row; i++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await entry('VGG').waitFor()
    expect(await focused()).toBe('ResNet')
    expect(await nodeCount(page)).toBe(before.length + 1)

    await page.keyboard.press('c')
    await entry('VGG').waitFor({ state: 'detached' })
    expect(await entries()).toEqual(before)

    await page.keyboard.press('ContextMenu')
    await menu('ResNet').waitFor()
    await page.keyboard.press('Escape')
    await menu('ResNet').waitFor({ state: 'detached' })
    expect(await focused()).toBe('ResNet')
    await page.getByRole('article', { name: 'ResNet' }).waitFor()

    await page.keyboard.press('p')
    await page.keyboard.press('o')
    await expect.poll(() => entry('ResNet').getAttribute('aria-description')).toBe('pinned')
    await page
      .getByRole('navigation', { name: 'Steps' })
      .getByRole('button', { name: 'Focused on ResNet' })
      .waitFor()
    await page.keyboard.press('Delete')
    await entry('ResNet').waitFor({ state: 'detached' })
    // The focus stays in the list.
    expect(await focused()).toBe('CIFAR-10')
    await page.getByRole('button', { name: 'Show hidden (1)' }).press('Enter')
    await entry('ResNet').waitFor()
  })

  it('opens by a button in the details, and gives the focus back to it', async () => {
    await openConcept(page, 'CIFAR-10')
    const more = page.getByRole('complementary').getByRole('button', { name: 'More' })
    await more.press('Enter')
    // What is written of the node can be read beside its menu.
    const { x, width } = (await menu('CIFAR-10').boundingBox())!
    const details = (await page.getByRole('complementary', { name: 'Details' }).boundingBox())!
    expect(x + width).toBeLessThanOrEqual(details.x)
    await page.keyboard.press('Escape')
    expect(await more.evaluate((element) => element === document.activeElement)).toBe(true)
    await more.press('Enter')
    await item('Hide').press('Enter')
    await entry('CIFAR-10').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
  })

  it('opens by a long press', async () => {
    page = await here.openPage({ hasTouch: true })
    await page.goto(here.explorer.url)
    await page.getByRole('main', { name: 'Picture: Landscape' }).waitFor()
    await openConcept(page, 'CIFAR-10')
    const touch = await page.context().newCDPSession(page)
    const { x, y } = await pointOf('ResNet')
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
    await menu('ResNet').waitFor()
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await item(/^is outperformed by/).waitFor()
    // The long press is no tap on the node as well.
    await page.getByRole('article', { name: 'CIFAR-10' }).waitFor()
  })

  it('says so in the menu when it cannot count', async () => {
    await openConcept(page, 'CIFAR-10')
    await page.route('**/api/foresight', (route) =>
      route.fulfill({
        status: 500,
        json: { error: { class: 'StoreError', message: 'The store is asleep.' } },
      }),
    )
    await rightClick('ResNet')
    await page.getByRole('alert').getByText('The store is asleep.').waitFor()
    await item('Hide').click()
    await entry('ResNet').waitFor({ state: 'detached' })
  })

  it('says beside a node on which the pointer rests what expanding it would add', async () => {
    await openConcept(page, 'CIFAR-10')
    const { x, y } = await pointOf('ResNet')
    await page.mouse.move(x + 60, y + 60)
    await page.mouse.move(x, y, { steps: 3 })
    const card = page.getByText('is outperformed by')
    await card.waitFor()
    await page.mouse.move(x + 60, y - 60, { steps: 3 })
    await card.waitFor({ state: 'detached' })
  })
})
