/** Units as papers write them, made one: "percent" and "\%" are "%". */
const names: readonly [name: string, spellings: RegExp][] = [
  ['%', /^(?:\\?%|percent|percentage)$/],
  ['points', /^(?:percentage points?|absolute points?|points?|pts?|pp)$/],
  ['times', /^(?:x|×|times|-?fold)$/],
]

export function unitName(unit: string | null): string | null {
  if (unit === null) return null
  const written = unit.trim().toLowerCase()
  return names.find(([, spellings]) => spellings.test(written))?.[0] ?? (written || null)
}
