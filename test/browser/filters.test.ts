import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fieldDelta } from '../fixtures/field.ts'
import { lacksBrowser, launchBrowser } from '../setup/browser.ts'
import { type RunningExplorer, startExplorer } from '../setup/explorer.ts'
import { edgeButton, inView, nodeCount, openConcept, toggle } from './actions.ts'

describe.skipIf(lacksBrowser())('filters', () => {
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
    context = await browser.newContext({ viewport: { width: 1280, height: 1000 } })
    page = await context.newPage()
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    await page.goto(explorer.url)
    await page.getByRole('main', { name: 'Picture: Landscape' }).waitFor()
    await openConcept(page, 'ResNet')
    await inView(page).getByRole('button', { name: 'VGG', exact: true }).waitFor()
  })
  afterEach(async () => {
    await context.close()
    expect(complaints.filter((text) => !text.includes('GPU stall'))).toEqual([])
  })

  const filters = () => page.getByRole('region', { name: 'Filters' })
  const chips = () => filters().getByRole('list', { name: 'Active filters' }).getByRole('listitem')
  const openSection = (title: string) => filters().getByRole('heading', { name: title, exact: true }).click()
  const slider = (name: string) => filters().getByRole('slider', { name })
  /** Those in the list, sorted. */
  const names = async () =>
    (await inView(page).getByRole('listitem').allTextContents()).map((name) => name.trim()).sort()
  const countOf = async (box: Locator) =>
    Number(/(\d+)\s*$/.exec((await box.locator('xpath=..').textContent()) ?? '')?.[1])
  async function presses(box: Locator, key: string, times: number): Promise<void> {
    await box.focus()
    for (let i = 0; i < times; i++) await page.keyboard.press(key)
  }
  const clear = () => filters().getByRole('button', { name: 'Clear filters' }).click()

  const everything = [
    'AlexNet',
    'CIFAR-10',
    'DenseNet',
    'ImageNet',
    'ResNet',
    'Residual Learning of Images',
    'VGG',
    'image classification',
  ]
  const without = (...left: string[]) => everything.filter((name) => !left.includes(name))
  /** Each with what it leaves of the list, and what its chip says. */
  const table: [string, () => Promise<void>, () => string[], string][] = [
    [
      'type',
      () => toggle(page, /^Datasets/).uncheck(),
      () => without('CIFAR-10', 'ImageNet'),
      'Without datasets',
    ],
    ['year', () => presses(slider('To year'), 'ArrowLeft', 2), () => without('DenseNet'), 'Until 2015'],
    [
      'venue',
      async () => {
        await openSection('Venues')
        await filters().getByRole('button', { name: 'Only ICLR' }).click()
      },
      () => without('DenseNet', 'ResNet', 'Residual Learning of Images', 'image classification'),
      'Only ICLR',
    ],
    [
      'papers of a concept',
      async () => {
        await openSection('Strength')
        await presses(slider('Papers of a concept'), 'End', 1)
      },
      () => [],
      'Concepts: 4 papers or more',
    ],
    [
      'name',
      async () => {
        await openSection('Names')
        await filters().getByRole('searchbox', { name: 'Names with' }).fill('net')
      },
      () => everything.filter((name) => /net/i.test(name)),
      'Names with “net”',
    ],
  ]

  it('prints', async () => {
    console.log(await names())
    for (const [name, act, ,] of table) {
      await act()
      console.log(name, await names(), await chips().allTextContents())
      await clear()
    }
    await openSection('Communities')
    await page.waitForTimeout(800)
    console.log(await filters().textContent())
  })
})
