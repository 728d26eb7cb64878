import { useMemo } from 'react'
import { mostPapers } from '../state/facets.ts'
import { leastConfidenceInWords, leastPapersInWords } from '../state/filter-words.ts'
import type { Filters } from '../state/picture.ts'
import type { FilterProps } from './filter-props.ts'
import { Slider } from './slider.tsx'
import { stopsUpTo } from './stops.ts'

const confidences = Array.from({ length: 20 }, (_, i) => i / 20)

/** How many papers have to say it, and how sure their reading has to be. */
export function StrengthFilter({ exploration }: Pick<FilterProps, 'exploration'>) {
  const { picture, beginGesture, do: act } = exploration
  const { leastPapers, leastEvidence, leastConfidence } = picture.filters
  const most = useMemo(() => mostPapers(picture), [picture])
  const filter = (change: Partial<Filters>, gesture: number) => act({ kind: 'filter', change }, gesture)
  return (
    <>
      <Slider
        name="Papers of a concept"
        stops={stopsUpTo(most.ofConcept, leastPapers)}
        value={leastPapers}
        words={leastPapersInWords}
        change={(papers, gesture) => filter({ leastPapers: papers }, gesture)}
        beginGesture={beginGesture}
      />
      <Slider
        name="Papers of an edge"
        stops={stopsUpTo(most.ofEdge, leastEvidence)}
        value={leastEvidence}
        words={leastPapersInWords}
        change={(papers, gesture) => filter({ leastEvidence: papers }, gesture)}
        beginGesture={beginGesture}
      />
      <Slider
        name="Confidence"
        stops={[...new Set([...confidences, leastConfidence])].sort((a, b) => a - b)}
        value={leastConfidence}
        words={leastConfidenceInWords}
        change={(confidence, gesture) => filter({ leastConfidence: confidence }, gesture)}
        beginGesture={beginGesture}
      />
    </>
  )
}
