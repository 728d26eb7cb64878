import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { conceptId, fieldDelta } from '../fixtures/field.ts'
import { lacksBrowser } from '../setup/browser.ts'
import { doubleClickNode, inView, openConcept, toggle } from './actions.ts'
import { explorerPage } from './page.ts'

const key = (name: string) => `Concept/${conceptId(name)}`
const placesOf = (page: Page, names: readonly string[]) =>
  page.evaluate(
    (keys) => keys.map((it) => window.skein.nodePosition(it)),
    names.map((name) => key(name)),
  )

describe.skipIf(lacksBrowser())('a link to a view', () => {
  const here = explorerPage((store) => store.apply(fieldDelta), {
    context: { permissions: ['clipboard-read', 'clipboard-write'] },
  })
  let page: Page
  beforeEach(() => {
    page = here.page
  })

  const names = (at: Page) => inView(at).getByRole('listitem').allTextContents()
  async function copyLink(): Promise<string> {
    await page.getByRole('main').focus()
    await page.keyboard.press('l')
    await page.getByText('Link copied.').waitFor()
    return page.evaluate(() => navigator.clipboard.readText())
  }

  it('copied with one key, opens the same elsewhere', async () => {
    await openConcept(page, 'ResNet')
    await doubleClickNode(page, conceptId('DenseNet'))
    await page.getByRole('main').focus()
    // Hidden and pinned by keyboard, then dragged.
    await inView(page).getByRole('button', { name: 'CIFAR-10', exact: true }).click()
    await page.keyboard.press('Delete')
    await inView(page).getByRole('button', { name: 'VGG', exact: true }).click()
    await page.keyboard.press('p')
    await page.keyboard.press('f')
    await page.waitForTimeout(400)
    const [from] = await placesOf(page, ['ImageNet'])
    await page.mouse.move(from!.x, from!.y)
    await page.mouse.down()
    await page.mouse.move(from!.x + 60, from!.y + 40, { steps: 5 })
    await page.mouse.up()
    await toggle(page, /Task/).click()
    await page.getByRole('button', { name: 'Cypher', exact: true }).click()
    await page.getByRole('textbox', { name: 'Cypher query' }).fill('MATCH (n:Concept) RETURN n LIMIT 3')
    await inView(page).getByRole('button', { name: 'ResNet', exact: true }).click()
    await page
      .getByRole('region', { name: 'Connections in view' })
      .getByRole('button', { name: /outperforms VGG/ })
      .click()
    await page.getByRole('article', { name: 'ResNet outperforms VGG' }).waitFor()
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await page.waitForTimeout(500)
    const link = await copyLink()
    expect(link).toContain('#view=1.')
    const shown = {
      names: await names(page),
      places: await placesOf(page, ['ResNet', 'VGG', 'ImageNet', 'DenseNet']),
    }

    const elsewhere = await here.serve((store) => store.apply(fieldDelta))
    for (const address of [link, elsewhere.url + new URL(link).hash]) {
      const other = await here.openPage({})
      await other.goto(address)
      await other.getByRole('article', { name: 'ResNet outperforms VGG' }).waitFor()
      await other.getByRole('textbox', { name: 'Cypher query' }).filter({ hasText: 'LIMIT 3' }).waitFor()
      expect(await names(other)).toEqual(shown.names)
      expect(await toggle(other, /Task/).isChecked()).toBe(false)
      const places = await placesOf(other, ['ResNet', 'VGG', 'ImageNet', 'DenseNet'])
      places.forEach((place, i) => {
        expect(Math.abs(place!.x - shown.places[i]!.x)).toBeLessThan(1)
        expect(Math.abs(place!.y - shown.places[i]!.y)).toBeLessThan(1)
      })
      await other.getByRole('region', { name: 'Hidden' }).getByText('CIFAR-10').waitFor()
    }
  })

  it('says what is no longer in the graph, and what is broken', async () => {
    await openConcept(page, 'ResNet')
    const link = await copyLink()
    const poorer = await here.serve((store) =>
      store.apply({
        ...fieldDelta,
        nodes: fieldDelta.nodes.filter(({ id }) => id !== conceptId('VGG')),
        relationships: fieldDelta.relationships.filter(
          ({ from, to }) => from.id !== conceptId('VGG') && to.id !== conceptId('VGG'),
        ),
      }),
    )
    await page.goto(poorer.url + new URL(link).hash)
    await page.getByText(/^1 of \d+ nodes is no longer in the graph/).waitFor()
    expect(await inView(page).getByRole('button', { name: 'VGG', exact: true }).count()).toBe(0)

    await page.goto('about:blank')
    await page.goto(`${link.slice(0, -9)}AAA`)
    await page
      .getByRole('alert')
      .getByText(/This link is damaged/)
      .waitFor()
    await page.getByRole('main', { name: 'Picture: Landscape' }).waitFor()
  })

  it('is shown where the browser does not let the page copy', async () => {
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined })
      document.execCommand = () => false
    })
    await page.getByRole('button', { name: 'Copy link' }).click()
    const field = page
      .getByRole('dialog', { name: 'Link to this view' })
      .getByRole('textbox', { name: 'Link' })
    await field.waitFor()
    const selected = await field.evaluate((it) => (it as HTMLInputElement).selectionEnd)
    expect(selected).toBe((await field.inputValue()).length)
    await page.keyboard.press('Escape')
    await field.waitFor({ state: 'detached' })
  })
})
