/** Parameters, history, saved queries and examples, and what was done with the mouse as a query. */
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { conceptId, fieldDelta } from '../fixtures/field.ts'
import { lacksBrowser } from '../setup/browser.ts'
import { inView, nodeCount, openConcept, toggle } from './actions.ts'
import { explorerPage } from './page.ts'

describe.skipIf(lacksBrowser())('queries to come back to', () => {
  const here = explorerPage((store) => store.apply(fieldDelta))
  let page: Page
  let editor: Locator
  beforeEach(async () => {
    page = here.page
    editor = page.getByRole('textbox', { name: 'Cypher query' })
    await page.getByRole('button', { name: 'Cypher' }).click()
    await editor.waitFor()
  })

  async function write(cypher: string): Promise<void> {
    await editor.focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText(cypher)
  }

  async function ask(cypher: string): Promise<void> {
    await write(cypher)
    await page.keyboard.press('Control+Enter')
    await page.getByText(/rows? in \d/).waitFor()
  }

  const written = async () => (await editor.textContent()) ?? ''
  const namesInView = async () => (await inView(page).getByRole('listitem').allTextContents()).sort()
  const library = (name: string) => page.getByRole('region', { name })

  it('takes values for parameters', async () => {
    await write(
      'MATCH (m:Method {name: $name})-[r:OUTPERFORMS]->(o) WHERE r.firstYear >= $since RETURN m, r, o',
    )
    await page.getByRole('textbox', { name: '$name' }).fill('ResNet')
    await page.getByRole('textbox', { name: '$since' }).fill('2010')
    await page.getByRole('textbox', { name: '$since' }).press('Enter')
    await page.getByText('2 nodes and 1 edge are shown above.').waitFor()
    expect(await nodeCount(page)).toBe(2)
  })

  it('remembers queries with their parameters, also after the page was loaded anew', async () => {
    await ask('RETURN 1 AS first')
    await write('RETURN $value AS second')
    await page.getByRole('textbox', { name: '$value' }).fill('[1, 2]')
    await page.getByRole('textbox', { name: '$value' }).press('Enter')
    await page.getByRole('gridcell', { name: '[1, 2]' }).waitFor()
    await page.reload()
    await page.getByRole('main', { name: 'Picture: Landscape' }).waitFor()
    await page.getByRole('button', { name: 'Cypher' }).click()
    await editor.focus()
    await page.keyboard.press('Alt+ArrowUp')
    expect(await written()).toBe('RETURN $value AS second')
    expect(await page.getByRole('textbox', { name: '$value' }).inputValue()).toBe('[1, 2]')
    await page.keyboard.press('Alt+ArrowUp')
    expect(await written()).toBe('RETURN 1 AS first')
    await page.keyboard.press('Alt+ArrowDown')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('gridcell', { name: '[1, 2]' }).waitFor()
    await page.getByRole('button', { name: 'History' }).press('Enter')
    await library('History').getByRole('button', { name: 'Run: RETURN 1 AS first' }).press('Enter')
    await page.getByRole('gridcell', { name: '1', exact: true }).waitFor()
    expect(await editor.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('saves a query under a name, renames, takes along, deletes and brings it back', async () => {
    await write('RETURN 42 AS answer')
    await page.getByRole('button', { name: 'Saved' }).press('Enter')
    await page.getByRole('textbox', { name: 'Name of the query in the editor' }).fill('The answer')
    await page.keyboard.press('Enter')
    const saved = library('Saved queries')
    await saved.getByText('Saved “The answer”.').waitFor()
    await saved.getByRole('button', { name: 'Rename: The answer' }).press('Enter')
    await page.keyboard.insertText('The whole answer')
    await page.keyboard.press('Enter')
    await saved.getByRole('heading', { name: 'The whole answer' }).waitFor()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      saved.getByRole('button', { name: 'Export' }).click(),
    ])
    const path = await file.path()
    expect(JSON.parse(await readFile(path, 'utf8')).saved[0].name).toBe('The whole answer')
    await saved.getByRole('button', { name: 'Delete: The whole answer' }).press('Enter')
    await saved.getByText('Deleted “The whole answer”.').waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
    await saved.getByLabel('Import').setInputFiles(path)
    await saved.getByText('1 query brought in.').waitFor()
    await write('RETURN 0')
    await saved.getByRole('button', { name: 'Run: The whole answer' }).press('Enter')
    await page.getByRole('gridcell', { name: '42' }).waitFor()
  })

  it('puts an example about this graph into the editor without running it', async () => {
    const shelf = library('Examples')
    const put = shelf.getByRole('button', { name: 'Put into the editor: State of the art on a dataset' })
    await put.press('Enter')
    expect(await written()).toContain('EVALUATED_ON')
    expect(await page.getByRole('textbox', { name: '$dataset' }).inputValue()).toBe('ImageNet')
    await page.getByRole('main', { name: 'Picture: Landscape' }).waitFor()
    expect(await shelf.count()).toBe(1)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('gridcell', { name: 'ResNet' }).waitFor()
  })

  it('says what was done with the mouse in Cypher, which gives the same nodes', async () => {
    const step = page.getByRole('region', { name: 'Your last step' })
    await page.getByRole('button', { name: 'Examples' }).focus()
    await openConcept(page, 'ResNet')
    await step.getByText('Your last step, in Cypher: ResNet').waitFor()
    await toggle(page, /Dataset/).click()
    await step.getByText(/Left out datasets/).waitFor()
    const shown = await namesInView()
    expect(shown.length).toBeGreaterThan(2)
    await step.getByRole('button', { name: 'Edit' }).press('Enter')
    expect(await written()).toContain('NOT n.type IN $withoutTypes')
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await expect.poll(namesInView).not.toEqual(shown)
    await editor.focus()
    await page.keyboard.press('Control+Enter')
    await expect.poll(namesInView).toEqual(shown)

    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Steps as queries' }).click()
    const steps = library('Steps as queries')
    await steps.getByRole('heading').first().waitFor()
    expect(await steps.getByRole('heading').allTextContents()).toHaveLength(5)
    await steps.getByRole('button', { name: 'Copy step 2: ResNet' }).click()
    await steps.getByText('Copied the query, with its values').waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain(`{id: '${conceptId('ResNet')}'}`)
    await steps.getByRole('button', { name: 'Run step 2: ResNet' }).press('Enter')
    await inView(page).getByRole('button', { name: 'ImageNet', exact: true }).waitFor()
  })
})
