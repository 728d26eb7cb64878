import type { ScierPredictions, ScierRecord } from './scier-records.ts'
import { type Counts, noCounts, type Score, scoreOf } from './scores.ts'

/**
 * Strict micro scores on SciER: an entity is right where span and type are; a relation ("Rel") where both spans,
 * the label and its direction are; "Rel+" also wants both types. Duplicates count once.
 * @param documents records with annotation, each with what was predicted for it
 */
export function scoreScier(documents: { record: ScierRecord; predictions: ScierPredictions }[]): Score[] {
  const counts = new Map<string, Counts>()
  const add = (row: string, gold: Set<string>, predicted: Set<string>) => {
    const row_ = counts.get(row) ?? noCounts()
    counts.set(row, row_)
    for (const item of predicted) {
      if (gold.has(item)) row_.truePositives++
      else row_.falsePositives++
    }
    for (const item of gold) if (!predicted.has(item)) row_.falseNegatives++
  }
  for (const { record, predictions } of documents) {
    const goldTypes = typesOf(record.ner ?? [])
    const predictedTypes = typesOf(predictions.predicted_ner)
    for (const type of ['Method', 'Dataset', 'Task'])
      add(type, ofType(goldTypes, type), ofType(predictedTypes, type))
    add('entities', typed(goldTypes), typed(predictedTypes))
    add('entity spans', new Set(goldTypes.keys()), new Set(predictedTypes.keys()))
    const gold = (record.relations ?? []).flat()
    const predicted = predictions.predicted_relations.flat()
    const plain = (relation: (typeof gold)[number]) => relation.join(' ')
    const plus =
      (types: Map<string, string>) =>
      ([a, b, c, d, label]: (typeof gold)[number]) =>
        [a, b, types.get(`${a} ${b}`), c, d, types.get(`${c} ${d}`), label].join(' ')
    add('Rel', new Set(gold.map(plain)), new Set(predicted.map(plain)))
    add('Rel+', new Set(gold.map(plus(goldTypes))), new Set(predicted.map(plus(predictedTypes))))
  }
  return [...counts].map(([row, count]) => scoreOf(row, count))
}

function typesOf(sentences: [number, number, string][][]): Map<string, string> {
  return new Map(sentences.flat().map(([first, last, type]) => [`${first} ${last}`, type]))
}

function typed(types: Map<string, string>): Set<string> {
  return new Set([...types].map(([span, type]) => `${span} ${type}`))
}

function ofType(types: Map<string, string>, wanted: string): Set<string> {
  return typed(new Map([...types].filter(([, type]) => type === wanted)))
}
