/** A sentence with its two ends and the words that make the claim. Paper text is text, never HTML. */
import type { MarkedText } from '../../api/contract.ts'
import { segmentsOf } from './segments.ts'
import './marked-sentence.css'

export function MarkedSentence({ marked }: { marked: MarkedText }) {
  return (
    <blockquote className="sentence">
      {segmentsOf(marked).map(({ start, text, role }) =>
        role === null ? (
          <span key={start}>{text}</span>
        ) : (
          <mark key={start} className={`mark-${role}`} data-role={role}>
            {text}
          </mark>
        ),
      )}
    </blockquote>
  )
}
