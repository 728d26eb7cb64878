import { conceptTypes } from '../../../shared/schema.ts'
import type { Vocabulary } from '../../entities/encoder/vocabulary.ts'
import { beginLabel, insideLabel, outsideLabel } from '../../entities/fast/labels.ts'
import { mentionLabels } from '../../relations/mention-pairs/mention-relation.ts'
import { readScierPapers, type ScierPaper } from '../scier-papers.ts'
import { type DocumentExample, unitIndexOf, windowExamples } from './examples.ts'

/** SciER's sentences (`LLM_*.jsonl`) as one document for each paper, every mention an entity of its own. */
export function scierExamples(file: string, vocabulary: Vocabulary, maxPieces: number): DocumentExample[] {
  return readScierPapers(file).map((paper) => paperExample(paper, vocabulary, maxPieces))
}

function paperExample(
  { id, document, relations }: ScierPaper,
  vocabulary: Vocabulary,
  maxPieces: number,
): DocumentExample {
  const index = unitIndexOf(document, vocabulary, maxPieces)
  const typeOf = (type: (typeof conceptTypes)[number]) => conceptTypes.indexOf(type)
  const labelAt = (start: number) => {
    const mention = document.mentions.find((one) => one.start <= start && start < one.end)
    if (!mention) return outsideLabel
    return mention.start === start ? beginLabel(typeOf(mention.type)) : insideLabel(typeOf(mention.type))
  }
  return {
    id,
    source: 0,
    windows: windowExamples(index.windows, labelAt),
    sets: [
      {
        types: document.mentions.map(({ type }) => typeOf(type)),
        mentions: document.mentions.map((mention) => {
          const units = index.unitsIn(mention)
          return units ? [units] : []
        }),
        roles: [],
        relations: relations.map(({ head, tail, label }) => [head, tail, mentionLabels.indexOf(label)]),
      },
    ],
  }
}
