import type { ScierPredictions, ScierRecord } from './scier-records.ts'
import { type Counts, noCounts, type Score, scoreOf } from './scores.ts'

/**
 * Strict micro scores on SciER: an entity is right where span and type are; a relation ("Rel") where both spans,
 * the label and its direction are; "Rel+" also wants both types. Duplicates count once.
 * @param documents records with annotation, each with what was predicted for it
 */
export function scoreScier(documents: { record: ScierRecord; predictions: ScierPredictions }[]): {
  scores: Score[]
  /** Relations by label, as "Rel+" counts them. */
  labels: Score[]
} {
  const counts = new Map<string, Counts>()
  const labelCounts = new Map<string, Counts>()
  const add = (row: string, gold: Set<string>, predicted: Set<string>) => addTo(counts, row, gold, predicted)
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
    for (const label of new Set([...gold, ...predicted].map(([, , , , label]) => label))) {
      const own = (relations: typeof gold, types: Map<string, string>) =>
        new Set(relations.filter(([, , , , other]) => other === label).map(plus(types)))
      addTo(labelCounts, label, own(gold, goldTypes), own(predicted, predictedTypes))
    }
  }
  const labels = [...labelCounts].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    scores: [...counts].map(([row, count]) => scoreOf(row, count)),
    labels: labels.map(([label, count]) => scoreOf(label, count)),
  }
}

function addTo(counts: Map<string, Counts>, row: string, gold: Set<string>, predicted: Set<string>): void {
  const own = counts.get(row) ?? noCounts()
  counts.set(row, own)
  for (const item of predicted) {
    if (gold.has(item)) own.truePositives++
    else own.falsePositives++
  }
  for (const item of gold) if (!predicted.has(item)) own.falseNegatives++
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
