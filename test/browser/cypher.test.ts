import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { fieldDelta } from '../fixtures/field.ts'
import { lacksBrowser } from '../setup/browser.ts'
import { nodeCount } from './actions.ts'
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
    await page.getByRole('cell', { name: '(AlexNet)' }).first().waitFor()
    expect(await page.getByRole('table').getByRole('row').count()).toBe(3)
    await page.getByRole('tab', { name: 'JSON' }).click()
    const json = JSON.parse((await page.getByRole('tabpanel', { name: 'JSON' }).textContent()) ?? '')
    expect(json.columns).toEqual(['a', 'r', 'b'])
    expect(json.rows).toHaveLength(2)
    await page.getByRole('button', { name: 'Undo' }).click()
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
      page.getByRole('table').getByRole('row').nth(1).getByRole('cell').first().textContent()
    await expect.poll(first).toBe('CIFAR-10')
    await page.getByRole('button', { name: 'papers' }).click()
    await page.getByRole('button', { name: 'papers' }).click()
    await expect.poll(first).toBe('ImageNet')
  })

  it('says where a query is cut off, and shows more', async () => {
    await ask('UNWIND range(1, 1200) AS n RETURN n')
    await page.getByText(/^The first 500 rows/).waitFor()
    await page.getByRole('button', { name: 'Show more' }).click()
    await page.getByText(/^1,200 rows/).waitFor()
  })

  it('points at the place of an error, and says it in words', async () => {
    await ask('MATCH (a:Method)\nRETRUN a')
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(((await alert.textContent()) ?? '').length).toBeGreaterThan(10)
    await alert.getByText(/^At line 2, column \d+:/).waitFor()
    const mark = page.getByTitle('The query is wrong here')
    expect(await mark.count()).toBe(1)
    await ask('RETURN 1 AS one')
    await page.getByRole('cell', { name: '1' }).waitFor()
    expect(await mark.count()).toBe(0)
  })

  it('refuses to write', async () => {
    await ask("CREATE (:Method {name: 'sneaky'}) RETURN 1")
    await page.getByRole('alert').waitFor()
    await ask("MATCH (m:Method {name: 'sneaky'}) RETURN count(m) AS found")
    await page.getByRole('cell', { name: '0' }).waitFor()
  })

  it('stops a running query when asked to', async () => {
    await ask('UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS total')
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByText('Stopped.').waitFor()
    await ask('RETURN 42 AS answer')
    await page.getByRole('cell', { name: '42' }).waitFor()
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

  it('runs every worked example', async () => {
    const examples = page.getByLabel('Examples')
    const count = (await examples.locator('option').count()) - 1
    expect(count).toBeGreaterThan(4)
    for (let i = 0; i < count; i++) {
      await examples.selectOption(String(i))
      await page.getByText(/row.* in \d/).waitFor()
      expect(await page.getByRole('alert').count(), `example ${i}`).toBe(0)
    }
  })
})
