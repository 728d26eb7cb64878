import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { fieldDelta } from '../fixtures/field.ts'
import { lacksBrowser } from '../setup/browser.ts'
import { nodeCount, openConcept } from './actions.ts'
import { explorerPage } from './page.ts'

describe.skipIf(lacksBrowser())('the Cypher panel', () => {
  const here = explorerPage((store) => store.apply(fieldDelta), {
    // Answers of 400 and 408 are part of these tests; the browser reports each.
    expected: /Failed to load resource/,
  })
  let page: Page
  beforeEach(async () => {
    page = here.page
    await page.getByRole('button', { name: 'Cypher' }).click()
    await page.getByRole('textbox', { name: 'Cypher query' }).waitFor()
  })

  /** Writes at once, so that no bracket is closed by the editor. */
  async function ask(cypher: string): Promise<void> {
    await page.getByRole('textbox', { name: 'Cypher query' }).focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText(cypher)
    await page.keyboard.press('Control+Enter')
  }

  it('shows an answer as picture, table and JSON', async () => {
    await ask("MATCH (a:Method)-[r:OUTPERFORMS]->(b:Method {name: 'AlexNet'}) RETURN a, r, b")
    await page.getByRole('tab', { name: 'Graph', selected: true }).waitFor()
    await page.getByText('3 nodes and 2 edges are shown above.').waitFor()
    expect(await nodeCount(page)).toBe(3)
    await page.getByRole('tab', { name: 'Table' }).click()
    await page.getByRole('gridcell', { name: '(AlexNet)' }).first().waitFor()
    expect(await page.getByRole('grid').getByRole('row').count()).toBe(3)
    await page.getByRole('tab', { name: 'JSON' }).click()
    const json = JSON.parse((await page.getByRole('region', { name: 'JSON' }).textContent()) ?? '')
    expect(json.columns).toEqual(['a', 'r', 'b'])
    expect(json.rows).toHaveLength(2)
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await page.getByRole('main', { name: 'Picture: Landscape' }).waitFor()
  })

  it('draws relationships that come without their nodes', async () => {
    await ask("MATCH (:Method)-[r:OUTPERFORMS]->(:Method {name: 'AlexNet'}) RETURN r")
    await page.getByText('3 nodes and 2 edges are shown above.').waitFor()
    expect(await nodeCount(page)).toBe(3)
  })

  it('sorts a table by a column', async () => {
    await ask('MATCH (d:Dataset) RETURN d.name AS name, d.papers AS papers ORDER BY name')
    const first = () =>
      page.getByRole('grid').getByRole('row').nth(1).getByRole('gridcell').first().textContent()
    await expect.poll(first).toBe('CIFAR-10')
    await page.getByRole('button', { name: 'papers' }).click()
    await page.getByRole('button', { name: 'papers' }).click()
    await expect.poll(first).toBe('ImageNet')
  })

  it('says how many rows there are, and shows more of the query that was answered', async () => {
    await ask('UNWIND range(1, 1200) AS n RETURN n')
    await page.getByText(/^500 of 1,200 rows in/).waitFor()
    await page.getByRole('textbox', { name: 'Cypher query' }).focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText('RETURN 7 AS other')
    await page.getByRole('button', { name: 'Show more' }).click()
    await page.getByText(/^1,200 rows in/).waitFor()
    await page.getByRole('gridcell', { name: '1', exact: true }).waitFor()
  })

  it('points at the place of an error, and says it in words', async () => {
    await ask('\n\nMATCH (a:Method)\nRETRUN a')
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(((await alert.textContent()) ?? '').length).toBeGreaterThan(10)
    await alert.getByText(/^At line 4, column \d+:/).waitFor()
    const mark = page.getByTitle('The query is wrong here')
    expect(await mark.textContent()).toBe('RETRUN')
    await ask('RETURN 1 AS one')
    await page.getByRole('gridcell', { name: '1' }).waitFor()
    expect(await mark.count()).toBe(0)
  })

  it('refuses to write', async () => {
    await ask("CREATE (:Method {name: 'sneaky'}) RETURN 1")
    await page.getByRole('alert').waitFor()
    await ask("MATCH (m:Method {name: 'sneaky'}) RETURN count(m) AS found")
    await page.getByRole('gridcell', { name: '0' }).waitFor()
  })

  it('stops a running query when asked to', async () => {
    await ask('UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS total')
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByText('Stopped.').waitFor()
    await ask('RETURN 42 AS answer')
    await page.getByRole('gridcell', { name: '42' }).waitFor()
  })

  it('completes labels from the graph', async () => {
    await page.getByRole('textbox', { name: 'Cypher query' }).focus()
    await page.keyboard.type('MATCH (m:Dat')
    await page
      .getByRole('listbox', { name: 'Completions' })
      .getByRole('option', { name: /^Dataset/ })
      .waitFor()
    // The editor takes an Enter that follows at once for a new line.
    await page.waitForTimeout(150)
    await page.keyboard.press('Enter')
    expect(await page.getByRole('textbox', { name: 'Cypher query' }).textContent()).toContain('(m:Dataset')
  })

  it('completes names from the graph', async () => {
    await page.getByRole('textbox', { name: 'Cypher query' }).focus()
    await page.keyboard.type("MATCH (m:Method {name: 'Trans")
    await page
      .getByRole('listbox', { name: 'Completions' })
      .getByRole('option', { name: /^Transformer/ })
      .waitFor()
    await page.waitForTimeout(150)
    await page.keyboard.press('Enter')
    const written = await page.getByRole('textbox', { name: 'Cypher query' }).textContent()
    expect(written).toContain("{name: 'Transformer'}")
  })

  it('closes completions with Escape, and leaves what is selected', async () => {
    await page.getByRole('button', { name: 'Examples' }).focus()
    await openConcept(page, 'ResNet')
    await page.getByRole('textbox', { name: 'Cypher query' }).focus()
    await page.keyboard.type('MATCH (m:Dat')
    const completions = page.getByRole('listbox', { name: 'Completions' })
    await completions.waitFor()
    await page.keyboard.press('Escape')
    await completions.waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
    expect(
      await page.getByRole('complementary').getByRole('heading', { level: 2, name: 'ResNet' }).count(),
    ).toBe(1)
  })

  it('goes through the table by keyboard, copies rows, and selects nodes', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
    await ask('MATCH (d:Dataset) RETURN d, d.name AS name ORDER BY name')
    await page.getByRole('tab', { name: 'Table' }).click()
    await page.getByRole('button', { name: 'Copy', exact: true }).click()
    await page.getByText('Copied 3 rows').waitFor()
    expect(await clipboard()).toBe('d\tname\nCIFAR-10\tCIFAR-10\nGLUE\tGLUE\nImageNet\tImageNet')
    const grid = page.getByRole('grid', { name: 'Rows' })
    await grid.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    expect(await grid.getByRole('row', { selected: true }).count()).toBe(2)
    await page.keyboard.press('Control+c')
    expect(await clipboard()).toBe('d\tname\nGLUE\tGLUE\nImageNet\tImageNet')
    await page.getByRole('button', { name: 'Copy JSON' }).click()
    await page.getByText('Copied 2 rows').waitFor()
    expect(JSON.parse(await clipboard())[1].name).toBe('ImageNet')
    await grid.focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.getByRole('complementary').getByRole('heading', { level: 2, name: 'GLUE' }).waitFor()
    await grid.getByRole('gridcell', { name: '(CIFAR-10)' }).click()
    await page.getByRole('complementary').getByRole('heading', { level: 2, name: 'CIFAR-10' }).waitFor()
  })

  it('writes of twenty thousand rows as JSON those in sight', async () => {
    await ask('UNWIND range(1, 20000) AS n RETURN n, n * n AS square')
    await page.getByText(/^500 of 20,000 rows/).waitFor()
    await page.getByRole('tab', { name: 'JSON' }).click()
    for (const rows of ['2,000 of 20,000', '8,000 of 20,000', '20,000']) {
      await page.getByRole('button', { name: 'Show more' }).click()
      await page.getByText(new RegExp(`^${rows} rows in`)).waitFor()
    }
    const json = page.getByRole('region', { name: 'JSON' })
    await json.getByText('"columns"').waitFor()
    expect(((await json.textContent()) ?? '').length).toBeLessThan(10_000)
    await json.focus()
    await page.keyboard.press('End')
    await expect.poll(async () => await json.textContent()).toContain('400000000')
  })

  it('runs every worked example', async () => {
    const run = page.getByRole('region', { name: 'Examples' }).getByRole('button', { name: /^Run: / })
    await run.first().waitFor()
    const count = await run.count()
    expect(count).toBeGreaterThanOrEqual(14)
    for (let i = 0; i < count; i++) {
      if (i > 0) await page.getByRole('button', { name: 'Examples' }).click()
      await run.nth(i).click()
      await page.getByText(/rows? in \d/).waitFor()
      expect(await page.getByRole('alert').count(), `example ${i}`).toBe(0)
    }
  })
})
