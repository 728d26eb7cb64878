import { describe, expect, it } from 'vitest'
import { fieldDelta } from '../fixtures/field.ts'
import { lacksBrowser } from '../setup/browser.ts'
import { inView, openLandscape } from './actions.ts'
import { explorerPage } from './page.ts'

describe.skipIf(lacksBrowser())('what fails in the page', () => {
  const here = explorerPage((store) => store.apply(fieldDelta), {
    onLandscape: false,
    // React tells the console what a boundary has caught.
    expected: /Failed to load resource|dynamically imported module|reading 'blendFunc'/,
  })

  it('leaves the lists where the browser cannot draw', async () => {
    const { page, explorer } = here
    await page.addInitScript(() => {
      const original = HTMLCanvasElement.prototype.getContext
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string) {
        return kind.includes('webgl') ? null : original.call(this, kind as '2d')
      } as typeof original
    })
    await openLandscape(page, explorer.url)
    await page
      .getByRole('alert')
      .getByText(/^This browser cannot draw here \(WebGL is off\)/)
      .waitFor()
    await inView(page).getByRole('button', { name: 'ResNet', exact: true }).click()
    await page.getByRole('complementary').getByRole('heading', { level: 2, name: 'ResNet' }).waitFor()
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('button', { name: 'Save image' }).click()
    await page.getByText('There is no image, as this browser cannot draw here.').waitFor()
  })

  it('stays in a panel whose code cannot be fetched, and the panel can be closed', async () => {
    const { page, explorer } = here
    await page.route(/cypher-panel.*\.js$/, (route) => route.abort())
    await openLandscape(page, explorer.url)
    await page.getByRole('button', { name: 'Cypher' }).click()
    const alert = page.getByRole('alert', { name: 'Cypher' })
    await alert.getByRole('heading', { name: 'Cypher cannot be shown' }).waitFor()
    await alert.getByRole('button', { name: 'Reload' }).waitFor()
    await alert.getByRole('button', { name: 'Close' }).click()
    await alert.waitFor({ state: 'detached' })
    await inView(page).getByRole('button', { name: 'ResNet', exact: true }).waitFor()
  })

  it('does not matter where storage is blocked', async () => {
    const { page, explorer } = here
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('blocked', 'SecurityError')
          },
        })
      }
    })
    await openLandscape(page, explorer.url)
    await page.getByRole('button', { name: 'Dark colours' }).click()
    expect(await page.getByRole('button', { name: 'Light colours' }).count()).toBe(1)
  })
})
