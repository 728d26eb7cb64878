import type { Locator } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { fieldDelta } from '../fixtures/field.ts'
import { lacksBrowser } from '../setup/browser.ts'
import { inView, openConcept, toggle } from './actions.ts'
import { explorerPage } from './page.ts'

/** High enough for every filter to be seen. */
const viewport = { width: 1280, height: 1000 }

describe.skipIf(lacksBrowser())('filters', () => {
  const tab = explorerPage((store) => store.apply(fieldDelta), { context: { viewport } })
  beforeEach(async () => {
    await openConcept(tab.page, 'ResNet')
    await inView(tab.page).getByRole('button', { name: 'VGG', exact: true }).waitFor()
  })

  const filters = () => tab.page.getByRole('region', { name: 'Filters' })
  const chips = () => filters().getByRole('list', { name: 'Active filters' }).getByRole('listitem')
  const openSection = (title: string) => filters().getByRole('heading', { name: title, exact: true }).click()
  const slider = (name: string) => filters().getByRole('slider', { name })
  /** Those in the list, sorted. */
  const names = async () =>
    (await inView(tab.page).getByRole('listitem').allTextContents()).map((name) => name.trim()).sort()
  const countOf = async (box: Locator) =>
    Number(/(\d+)\s*$/.exec((await box.locator('xpath=..').textContent()) ?? '')?.[1])
  async function presses(box: Locator, key: string, times: number): Promise<void> {
    await box.focus()
    for (let i = 0; i < times; i++) await tab.page.keyboard.press(key)
  }
  const edgesShown = (count: number) =>
    tab.page
      .getByRole('main')
      .getByText(`, ${count} ${count === 1 ? 'edge' : 'edges'}`)
      .waitFor()

  const everything = [
    'CIFAR-10',
    'DenseNet',
    'ImageNet',
    'ResNet',
    'Residual Learning of Images',
    'VGG',
    'image classification',
  ]
  const allEdges = 11
  const without = (...left: string[]) => everything.filter((name) => !left.includes(name))

  interface Case {
    filter: string
    act(): Promise<void>
    nodes: string[]
    edges: number
    chip: string
  }
  const cases: Case[] = [
    {
      filter: 'type',
      act: () => toggle(tab.page, /^Datasets/).uncheck(),
      nodes: without('CIFAR-10', 'ImageNet'),
      edges: 7,
      chip: 'Without datasets',
    },
    {
      filter: 'relation',
      act: () => toggle(tab.page, /^mentions/).uncheck(),
      nodes: everything,
      edges: 9,
      chip: 'Without “mentions”',
    },
    {
      filter: 'year',
      act: () => presses(slider('To year'), 'ArrowLeft', 2),
      nodes: without('DenseNet'),
      edges: 9,
      chip: 'Until 2015',
    },
    {
      filter: 'papers of a concept',
      act: async () => {
        await openSection('Strength')
        await presses(slider('Papers of a concept'), 'End', 1)
      },
      nodes: ['ImageNet', 'ResNet', 'Residual Learning of Images', 'VGG'],
      edges: 6,
      chip: 'Concepts: 3 papers or more',
    },
    {
      filter: 'papers of an edge',
      act: async () => {
        await openSection('Strength')
        await presses(slider('Papers of an edge'), 'End', 1)
      },
      nodes: everything,
      edges: 1,
      chip: 'Edges: 3 papers or more',
    },
    {
      filter: 'confidence',
      act: async () => {
        await openSection('Strength')
        await presses(slider('Confidence'), 'ArrowRight', 17)
      },
      nodes: everything,
      edges: 7,
      chip: 'At least 85 % sure',
    },
    {
      filter: 'venue',
      act: async () => {
        await openSection('Venues')
        await filters().getByRole('button', { name: 'Only ICLR' }).click()
      },
      nodes: ['CIFAR-10', 'ImageNet', 'VGG'],
      edges: 1,
      chip: 'Only ICLR',
    },
    {
      filter: 'name',
      act: async () => {
        await openSection('Names')
        await filters().getByRole('searchbox', { name: 'Names with' }).fill('net')
      },
      nodes: ['DenseNet', 'ImageNet', 'ResNet'],
      edges: 3,
      chip: 'Names with “net”',
    },
  ]

  it.each(cases.map((one) => [one.filter, one] as const))(
    'by %s leaves what it should, and undo brings the rest back',
    async (_, { act, nodes, edges, chip }) => {
      expect(await names()).toEqual(everything)
      await edgesShown(allEdges)
      await act()
      await expect.poll(names).toEqual(nodes)
      await edgesShown(edges)
      expect(await chips().allTextContents()).toEqual([chip])
      await filters().getByText('1 filter ·').waitFor()
      // One step, however many moves it took.
      await tab.page.getByRole('button', { name: 'Undo', exact: true }).click()
      await expect.poll(names).toEqual(everything)
      await edgesShown(allEdges)
      await tab.page.getByRole('button', { name: 'Redo', exact: true }).click()
      await expect.poll(names).toEqual(nodes)
      await filters()
        .getByRole('button', { name: `Remove: ${chip}` })
        .click()
      await expect.poll(names).toEqual(everything)
      expect(await chips().count()).toBe(0)
    },
  )

  it('combine; counts say what the others leave, and one click clears them', async () => {
    const methods = toggle(tab.page, /^Methods/)
    const datasets = toggle(tab.page, /^Datasets/)
    const evaluated = toggle(tab.page, /^is evaluated on/)
    expect(await Promise.all([methods, datasets, evaluated].map(countOf))).toEqual([3, 2, 3])
    await presses(slider('To year'), 'ArrowLeft', 2)
    await expect.poll(() => countOf(methods)).toBe(2)
    await datasets.uncheck()
    await expect.poll(names).toEqual(without('CIFAR-10', 'DenseNet', 'ImageNet'))
    // Its own count is what comes back with it.
    expect(await Promise.all([methods, datasets, evaluated].map(countOf))).toEqual([2, 2, 0])
    await filters().getByText('2 filters ·').waitFor()
    await filters().getByRole('button', { name: 'Remove: Until 2015' }).click()
    await expect.poll(names).toEqual(without('CIFAR-10', 'ImageNet'))
    expect(await slider('To year').inputValue()).toBe('2017')
    await filters().getByRole('button', { name: 'Clear filters' }).click()
    await expect.poll(names).toEqual(everything)
    expect(await tab.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Filters')
    await tab.page.keyboard.press('Control+z')
    await expect.poll(names).toEqual(without('CIFAR-10', 'ImageNet'))
  })

  it('show only one value, by a button or an Alt-click, and all again', async () => {
    await filters().getByRole('button', { name: 'Only Methods' }).click()
    await expect.poll(names).toEqual(['DenseNet', 'ResNet', 'VGG'])
    expect(await chips().allTextContents()).toEqual(['Only methods'])
    await toggle(tab.page, /^Tasks/).click({ modifiers: ['Alt'] })
    await expect.poll(names).toEqual(['image classification'])
    await toggle(tab.page, /^Tasks/).click({ modifiers: ['Alt'] })
    await expect.poll(names).toEqual(everything)
    const steps = tab.page.getByRole('navigation', { name: 'Steps' })
    for (const step of ['Only methods', 'Only tasks', 'Brought back all types']) {
      await steps.getByRole('button', { name: step }).waitFor()
    }
  })

  it('leave out a community, in a picture that came without any', async () => {
    await openSection('Communities')
    const list = filters().getByRole('list', { name: 'Communities' })
    const first = list.getByRole('checkbox').first()
    await first.waitFor()
    const size = await countOf(first)
    await first.uncheck()
    await expect.poll(async () => (await names()).length).toBe(everything.length - size)
    const [chip, ...others] = await chips().allTextContents()
    expect(others).toEqual([])
    const named = /^Without (?<name>.+)$/.exec(chip!)!.groups!.name!
    expect(await list.getByRole('listitem').first().textContent()).toContain(named)
    await openConcept(tab.page, 'Transformer')
    expect(await chips().count()).toBe(0)
  })

  it('are drawn in one step', async () => {
    await openSection('Strength')
    const confidence = slider('Confidence')
    await confidence.scrollIntoViewIfNeeded()
    const box = (await confidence.boundingBox())!
    await tab.page.mouse.move(box.x + 6, box.y + box.height / 2)
    await tab.page.mouse.down()
    for (let move = 1; move <= 10; move++) {
      await tab.page.mouse.move(box.x + 6 + (box.width - 12) * (move / 10), box.y + box.height / 2)
    }
    await tab.page.mouse.up()
    await edgesShown(0)
    expect(await confidence.getAttribute('aria-valuetext')).toBe('At least 95 % sure')
    await tab.page.keyboard.press('Control+z')
    await edgesShown(allEdges)
    expect(await confidence.getAttribute('aria-valuetext')).toBe('However sure')
    await tab.page.keyboard.press('Control+Shift+z')
    await edgesShown(0)
  })
})
