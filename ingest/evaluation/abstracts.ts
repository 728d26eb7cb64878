import { writeFileSync } from 'node:fs'
import type { Extraction } from '../../shared/schema.ts'
import { extract, type PaperFields } from '../pipeline.ts'
import { loadTier, tiers } from '../tiers.ts'
import type { Evaluation, EvaluationReport } from './evaluation.ts'
import { readRecords } from './records.ts'
import { type ScoredAbstract, scoreAbstracts } from './score-abstracts.ts'

/** A line of the annotated abstracts; without annotation, `entities` is missing. */
interface AbstractRecord extends Partial<ScoredAbstract> {
  id: string
  title?: string | null
  text: string
}

/**
 * Scores an extraction against annotated abstracts.
 * @param extractAll one extraction for each paper, in the same order
 * @returns the scores, none where the records hold no annotation, and the predictions in the layout of the gold
 */
export async function evaluateAbstracts(
  path: string,
  extractAll: (papers: PaperFields[]) => Promise<Extraction[]>,
): Promise<Pick<EvaluationReport, 'documents' | 'scores'> & { predictions: ScoredAbstract[] }> {
  const records = readRecords<AbstractRecord>(path, ({ id, text }) =>
    typeof id === 'string' && typeof text === 'string' ? null : 'expected "id" and "text"',
  )
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
  const gold = records.flatMap(({ id, entities, relations }): ScoredAbstract[] =>
    entities && relations ? [{ id, entities, relations }] : [],
  )
  const scores = gold.length > 0 ? scoreAbstracts(gold, predictions).scores : []
  return { documents: records.length, scores, predictions }
}

export const abstracts: Evaluation = {
  name: 'abstracts',
  label: 'annotated abstracts: entities, roles and relations, document by document (as gold/score.py scores)',
  async run(path, options) {
    const models = await loadTier(options.tagger ?? tiers[0]!.name)
    const { predictions, ...result } = await evaluateAbstracts(path, (papers) => extract(papers, models))
    if (options.predictions) writeFileSync(options.predictions, jsonLines(predictions))
    return { benchmark: 'abstracts', tagger: models.name, ...result }
  },
}

function jsonLines(records: unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('')
}
