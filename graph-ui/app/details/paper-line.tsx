/** A paper in a list: title, who and when, and where to read it. */
import type { ReactNode } from 'react'
import type { PaperReference } from '../../api/contract.ts'
import { Icon } from '../frame/icons.tsx'
import './paper-line.css'

interface PaperLineProps {
  paper: PaperReference
  read(key: string): void
  children?: ReactNode
}

export function PaperLine({ paper, read, children }: PaperLineProps) {
  return (
    <div className="paper-line">
      <button type="button" className="paper-title" onClick={() => read(paper.key)}>
        {paper.title}
      </button>
      <p className="byline">
        {[shortAuthors(paper.authors), paper.venue, paper.year].filter(Boolean).join(' · ')}
        {children}
        <PaperLink paper={paper} />
      </p>
    </div>
  )
}

export function PaperLink({ paper }: { paper: PaperReference }) {
  if (paper.url === null) return null
  return (
    <a
      href={paper.url}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={`Read “${paper.title}” at its source`}
    >
      <Icon name="link" />
    </a>
  )
}

/** "Vaswani et al.", "Kipf and Welling" */
export function shortAuthors(authors: string[]): string | null {
  const last = (author: string) =>
    author.includes(',') ? author.split(',')[0]! : (author.trim().split(/\s+/).at(-1) ?? author)
  const [first, second] = authors
  if (first === undefined) return null
  if (second === undefined) return last(first)
  return authors.length === 2 ? `${last(first)} and ${last(second)}` : `${last(first)} et al.`
}
