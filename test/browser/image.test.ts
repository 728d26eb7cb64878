import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { conceptId, fieldDelta } from '../fixtures/field.ts'
import { lacksBrowser, launchBrowser } from '../setup/browser.ts'
import { type RunningExplorer, startExplorer } from '../setup/explorer.ts'
import { openConcept } from './actions.ts'

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

describe.skipIf(lacksBrowser())('the image of a picture', () => {
  let explorer: RunningExplorer
  let browser: Browser
  beforeAll(async () => {
    explorer = await startExplorer((store) => store.apply(fieldDelta))
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await explorer?.close()
  })

  /** Downloads the image and decodes it in a page. @returns its size, and how many pixels of a colour a box holds */
  async function imageOf(page: Page) {
    await page.getByRole('button', { name: 'Export' }).click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Image png' }).click(),
    ])
    const png = (await readFile(await file.path())).toString('base64')
    const decoder = await browser.newPage()
    const size = await decoder.evaluate(async (data) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const canvas = Object.assign(document.createElement('canvas'), {
        width: bitmap.width,
        height: bitmap.height,
      })
      canvas.getContext('2d')!.drawImage(bitmap, 0, 0)
      document.body.append(canvas)
      return { width: bitmap.width, height: bitmap.height }
    }, png)
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

  it.each(['light', 'dark'] as const)('has names, regions, a title and a legend, %s', async (colorScheme) => {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width: 1280, height: 800 },
      acceptDownloads: true,
    })
    const page = await context.newPage()
    const { ink, fieldName, outperforms, Method } = colours[colorScheme]
    try {
      await page.goto(explorer.url)
      const stage = page.getByRole('main', { name: 'Picture: Landscape' })
      await stage.waitFor()
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
      const key = `Concept/${conceptId('LSTM')}`
      const at = (await page.evaluate((node) => window.skein.nodePosition(node), key))!
      const concept = await imageOf(page)
      const around = { x: at.x - x - 60, y: at.y - y + headHeight - 24, width: 120, height: 48 }
      expect(await concept.count(ink, around)).toBeGreaterThan(60)
      expect(await concept.count(Method, around)).toBeGreaterThan(60)
      // A neighbourhood has no regions; the edges of other letters have a little of any grey.
      expect(ofRegions).toBeGreaterThan(4 * (await concept.count(fieldName, picture)))
      await concept.close()
    } finally {
      await context.close()
    }
  })
})
