import { conceptTypes, predicates } from '../../../shared/schema.ts'
import type { EntityDocument, TextDocument } from '../../documents.ts'
import type { Vocabulary } from '../../entities/encoder/vocabulary.ts'
import { roleLabels } from '../../relations/roles.ts'
import type { AnnotatedAbstract } from '../annotated-abstracts.ts'
import { labelAbstract } from '../entities/labelled-documents.ts'
import { alignedExample, annotatedExample } from '../relation-examples.ts'
import type { RelationExample } from '../relations.ts'
import {
  type DocumentExample,
  type EntitySet,
  type UnitIndex,
  unitIndexOf,
  windowExamples,
} from './examples.ts'

/**
 * An annotated abstract with the annotators' entities, and with those that a tagger found which had not seen it.
 */
export function abstractExample(
  abstract: AnnotatedAbstract,
  recognised: EntityDocument,
  vocabulary: Vocabulary,
  maxPieces: number,
): DocumentExample {
  const { document, labels } = labelAbstract(abstract)
  const index = unitIndexOf(document, vocabulary, maxPieces)
  const labelOf = labelsByStart(document, labels)
  const sets = [annotatedExample(abstract), alignedExample(abstract, recognised)]
  return {
    id: abstract.id,
    source: abstract.part ?? 0,
    windows: windowExamples(index.windows, (start) => labelOf.get(start) ?? 0, recognised.mentions),
    sets: sets.map((set) => entitySet(set, index)),
  }
}

export function labelsByStart(document: TextDocument, labels: Uint8Array[]): Map<number, number> {
  return new Map(
    document.sentences.flatMap(({ tokens }, sentence) =>
      tokens.map((token, at): [number, number] => [token.start, labels[sentence]![at]!]),
    ),
  )
}

function entitySet({ document, roles, relations }: RelationExample, index: UnitIndex): EntitySet {
  const indexOf = new Map(document.entities.map(({ name }, at) => [name, at]))
  return {
    types: document.entities.map(({ type }) => conceptTypes.indexOf(type)),
    mentions: document.entities.map(({ mentions }) =>
      mentions.flatMap((mention) => {
        const units = index.unitsIn(mention)
        return units ? [units] : []
      }),
    ),
    roles: roles.map((role) => roleLabels.indexOf(role ?? 'spurious')),
    relations: relations.flatMap(([head, predicate, tail]): [number, number, number][] => {
      const [from, to] = [indexOf.get(head), indexOf.get(tail)]
      return from === undefined || to === undefined ? [] : [[from, to, predicates.indexOf(predicate)]]
    }),
  }
}
