import { writeFileSync } from 'node:fs'
import type { ExtractedDocument, TextDocument } from '../documents.ts'
import { recogniseEntities } from '../entities/index.ts'
import { relate } from '../relations/index.ts'
import { loadTier } from '../tiers.ts'
import { type ExtractionError, summariseErrors } from './errors.ts'
import type { Evaluation, EvaluationReport } from './evaluation.ts'
import { readRecords } from './records.ts'
import { scierErrors } from './scier-errors.ts'
import { documentOf, predictionsOf, type ScierPredictions, type ScierRecord } from './scier-records.ts'
import { scoreScier } from './score-scier.ts'
import type { Score } from './scores.ts'

interface ScierResult extends Pick<EvaluationReport, 'documents' | 'scores'> {
  labels: Score[]
  errors: ExtractionError[]
  /** Each record with what was predicted for it. */
  predictions: (ScierRecord & ScierPredictions)[]
}

/**
 * Scores an extraction on SciER, strictly.
 * @param extractAll one extracted document for each, in the same order; sentences and tokens are the benchmark's
 * @returns scores and errors are of the records with annotation, and empty where there are none
 * @throws InputError for a file that is not in SciER's layout
 */
export async function evaluateScier(
  path: string,
  extractAll: (documents: TextDocument[]) => Promise<ExtractedDocument[]>,
): Promise<ScierResult> {
  const records = readRecords<ScierRecord>(path, ({ doc_id, sentences }) =>
    typeof doc_id === 'string' && Array.isArray(sentences) && sentences.every(Array.isArray)
      ? null
      : 'expected "doc_id" and "sentences" (lists of tokens), as in PLM_test.jsonl',
  )
  const extracted = await extractAll(records.map(documentOf))
  const scored = records.map((record, index) => ({
    record,
    predictions: predictionsOf(record, extracted[index]!),
  }))
  const annotated = scored.filter(({ record }) => record.ner !== undefined)
  return {
    documents: records.length,
    ...(annotated.length > 0 ? scoreScier(annotated) : { scores: [], labels: [] }),
    errors: annotated.flatMap(({ record, predictions }) => scierErrors(record, predictions)),
    predictions: scored.map(({ record, predictions }) => ({ ...record, ...predictions })),
  }
}

export const scier: Evaluation = {
  name: 'scier',
  label: 'SciER: strict spans and relations of sentences (the tagger that knows its guidelines: fast-scier)',
  async run(path, options) {
    const models = await loadTier(options.tagger ?? 'fast-scier', options.models)
    const result = await evaluateScier(path, async (documents) => {
      const recognised = await recogniseEntities(documents, models.tagger)
      return Promise.all(recognised.map((document) => relate(document, models.relations)))
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
