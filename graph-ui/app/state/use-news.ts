/** Notices that the graph has changed since the page read it. */
import { useEffect, useState } from 'react'
import type { Stats } from '../../api/contract.ts'
import { api } from '../api/index.ts'

const everyMs = 15_000

export type News = 'new papers' | 'other'

/**
 * Asks while the page is visible, and when it becomes visible again; nothing of what is shown changes.
 * @param known what the graph held when the page read it
 */
export function useNews(known: Stats | null): News | null {
  const [news, setNews] = useState<News | null>(null)
  useEffect(() => {
    setNews(null)
    if (known === null) return
    let current = true
    const look = async () => {
      if (document.visibilityState !== 'visible') return
      // A server that is gone is told where something is asked of it.
      const now = await api.stats().catch(() => null)
      if (!current || now === null) return
      setNews(now.papers > known.papers ? 'new papers' : sameGraph(now, known) ? null : 'other')
    }
    const timer = setInterval(look, everyMs)
    document.addEventListener('visibilitychange', look)
    return () => {
      current = false
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [known])
  return news
}

function sameGraph(a: Stats, b: Stats): boolean {
  const counts = ({ papers, concepts, claims, relations }: Stats) =>
    JSON.stringify([papers, concepts, claims, relations])
  return counts(a) === counts(b)
}
