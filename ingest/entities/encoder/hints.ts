import { conceptTypes, type Mention } from '../../../shared/schema.ts'
import { beginLabel, insideLabel } from '../fast/labels.ts'
import type { Window } from './windows.ts'

/** Confidences from which a mention of the fast tagger is hinted at as likelier. */
const levels = [0.6, 0.8]
const labels = 2 * conceptTypes.length

/**
 * What the fast tagger found, for the encoder to correct (stacked generalisation, Wolpert, 1992): for each piece of a
 * window 0 where its unit is in no mention, else 1 to 24: the label, more by 8 for each level of confidence reached.
 * @param mentions sorted by start, without overlap
 */
export function hintsOf({ pieces, units }: Window, mentions: readonly Mention[]): number[] {
  const hints = new Array<number>(pieces.length).fill(0)
  let next = 0
  units.forEach(({ start, piece }, index) => {
    while (next < mentions.length && mentions[next]!.end <= start) next++
    const mention = mentions[next]
    if (!mention || mention.start > start) return
    const type = conceptTypes.indexOf(mention.type)
    const label = mention.start === start ? beginLabel(type) : insideLabel(type)
    const level = levels.filter((least) => mention.confidence >= least).length
    hints.fill(label + labels * level, piece, units[index + 1]?.piece ?? pieces.length)
  })
  return hints
}
