import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { conceptId, fieldDelta } from '../fixtures/field.ts'
import { lacksBrowser } from '../setup/browser.ts'
import { doubleClickNode, inView, openConcept, toggle } from './actions.ts'
import { explorerPage } from './page.ts'

interface Deed {
  name: string
  /** What has to be so before. */
  first?(page: Page): Promise<void>
  do(page: Page): Promise<void>
}

const entry = (page: Page, name: string) => inView(page).getByRole('button', { name, exact: true })
const steps = (page: Page) => page.getByRole('navigation', { name: 'Steps' })
const selectVgg = (page: Page) => entry(page, 'VGG').click()

async function drag(page: Page, name: string): Promise<void> {
  const at = await page.evaluate((key) => window.skein.nodePosition(key), `Concept/${conceptId(name)}`)
  if (!at) throw new Error(`${name} is not in the picture`)
  await page.mouse.move(at.x, at.y)
  await page.mouse.down()
  await page.mouse.move(at.x + 70, at.y + 40, { steps: 4 })
  await page.mouse.up()
}

const deeds: Deed[] = [
  { name: 'expanding', first: selectVgg, do: (page) => doubleClickNode(page, conceptId('VGG')) },
  {
    name: 'collapsing',
    async first(page) {
      await doubleClickNode(page, conceptId('VGG'))
      await entry(page, 'AlexNet').waitFor()
    },
    do: (page) => page.keyboard.press('c'),
  },
  { name: 'hiding', first: selectVgg, do: (page) => page.keyboard.press('Delete') },
  {
    name: 'bringing back',
    async first(page) {
      await selectVgg(page)
      await page.keyboard.press('Delete')
    },
    do: (page) => page.getByRole('button', { name: 'Show hidden (1)' }).click(),
  },
  { name: 'pinning', first: selectVgg, do: (page) => page.keyboard.press('p') },
  {
    name: 'letting go of a pin',
    async first(page) {
      await selectVgg(page)
      await page.keyboard.press('p')
    },
    do: (page) => page.getByRole('button', { name: 'Unpin VGG' }).click(),
  },
  { name: 'focusing', first: selectVgg, do: (page) => page.keyboard.press('o') },
  { name: 'moving', do: (page) => drag(page, 'VGG') },
  { name: 'leaving out a type', do: (page) => toggle(page, /^Datasets/).press('Space') },
  { name: 'leaving out a relation', do: (page) => toggle(page, /^outperforms/).press('Space') },
  {
    name: 'clearing the filters',
    first: (page) => toggle(page, /^Datasets/).press('Space'),
    do: (page) => page.getByRole('button', { name: 'Clear filters' }).click(),
  },
  { name: 'another picture', do: (page) => openConcept(page, 'BERT') },
]

describe.skipIf(lacksBrowser())('undo and redo', () => {
  const here = explorerPage((store) => store.apply(fieldDelta))
  let page: Page
  beforeEach(async () => {
    page = here.page
    await openConcept(page, 'ResNet')
  })

  /** All that a step may change. */
  async function look() {
    const list = await inView(page)
      .getByRole('listitem')
      .getByRole('button')
      .evaluateAll((buttons) =>
        buttons.map(({ textContent, ariaDescription, ariaCurrent }) => [
          textContent,
          ariaDescription,
          ariaCurrent,
        ]),
      )
    const checked = await page
      .getByRole('region', { name: 'Filters' })
      .getByRole('checkbox')
      .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).checked))
    const keys = ['ResNet', 'VGG', 'AlexNet', 'ImageNet', 'BERT'].map((name) => `Concept/${conceptId(name)}`)
    const places = await page.evaluate(
      (nodes) =>
        nodes.map((key) => window.skein.nodePosition(key)).map((at) => at && [at.x, at.y].map(Math.round)),
      keys,
    )
    return { picture: await page.getByRole('main').getAttribute('aria-label'), list, checked, places }
  }
  /** How it looks once nothing changes any more. */
  async function settled() {
    let before = await look()
    for (;;) {
      await page.waitForTimeout(400)
      const now = await look()
      if (JSON.stringify(now) === JSON.stringify(before)) return now
      before = now
    }
  }

  it.each(deeds)('take back $name, and do it again', async ({ first, do: act }) => {
    await first?.(page)
    const before = await settled()
    const stepsBefore = await steps(page).getByRole('listitem').count()
    await act(page)
    await expect.poll(look).not.toEqual(before)
    const after = await settled()
    expect(await steps(page).getByRole('listitem').count()).toBe(stepsBefore + 1)
    await page.keyboard.press('Control+z')
    await expect.poll(look).toEqual(before)
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(look).toEqual(after)
    await page.keyboard.press('Control+z')
    await expect.poll(look).toEqual(before)
    await page.keyboard.press('Control+y')
    await expect.poll(look).toEqual(after)
  })

  it('show the last five steps, the earlier ones in a menu, and go back to each', async () => {
    await selectVgg(page)
    for (let i = 0; i < 6; i++) await page.keyboard.press('p')
    const strip = steps(page).getByRole('listitem').getByRole('button')
    await expect
      .poll(() => strip.allTextContents())
      .toEqual(['Unpinned VGG', 'Pinned VGG', 'Unpinned VGG', 'Pinned VGG', 'Unpinned VGG'])
    expect(await strip.last().getAttribute('aria-current')).toBe('step')
    await strip.nth(3).click()
    expect(await entry(page, 'VGG').getAttribute('aria-description')).toBe('pinned')
    await steps(page).getByRole('button', { name: 'Unpinned VGG, undone' }).waitFor()

    await page.getByRole('button', { name: '3 earlier' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Landscape' }).press('Enter')
    await page.getByRole('main', { name: 'Picture: Landscape' }).waitFor()
    const landscape = steps(page).getByRole('button', { name: 'Landscape' })
    expect(await landscape.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await landscape.getAttribute('aria-current')).toBe('step')
    await page.getByRole('button', { name: '3 later' }).click()
    await page.getByRole('menuitem', { name: 'Unpinned VGG, undone' }).last().click()
    await page.getByRole('main', { name: 'Picture: ResNet' }).waitFor()
    expect(await page.getByRole('button', { name: 'Redo', exact: true }).isDisabled()).toBe(true)
  })

  it('leave the camera where it is, however many steps there are', async () => {
    await selectVgg(page)
    const unzoomed = (await settled()).places
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await expect.poll(async () => (await look()).places).not.toEqual(unzoomed)
    const before = (await settled()).places
    for (let i = 0; i < 205; i++) await page.keyboard.press('p')
    await page.getByRole('button', { name: '195 earlier' }).waitFor()
    expect((await settled()).places).toEqual(before)
    for (let i = 0; i < 5; i++) await page.keyboard.press('p')
    await page.keyboard.press('Control+z')
    expect((await settled()).places).toEqual(before)
  })
})
