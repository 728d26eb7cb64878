import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { conceptId, fieldDelta, hostileName } from '../fixtures/field.ts'
import { lacksBrowser } from '../setup/browser.ts'
import { inView, openConcept, openLandscape } from './actions.ts'
import { explorerPage } from './page.ts'

const scale = 2
/** Above the picture stand its title and how much it shows. */
const headHeight = 58
const colours = {
  light: { ink: '#1c2230', fieldName: '#8b8d95', outperforms: '#b5432f', Method: '#2f6db5' },
  dark: { ink: '#e9ebf0', fieldName: '#7f8899', outperforms: '#ee8a78', Method: '#6ea8ec' },
}

interface Box {
  x: number
  y: number
  width: number
  height: number
}

describe.skipIf(lacksBrowser())('export', () => {
  const here = explorerPage((store) => store.apply(fieldDelta), {
    onLandscape: false,
    // One export is refused.
    expected: /Failed to load resource/,
  })

  const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Export' })

  async function openDialog(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Export' }).click()
    await dialogOf(page).waitFor()
  }

  /** Saves as the open dialog is set; it closes then. @returns the name of the file and what is in it */
  async function save(page: Page): Promise<{ name: string; content: Buffer }> {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^Save (image|data)$/ }).click(),
    ])
    await dialogOf(page).waitFor({ state: 'detached' })
    return { name: file.suggestedFilename(), content: await readFile(await file.path()) }
  }

  /** Saves the image of the window and decodes it in a page. @returns its size, and how many pixels of a colour a box holds */
  async function imageOf(page: Page) {
    await openDialog(page)
    const { content } = await save(page)
    const decoder = await here.openPage({})
    const size = await decoder.evaluate(async (data) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const canvas = Object.assign(document.createElement('canvas'), {
        width: bitmap.width,
        height: bitmap.height,
      })
      canvas.getContext('2d', { willReadFrequently: true })!.drawImage(bitmap, 0, 0)
      document.body.append(canvas)
      return { width: bitmap.width, height: bitmap.height }
    }, content.toString('base64'))
    /** In pixels of the page, from the left upper corner of the image. */
    const count = (colour: string, box: Box) =>
      decoder.evaluate(
        ({ wanted, x, y, width, height }) => {
          const context = document.querySelector('canvas')!.getContext('2d')!
          const { data } = context.getImageData(x, y, width, height)
          let found = 0
          for (let i = 0; i < data.length; i += 4) {
            if (wanted.every((channel, k) => Math.abs(channel - data[i + k]!) <= 6)) found++
          }
          return found
        },
        {
          wanted: [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)),
          x: box.x * scale,
          y: box.y * scale,
          width: box.width * scale,
          height: box.height * scale,
        },
      )
    return { size, count, close: () => decoder.close() }
  }

  it.each(['light', 'dark'] as const)(
    'of an image has names, regions, a title, a legend and pins, %s',
    async (colorScheme) => {
      const page = await here.openPage({ colorScheme })
      const { ink, fieldName, outperforms, Method } = colours[colorScheme]
      await openLandscape(page, here.explorer.url)
      const stage = page.getByRole('main', { name: 'Picture: Landscape' })
      const { x, y, width, height } = (await stage.locator('canvas').first().boundingBox())!
      const landscape = await imageOf(page)
      expect(landscape.size.width).toBe(width * scale)
      expect(landscape.size.height).toBeGreaterThan((height + headHeight) * scale)
      expect(await landscape.count(ink, { x: 0, y: 0, width, height: headHeight })).toBeGreaterThan(100)
      const picture = { x: 0, y: headHeight, width, height }
      const ofRegions = await landscape.count(fieldName, picture)
      const below = headHeight + height
      const legend = { x: 0, y: below, width, height: landscape.size.height / scale - below }
      expect(await landscape.count(ink, legend)).toBeGreaterThan(200)
      expect(await landscape.count(Method, legend)).toBeGreaterThan(100)
      expect(await landscape.count(outperforms, legend)).toBeGreaterThan(60)
      await landscape.close()

      await openConcept(page, 'Transformer')
      await page.keyboard.press('p')
      const placeOf = async (name: string): Promise<Box> => {
        const at = await page.evaluate((key) => window.skein.nodePosition(key), `Concept/${conceptId(name)}`)
        return { x: at!.x - x - 60, y: at!.y - y + headHeight - 24, width: 120, height: 48 }
      }
      const concept = await imageOf(page)
      const around = await placeOf('LSTM')
      expect(await concept.count(ink, around)).toBeGreaterThan(60)
      expect(await concept.count(Method, around)).toBeGreaterThan(60)
      // The head of the pin at the node's upper right, in the middle of nothing else that is dark.
      const pinned = await page.evaluate(
        (key) => {
          const { x, y } = window.skein.nodePosition(key)!
          const reach = 0.72 * window.skein.nodeRadius(key)! + 1.5
          return { x: x + reach, y: y - reach }
        },
        `Concept/${conceptId('Transformer')}`,
      )
      const pin = { x: pinned.x - x - 3, y: pinned.y - y + headHeight - 3, width: 6, height: 6 }
      expect(await concept.count(ink, pin)).toBeGreaterThan(30)
      // A neighbourhood has no regions; the edges of other letters have a little of any grey.
      expect(ofRegions).toBeGreaterThan(4 * (await concept.count(fieldName, picture)))
      await concept.close()
    },
  )

  it('of all of a picture as SVG, with a title of one’s own, which browsers open as an image', async () => {
    const { page } = here
    await openLandscape(page, here.explorer.url)
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await page.keyboard.press('x')
    const dialog = dialogOf(page)
    await dialog.getByRole('radio', { name: 'SVG (shapes and text)' }).check()
    await dialog.getByRole('radio', { name: 'The whole picture' }).check()
    await dialog.getByRole('radio', { name: 'White' }).check()
    await dialog.getByRole('textbox', { name: 'Title' }).fill('My <figure>')
    await dialog.getByText(/^[\d,]+ × [\d,]+ pixels, sharp at any size$/).waitFor()
    const { name, content } = await save(page)
    expect(name).toBe('my-figure.svg')
    await page.getByRole('status').getByText('Saved my-figure.svg.').waitFor()

    const reader = await here.openPage({})
    await reader.setContent(content.toString().replace(/^<\?xml.*\?>/, ''))
    expect(await reader.evaluate(() => 'hacked' in globalThis)).toBe(false)
    const read = await reader.evaluate((svg) => {
      const { documentElement: root } = new DOMParser().parseFromString(svg, 'image/svg+xml')
      const texts = [...root.querySelectorAll('text:not([aria-hidden])')].map((text) => text.textContent)
      return { root: root.tagName, title: root.querySelector('title')?.textContent, texts }
    }, content.toString())
    expect(read).toMatchObject({ root: 'svg', title: 'My <figure>' })
    expect(read.texts).toEqual(expect.arrayContaining(['My <figure>', hostileName, 'ResNet', 'ELMo']))
    const size = await reader.evaluate(async (data) => {
      const image = Object.assign(new Image(), { src: `data:image/svg+xml;base64,${data}` })
      await image.decode()
      return [image.naturalWidth, image.naturalHeight]
    }, content.toString('base64'))
    expect(Math.min(...size)).toBeGreaterThan(400)

    // What was chosen last is chosen again; the focus goes back to where the dialog was opened from.
    await openDialog(page)
    expect(await dialog.getByRole('radio', { name: 'The whole picture' }).isChecked()).toBe(true)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Export')
  })

  it('of data: what is shown, what is selected, what a query finds, and the papers behind it', async () => {
    const { page } = here
    await openLandscape(page, here.explorer.url)
    await openConcept(page, 'ResNet')
    await openDialog(page)
    const dialog = dialogOf(page)
    await dialog.getByRole('tab', { name: 'Data' }).click()
    const format = dialog.getByRole('combobox', { name: 'Format' })
    const choose = async (label: RegExp) => {
      const option = format.getByRole('option', { name: label })
      await format.selectOption(await option.getAttribute('value'))
    }
    await choose(/^GraphML/)
    const graphml = await save(page)
    expect([graphml.name, graphml.content.toString().includes('<graphml')]).toEqual(['resnet.graphml', true])

    await inView(page)
      .getByRole('button', { name: 'VGG', exact: true })
      .click({ modifiers: ['Shift'] })
    await page.keyboard.press('x')
    await dialog.getByRole('radio', { name: /^The selection \(2 nodes, 1 edge\)$/ }).check()
    await choose(/^BibTeX/)
    await page.route('**/api/export', (route) => route.abort(), { times: 1 })
    await dialog.getByRole('button', { name: 'Save data' }).click()
    await dialog
      .getByRole('alert')
      .getByText(/^Skein does not answer/)
      .waitFor()
    const papers = await save(page)
    expect(papers.name).toBe('resnet-selection.bib')
    const titles = [...papers.content.toString().matchAll(/^ {2}title = \{(.*)\}/gm)].map(
      ([, title]) => title,
    )
    expect(titles.sort()).toEqual([
      'A Second Look',
      'Dense Nets',
      'Residual Learning of Images',
      'Very Deep Nets',
    ])

    await page.getByRole('button', { name: 'Cypher' }).click()
    await page.getByRole('textbox', { name: 'Cypher query' }).focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText("MATCH (a:Method {name: 'VGG'}) RETURN a")
    await page.keyboard.press('Control+Enter')
    await page.getByText(/^1 node .*shown above\.$/).waitFor()
    await openDialog(page)
    await dialog.getByRole('radio', { name: 'The whole answer of the query' }).check()
    await choose(/^node-link JSON/)
    const { nodes } = JSON.parse((await save(page)).content.toString())
    expect(nodes.map(({ label }: { label: string }) => label)).toEqual(['VGG'])
  })
})
