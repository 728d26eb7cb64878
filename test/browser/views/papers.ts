/** Bringing papers in. What comes of it is made up here, so that the graph stays as it is. */
import type { PaperEvent, SearchResult } from '../../../graph-ui/api/contract.ts'
import type { TakePapers } from '../../setup/explorer.ts'
import type { View } from './view.ts'

/** Has a server offer the panel. */
export const offersPapers: TakePapers = () => () =>
  Promise.reject(new Error('The view of the panel answers in place of the server.'))

/** Papers of the graph that are new, and two things that could not be read. */
function eventsOf(addedIds: string[]): PaperEvent[] {
  return [
    { kind: 'problem', where: 'reading-list.bib, line 57', reason: 'The entry “brown2020” has no end.' },
    { kind: 'problem', where: 'reading-list.bib, line 203', reason: 'The entry “he2016” has no title.' },
    {
      kind: 'done',
      papers: addedIds.length + 3,
      withoutAbstract: 1,
      added: addedIds.length,
      updated: 1,
      unchanged: 2,
      problems: 2,
      stopped: false,
      addedIds,
      addedConcepts: 0,
      addedConceptIds: [],
    },
  ]
}

export const papersViews: readonly View[] = [
  {
    name: 'papers',
    sizes: ['wide', 'narrow'],
    async arrive(page) {
      const found = await page.request.get(new URL('/api/search?q=deep&limit=5', page.url()).href)
      const { papers } = (await found.json()) as SearchResult
      const events = eventsOf(papers.map(({ key }) => key.slice('Paper/'.length)))
      await page.route('**/api/papers?*', (route) =>
        route.fulfill({
          contentType: 'application/x-ndjson',
          body: events.map((event) => `${JSON.stringify(event)}\n`).join(''),
        }),
      )
      await page.getByRole('button', { name: 'Cypher' }).click()
      await page.getByRole('tab', { name: 'Papers' }).click()
      await page.getByLabel('Files with papers').setInputFiles({
        name: 'reading-list.bib',
        mimeType: 'text/plain',
        buffer: Buffer.from('@article{}'),
      })
      await page.getByRole('button', { name: 'Show what is new' }).waitFor()
    },
  },
]
