import { writeFileSync } from 'node:fs'
import type { ExtractedDocument, TextDocument } from '../documents.ts'
import { recogniseEntities } from '../entities/index.ts'
import { relate } from '../relations/index.ts'
import { loadTier } from '../tiers.ts'
import type { Evaluation, EvaluationReport } from './evaluation.ts'
import { readRecords } from './records.ts'
import { documentOf, predictionsOf, type ScierPredictions, type ScierRecord } from './scier-records.ts'
import { scoreScier } from './score-scier.ts'

/**
 * Scores an extraction on SciER, strictly.
 * @param extractAll one extracted document for each, in the same order; sentences and tokens are the benchmark's
 * @returns the scores, none where the records hold no annotation, and each record with its predictions
 */
export async function evaluateScier(
  path: string,
  extractAll: (documents: TextDocument[]) => Promise<ExtractedDocument[]>,
): Promise<
  Pick<EvaluationReport, 'documents' | 'scores'> & { predictions: (ScierRecord & ScierPredictions)[] }
> {
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
    scores: annotated.length > 0 ? scoreScier(annotated) : [],
    predictions: scored.map(({ record, predictions }) => ({ ...record, ...predictions })),
  }
}

export const scier: Evaluation = {
  name: 'scier',
  label: 'SciER: strict spans and relations of sentences (the tagger that knows its guidelines: fast-scier)',
  async run(path, options) {
    const models = await loadTier(options.tagger ?? 'fast-scier')
    const { predictions, ...result } = await evaluateScier(path, async (documents) => {
      const recognised = await recogniseEntities(documents, models.tagger)
      return Promise.all(recognised.map((document) => relate(document, models.relations)))
    })
    if (options.predictions) {
      writeFileSync(options.predictions, predictions.map((record) => `${JSON.stringify(record)}\n`).join(''))
    }
    return { benchmark: 'scier', tagger: models.name, ...result }
  },
}
