/** Finds citation markers in a sentence, and says how each cites. */
import {
  authors,
  foldLetters,
  gap,
  letter,
  letterOrNumber,
  numbers,
  year,
  years,
} from './citation-grammar.ts'

export interface FoundMarker {
  /** As it stands in the text. */
  text: string
  start: number
  end: number
  /**
   * `apart`: could be left out ("[3]", "(Kipf and Welling, 2017)"); `spoken`: part of the sentence ("Devlin et al.
   * (2019)"); `inside`: the rest of a bracket that opens with a short form ("(GAT; Velickovic et al., 2018)").
   */
  kind: 'apart' | 'spoken' | 'inside'
  /** Of papers that it cites. */
  references: number
}

const bracket = `\\[${gap}${numbers}${gap}\\]`
const numbered = `${bracket}(?:${gap}[,–—-]?${gap}${bracket}){0,10}`
const latex = '\\\\cite[a-z]{0,10}\\*?(?:\\[[^\\]]{0,80}\\]){0,2}\\{[^{}]{1,300}\\}'
const signal = `(?:(?:see(?:\\salso)?|cf|e${gap}\\.${gap}g|i${gap}\\.${gap}e|also|for\\sexample)${gap}\\.?${gap},?${gap}){0,2}`
const page = `(?:${gap}[,:]${gap}(?:pp?${gap}\\.|Sec(?:tion)?\\.?|Ch(?:apter)?\\.?)?${gap}\\d[\\d\\s–-]{0,9})?`
const reference = `${authors}${gap},?${gap}(?:\\(${gap}${years}${gap}\\)|${years})${page}`
/** One or more, up to the bracket's end. */
const listed = `(?:${signal}${reference}${gap}(?:(?:[;,]|and|&)${gap}|(?=[)\\]]))){1,20}(?=[)\\]])`

const markerPattern = new RegExp(
  [
    `(?<spoken>(?<![${letterOrNumber}-])${authors}(?:['’]s?)?${gap}(?:\\(${gap}${years}${page}${gap}\\)|\\[${gap}${years}${gap}\\]|${numbered}))`,
    `(?<apart>${numbered}|${latex}|[([]${gap}${listed}[)\\]])`,
    `(?<inside>(?<=[;,]\\s{1,2})${listed})`,
  ].join('|'),
  'gu',
)
/** Most sentences cite nobody; this costs little to see. After a marker's last year a bracket closes. */
const mayCite = /\[\s?[1-9\p{Lu}]|\\cite|(?:1\s?[6789]|2\s?0)\s?\d\s?\d[^([]{0,60}[)\]]/u
const anyNumbers = /(\d+)(?:\s*[–—-]\s*(\d+))?/g
const anyLetter = new RegExp(`[${letter}]`)
const anyYear = new RegExp(year, 'gu')
const numberedRange = /\]\s*[–—-]\s*\[/g

/** @returns in their order; offsets into `text` */
export function findMarkers(text: string): FoundMarker[] {
  if (!mayCite.test(text)) return []
  return Array.from(foldLetters(text).matchAll(markerPattern), ({ 0: found, index, groups }): FoundMarker => {
    const kind = groups!.spoken ? 'spoken' : groups!.apart ? 'apart' : 'inside'
    const marker = found.trimEnd()
    const end = index + marker.length
    return {
      text: text.slice(index, end),
      start: index,
      end,
      kind,
      references: countReferences(marker),
    }
  })
}

/** @param marker folded */
function countReferences(marker: string): number {
  if (marker.startsWith('\\')) return marker.slice(marker.lastIndexOf('{')).split(',').length
  if (anyLetter.test(marker) && anyYear.test(marker)) {
    anyYear.lastIndex = 0
    return Array.from(marker.matchAll(anyYear)).length
  }
  const inBrackets = marker.slice(marker.indexOf('[')).replace(numberedRange, '-')
  let count = 0
  for (const [, first, last] of inBrackets.matchAll(anyNumbers)) {
    count += last === undefined ? 1 : Math.max(1, Math.min(50, Number(last) - Number(first) + 1))
  }
  return count
}
