import { useEffect, useState } from 'react'
import { isLarge } from '../sigma/size-class.ts'
import type { FilterProps } from './filter-props.ts'
import { useGesture } from './use-gesture.ts'

/** After so long the person has paused: a large picture does not follow every letter. */
const pauseMs = 250

/** Words that names have to contain. */
export function TextFilter({
  exploration: { picture, beginGesture, do: act },
}: Pick<FilterProps, 'exploration'>) {
  const gesture = useGesture(beginGesture)
  /** What is typed, until the picture follows. */
  const [typed, setTyped] = useState<string | null>(null)
  const filterBy = (text: string) => act({ kind: 'filter', change: { text } }, gesture.number())
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing begins the pause anew
  useEffect(() => {
    if (typed === null) return
    const timer = setTimeout(() => {
      setTyped(null)
      filterBy(typed)
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <input
      type="search"
      className="filter-text"
      aria-label="Names with"
      placeholder="Words of a name"
      value={typed ?? picture.filters.text}
      onChange={({ currentTarget: { value } }) => {
        if (isLarge(picture.nodes.size, picture.edges.size)) setTyped(value)
        else filterBy(value)
      }}
      {...gesture.handlers}
    />
  )
}
