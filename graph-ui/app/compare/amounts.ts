/** Numbers of papers as a person reads them. */
import type { Board, ClaimStatement } from '../../api/contract.ts'

/** "28.4", "76.4 %", "+2.1 points", "8.4 times" */
export function amountOf({ value, written, unit, valueKind }: ClaimStatement): string {
  const number = written ?? String(value)
  const sign = (value ?? 0) < 0 && !number.startsWith('-') ? '−' : ''
  const lead = sign === '' && valueKind === 'difference' ? '+' : sign
  return `${lead}${number}${unit === null ? '' : ` ${unit}`}`
}

/** "by 2.1 points F1 on SQuAD"; null where a claim states no number. */
export function resultOf(statement: ClaimStatement): string | null {
  const { value, written, unit, valueKind, metric, dataset } = statement
  if (value === null) return null
  const lead = valueKind === 'ratio' ? 'by a factor of' : valueKind === 'difference' ? 'by' : 'with'
  const shownUnit = valueKind === 'ratio' ? null : unit
  return [lead, written ?? value, shownUnit, metric?.name, dataset && `on ${dataset.name}`]
    .filter((part) => part !== null && part !== undefined)
    .join(' ')
}

/** What the numbers of a board are: "accuracy, %", "gains in accuracy, %". */
export function boardName({ metric, unit, kind }: Board): string {
  const name = metric ?? 'metric not named'
  const what = { score: name, difference: `gains in ${name}`, ratio: `factors of ${name}` }[kind]
  return unit === null || kind === 'ratio' ? what : `${what}, ${unit}`
}

/** How the numbers of a board are to be read. */
export function boardNote({ metric, kind, better }: Board): string {
  if (kind === 'difference') return 'Gains, each over what its paper compares with. They are no ranking.'
  if (kind === 'ratio') return 'Factors, each over what its paper compares with. They are no ranking.'
  if (metric === null) return 'The sentences name no metric: these numbers may measure different things.'
  if (better === null)
    return 'Whether more or less is better of this metric is not known, so nobody is first.'
  return better === 'higher' ? 'Higher is better.' : 'Lower is better.'
}
