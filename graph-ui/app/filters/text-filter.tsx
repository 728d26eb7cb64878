import type { FilterProps } from './filter-props.ts'
import { useGesture } from './use-gesture.ts'

/** Words that names have to contain. */
export function TextFilter({
  exploration: { picture, beginGesture, do: act },
}: Pick<FilterProps, 'exploration'>) {
  const gesture = useGesture(beginGesture)
  return (
    <input
      type="search"
      className="filter-text"
      aria-label="Names with"
      placeholder="Words of a name"
      value={picture.filters.text}
      onChange={({ currentTarget }) =>
        act({ kind: 'filter', change: { text: currentTarget.value } }, gesture.number())
      }
      {...gesture.handlers}
    />
  )
}
