/** Ingests at a terminal, with its progress: what `skein ingest` and `skein start` share. */
import type { GraphStore } from '../../shared/graph-store/store.ts'
import type { IngestNews } from '../../shared/ingest-papers.ts'
import { type IngestSettings, type IngestSummary, ingestPapers } from '../ingest.ts'
import { startProgress } from './progress.ts'

/** Problems shown one by one; the rest is counted. */
const shownProblems = 20

/**
 * @param paths files, folders and "-"
 * @param signal ends it after the batch in hand; what was read is settled all the same
 * @throws InputError where a path cannot be read or holds no papers, after the others are loaded
 */
export async function ingestShowing(
  store: GraphStore,
  paths: string[],
  settings: IngestSettings,
  signal: AbortSignal,
): Promise<IngestSummary> {
  const progress = startProgress('reading')
  let problems = 0
  const tell = (news: IngestNews) => {
    switch (news.kind) {
      case 'progress':
        progress.update(news.papers, news.fraction)
        break
      case 'problem':
        problems++
        if (problems <= shownProblems) progress.say(`${news.where}: ${news.reason}`)
        if (problems === shownProblems) progress.say('Further problems are counted, not shown.')
        break
      case 'settling':
        progress.finish()
        progress.say('Settling names, counts and derived relationships …')
    }
  }
  try {
    const summary = await ingestPapers(store, paths, settings, tell, signal)
    const { unread } = summary
    if (unread && summary.papers > 0) progress.say(describeSummary(summary).trimEnd())
    if (unread) throw unread
    return summary
  } finally {
    progress.finish()
  }
}

/** What a person reads when it is done; the line on missing abstracts comes first where most have none. */
export function describeSummary(summary: IngestSummary): string {
  const n = (count: number) => count.toLocaleString('en')
  const lines = [
    `${n(summary.papers)} papers, ${n(summary.withoutAbstract)} without abstract (${n(summary.added)} new, ${n(summary.updated)} updated, ${n(summary.unchanged)} unchanged).`,
  ]
  if (summary.withoutAbstract * 2 > summary.papers) {
    lines.unshift(
      'Most of these papers have no abstract, so little can be read out of them. Export them again with abstracts: in Zotero and JabRef the field is "abstract"; arXiv, the ACL Anthology, OpenAlex and Semantic Scholar give files that hold it.',
    )
  }
  if (summary.problems > shownProblems)
    lines.push(`${n(summary.problems)} problems, the first ${shownProblems} of them above.`)
  else if (summary.problems > 0)
    lines.push(`${n(summary.problems)} ${summary.problems === 1 ? 'problem' : 'problems'}, see above.`)
  return `${lines.join('\n')}\n`
}
