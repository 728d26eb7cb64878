/** Says quietly that the graph has changed; what is shown stays until the person asks. */
import type { Exploration } from '../state/use-explorer.ts'
import { useNews } from '../state/use-news.ts'
import './canvas-status.css'

export function NewsLine({ exploration }: { exploration: Exploration }) {
  const news = useNews(exploration.stats)
  if (news === null || exploration.work.length > 0 || exploration.failure !== null) return null
  return (
    <p className="news" role="status">
      {news === 'new papers' ? 'New papers are in the graph.' : 'The graph has changed.'}
      <button type="button" className="show-more" onClick={exploration.openLandscape}>
        Reload
      </button>
    </p>
  )
}
