import { writeFileSync } from 'node:fs'
import type { EntityDocument, TextDocument } from '../documents.ts'
import { recogniseEntities } from '../entities/index.ts'
import type { MentionRelation } from '../relations/mention-pairs/mention-relation.ts'
import { loadTier } from '../tiers.ts'
import { type ExtractionError, summariseErrors } from './errors.ts'
import type { Evaluation, EvaluationReport } from './evaluation.ts'
import { readRecords } from './records.ts'
import { scierErrors } from './scier-errors.ts'
import {
  annotatedDocumentOf,
  documentOf,
  predictionsOf,
  type ScierPredictions,
  type ScierRecord,
} from './scier-records.ts'
import { mentionRelations } from './scier-relations.ts'
import { scoreScier } from './score-scier.ts'
import type { Score } from './scores.ts'

interface ScierResult extends Pick<EvaluationReport, 'documents' | 'scores'> {
  labels: Score[]
  errors: ExtractionError[]
  /** Each record with what was predicted for it. */
  predictions: (ScierRecord & ScierPredictions)[]
}

/** What is measured: each step on its own, so that relations can be asked for the benchmark's own mentions as well. */
export interface ScierReader {
  /** @returns one document for each, in the same order; sentences and tokens are the benchmark's */
  recognise(documents: TextDocument[]): Promise<EntityDocument[]>
  relate(document: EntityDocument): Promise<MentionRelation[]>
}

/**
 * Scores an extraction on SciER, strictly: end to end, and its relations between the annotated mentions.
 * @returns scores and errors are of the records with annotation, and empty where there are none
 * @throws InputError for a file that is not in SciER's layout
 */
export async function evaluateScier(path: string, reader: ScierReader): Promise<ScierResult> {
  const records = readRecords<ScierRecord>(path, ({ doc_id, sentences }) =>
    typeof doc_id === 'string' && Array.isArray(sentences) && sentences.every(Array.isArray)
      ? null
      : 'expected "doc_id" and "sentences" (lists of tokens), as in PLM_test.jsonl',
  )
  const recognised = await reader.recognise(records.map(documentOf))
  const predict = async (record: ScierRecord, document: EntityDocument) => {
    return { record, predictions: predictionsOf(record, document, await reader.relate(document)) }
  }
  const scored = await Promise.all(records.map((record, index) => predict(record, recognised[index]!)))
  const annotated = scored.filter(({ record }) => record.ner !== undefined)
  const given = await Promise.all(annotated.map(({ record }) => predict(record, annotatedDocumentOf(record))))
  const found = scoreScier(annotated)
  const onGiven = scoreScier(given)
  const renamed = (score: Score) => ({ ...score, name: `${score.name}, gold entities` })
  return {
    documents: records.length,
    scores: [...found.scores, ...onGiven.scores.filter(({ name }) => name === 'Rel').map(renamed)],
    labels: [...found.labels, ...onGiven.labels.map(renamed)],
    errors: annotated.flatMap(({ record, predictions }) => scierErrors(record, predictions)),
    predictions: scored.map(({ record, predictions }) => ({ ...record, ...predictions })),
  }
}

export const scier: Evaluation = {
  name: 'scier',
  label: 'SciER: strict spans and relations of sentences (taggers: accurate-scier, fast-scier)',
  async run(path, options) {
    const models = await loadTier(options.tagger ?? 'accurate-scier', options.models)
    const result = await evaluateScier(path, {
      recognise: (documents) => recogniseEntities(documents, models.tagger),
      relate: (document) => mentionRelations(document, models.relations),
    })
    if (options.predictions) {
      const lines = result.predictions.map((record) => `${JSON.stringify(record)}\n`)
      writeFileSync(options.predictions, lines.join(''))
    }
    const { documents, scores, labels, errors } = result
    return {
      benchmark: 'scier',
      tagger: models.name,
      documents,
      scores,
      labels,
      ...(options.errors > 0 ? { errors: summariseErrors(errors, options.errors) } : {}),
    }
  },
}
