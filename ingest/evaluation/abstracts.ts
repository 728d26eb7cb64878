import { writeFileSync } from 'node:fs'
import type { Extraction } from '../../shared/schema.ts'
import { extract, type PaperFields } from '../pipeline.ts'
import { loadTier, tiers } from '../tiers.ts'
import { abstractErrors } from './abstract-errors.ts'
import { type ExtractionError, summariseErrors } from './errors.ts'
import type { Evaluation, EvaluationReport } from './evaluation.ts'
import { type Judgements, judgeExtraction } from './judge-abstracts.ts'
import { readRecords } from './records.ts'
import { reliabilityOf } from './reliability.ts'
import { type ScoredAbstract, scoreAbstracts } from './score-abstracts.ts'
import type { Score } from './scores.ts'

/** A line of the annotated abstracts; without annotation, `entities` is missing. */
export interface AbstractRecord extends Partial<ScoredAbstract> {
  id: string
  title?: string | null
  text: string
}

interface AbstractsResult extends Pick<EvaluationReport, 'documents' | 'scores'> {
  labels: Score[]
  errors: ExtractionError[]
  judgements: Judgements
  /** In the layout of the gold. */
  predictions: ScoredAbstract[]
}

/**
 * Scores an extraction against annotated abstracts.
 * @param extractAll one extraction for each paper, in the same order
 * @returns scores, errors and judgements are of the records with annotation, and empty where there are none
 */
export async function evaluateAbstracts(
  records: AbstractRecord[],
  extractAll: (papers: PaperFields[]) => Promise<Extraction[]>,
): Promise<AbstractsResult> {
  const extractions = await extractAll(
    records.map(({ title, text }) => ({ title: title ?? null, abstract: text })),
  )
  const predictions = records.map(({ id }, index): ScoredAbstract => {
    const { entities, relations } = extractions[index]!
    return {
      id,
      entities: entities.map(({ name, type, role, aliases }) => ({ name, type, role, aliases })),
      relations,
    }
  })
  const annotated = records.flatMap(({ id, entities, relations }, index) =>
    entities && relations ? [{ index, gold: { id, entities, relations } }] : [],
  )
  const gold = annotated.map((record) => record.gold)
  const labels = new Set<string>(gold.flatMap(({ relations }) => relations.map(([, label]) => label)))
  const judged = annotated.map((record) => judgeExtraction(record.gold, extractions[record.index]!, labels))
  return {
    documents: records.length,
    ...(gold.length > 0 ? scoresOf(gold, predictions) : { scores: [], labels: [] }),
    errors: annotated.flatMap((record) =>
      abstractErrors(record.gold, withLabels(predictions[record.index]!, labels)),
    ),
    judgements: {
      entities: judged.flatMap(({ entities }) => entities),
      claims: judged.flatMap(({ claims }) => claims),
    },
    predictions,
  }
}

function scoresOf(gold: ScoredAbstract[], predictions: ScoredAbstract[]) {
  const { scores, labels } = scoreAbstracts(gold, predictions)
  return { scores, labels }
}

/** What is not annotated at all is no error. */
function withLabels(predicted: ScoredAbstract, labels: ReadonlySet<string>): ScoredAbstract {
  return { ...predicted, relations: predicted.relations.filter(([, label]) => labels.has(label)) }
}

export const abstracts: Evaluation = {
  name: 'abstracts',
  label: 'annotated abstracts: entities, roles and relations, document by document (as gold/score.py scores)',
  async run(path, options) {
    const models = await loadTier(options.tagger ?? tiers[0]!.name, options.models)
    const records = readRecords<AbstractRecord>(path, ({ id, text }) =>
      typeof id === 'string' && typeof text === 'string' ? null : 'expected "id" and "text"',
    )
    const result = await evaluateAbstracts(records, (papers) => extract(papers, models))
    if (options.predictions) writeFileSync(options.predictions, jsonLines(result.predictions))
    const { documents, scores, labels, errors, judgements } = result
    return {
      benchmark: 'abstracts',
      tagger: models.name,
      documents,
      scores,
      labels,
      ...(options.errors > 0 ? { errors: summariseErrors(errors, options.errors) } : {}),
      ...(options.reliability
        ? {
            reliability: [
              reliabilityOf('entities, with their roles', judgements.entities),
              reliabilityOf('claims', judgements.claims),
            ],
          }
        : {}),
    }
  },
}

function jsonLines(records: unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('')
}
