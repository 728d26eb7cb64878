import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { fieldDelta } from '../fixtures/field.ts'
import { lacksBrowser } from '../setup/browser.ts'
import { inView, openConcept } from './actions.ts'
import { explorerPage } from './page.ts'

describe.skipIf(lacksBrowser())('time', () => {
  const here = explorerPage((store) => store.apply(fieldDelta), {
    context: { viewport: { width: 1280, height: 1000 }, reducedMotion: 'reduce' },
  })
  let page: Page
  beforeEach(async () => {
    page = here.page
    await openConcept(page, 'ResNet')
    await panel().getByRole('heading', { name: 'Time' }).click()
    await says('All years: 7 of 7 nodes')
  })

  const panel = () => page.getByRole('region', { name: 'Time' })
  const says = (words: string) => panel().getByText(words).first().waitFor()
  const tells = (words: string) => panel().getByRole('status').getByText(words).waitFor()
  const entry = (name: string) => inView(page).getByRole('button', { name, exact: true })
  const button = (name: string) => panel().getByRole('button', { name })
  const lastStep = async () =>
    (await page.getByRole('navigation', { name: 'Steps' }).getByRole('listitem').allTextContents())
      .map((words) => words.trim())
      .slice(1)

  it('leaves out what came after a year that is chosen by a slider or a bar', async () => {
    await panel().getByText('First seen in 2015').waitFor()
    const slider = panel().getByRole('slider', { name: 'Until year' })
    await slider.focus()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await says('Until 2014: 4 of 7 nodes')
    await tells('Until 2014: 4 of 7 nodes')
    await entry('DenseNet').waitFor({ state: 'detached' })
    await entry('VGG').waitFor()
    expect(await lastStep()).toEqual(['ResNet', 'Until 2014'])
    await page.keyboard.press('Control+z')
    await says('All years: 7 of 7 nodes')
    const chart = panel().getByRole('img', {
      name: 'First appearances by year: 2 in 2012, 1 in 2014, 2 in 2015, 1 in 2016',
    })
    const { width, height } = (await chart.boundingBox())!
    await chart.click({ position: { x: (3.5 / 5) * width, y: height / 2 } })
    await says('Until 2015: 6 of 7 nodes')
    expect(await slider.inputValue()).toBe('2015')
  })

  it('plays the years in one step, and ends with all of them', async () => {
    // Each year stands there for a moment only, which a slow machine may miss.
    await panel().evaluate((element) => {
      const told: string[] = []
      Object.assign(window, { told })
      new MutationObserver(() => {
        const words = /(?:Until \d+|All years): \d of 7 nodes/.exec(element.textContent ?? '')?.[0]
        if (words && told.at(-1) !== words) told.push(words)
      }).observe(element, { subtree: true, childList: true, characterData: true })
    })
    await button('Play').click()
    await button('Pause').waitFor()
    await button('Play').waitFor()
    expect(await page.evaluate(() => (window as unknown as { told: string[] }).told)).toEqual([
      'Until 2012: 3 of 7 nodes',
      'Until 2013: 3 of 7 nodes',
      'Until 2014: 4 of 7 nodes',
      'Until 2015: 6 of 7 nodes',
      'All years: 7 of 7 nodes',
    ])
    expect(await lastStep()).toEqual(['ResNet', 'Played all years'])
    expect(await inView(page).getByRole('listitem').count()).toBe(7)
  })

  it('pauses, and leaves the last word to who undoes it', async () => {
    await button('Play').click()
    await says('Until 2012')
    await button('Pause').click()
    const played = (await lastStep()).at(-1)!
    // Longer than a year takes.
    await page.waitForTimeout(1000)
    expect((await lastStep()).at(-1)).toBe(played)
    await button('Play').click()
    await button('Pause').waitFor()
    await page.keyboard.press('Control+z')
    await button('Play').waitFor()
    await says('All years: 7 of 7 nodes')
  })
})
