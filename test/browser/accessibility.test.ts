import { describe, it } from 'vitest'
import { fieldDelta } from '../fixtures/field.ts'
import { lacksBrowser } from '../setup/browser.ts'
import { openLandscape } from './actions.ts'
import { expectNoViolation } from './axe.ts'
import { explorerPage } from './page.ts'
import { offersPapers, type Size, sizes, views } from './views/index.ts'

/** Views that hold all that can be chosen; also looked at in colours of the system. */
const forced: ReadonlySet<string> = new Set(['appearance', 'several-moving', 'evidence', 'cypher'])
const checked: readonly Size[] = ['wide', 'phone']
const cases = views.flatMap((view) =>
  view.sizes
    .filter((size) => checked.includes(size))
    .map((size) => [`${view.name}, ${size}`, { ...view, size }] as const),
)

describe.skipIf(lacksBrowser())('WCAG 2.2 AA, as far as axe can tell', () => {
  const here = explorerPage((store) => store.apply(fieldDelta), {
    onLandscape: false,
    takePapers: offersPapers,
    context: { bypassCSP: true },
  })

  it.each(cases)('%s, light and dark', async (_, { name, size, arrive }) => {
    const { page } = here
    await page.setViewportSize(sizes[size])
    await page.emulateMedia({ colorScheme: 'light' })
    await openLandscape(page, here.explorer.url)
    await arrive(page)
    await expectNoViolation(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark')
    await expectNoViolation(page)
    if (size !== 'wide' || !forced.has(name)) return
    await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' })
    await expectNoViolation(page)
  })

  it('an empty graph', async () => {
    const { url } = await here.serve(async () => {})
    const { page } = here
    await page.setViewportSize(sizes.phone)
    await page.goto(url)
    await page.getByRole('heading', { name: 'No papers yet' }).waitFor()
    await expectNoViolation(page)
  })
})
