/** Citation markers, tied to the technique that they stand next to. */
import type { Reading } from './reading.ts'

const author = "\\p{Lu}[\\p{L}'’-]+(?:\\s+(?:et\\s+al\\.?|(?:and|&)\\s+\\p{Lu}[\\p{L}'’-]+))?"
const year = '(?:19|20)\\d\\d[a-z]?'
const markerPattern = new RegExp(
  [
    '\\[\\d{1,4}(?:\\s*[,;–-]\\s*\\d{1,4})*\\]',
    '\\\\cite[a-z]*\\*?(?:\\[[^\\]]{0,80}\\])*\\{[^{}]{1,300}\\}',
    `\\((?:(?:e\\.g\\.,?|see|cf\\.)\\s+)?${author},?\\s+${year}(?:\\s*;\\s*${author},?\\s+${year})*\\)`,
    `${author}\\s+\\(${year}\\)`,
  ].join('|'),
  'gu',
)
/** What may stand between a name and its marker: its short form, a head noun, a possessive. */
const gapBefore =
  /^(?:['’]s)?[\s~]*(?:\([^()]{1,40}\)[\s~]*)?(?:(?:method|model|algorithm|approach|framework|network|architecture|dataset|benchmark|corpus|loss|optimi[sz]er|system|layer|module)s?\s*)?(?:,\s*|by\s+|of\s+|from\s+|proposed (?:by|in)\s+|introduced (?:by|in)\s+)?$/i

/**
 * @returns for each entity that a marker stands next to, the first such marker as it stands in the text;
 *   a marker belongs to the name before it, else (in "Devlin et al. (2019)'s BERT") to the one right after it
 */
export function citationMarkers(reading: Reading): Map<number, string> {
  const found = new Map<number, string>()
  for (const sentence of reading.sentences) {
    const text = reading.text.slice(sentence.start, sentence.end)
    for (const { 0: marker, index } of text.matchAll(markerPattern)) {
      const start = sentence.start + index
      const end = start + marker.length
      const before = sentence.places.findLast((place) => place.end <= start)
      const after = sentence.places.find((place) => place.start >= end)
      const place =
        before && gapBefore.test(reading.text.slice(before.end, start))
          ? before
          : after &&
              /^['’]s\s+$|^\s+(?:propos|introduc|present)\w+\s+(?:the\s+)?$/.test(
                reading.text.slice(end, after.start),
              )
            ? after
            : undefined
      if (place && !found.has(place.entity)) found.set(place.entity, marker)
    }
  }
  return found
}
