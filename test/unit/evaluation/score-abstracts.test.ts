import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ScoredAbstract, scoreAbstracts } from '../../../ingest/evaluation/score-abstracts.ts'
import { conceptTypes, predicates } from '../../../shared/schema.ts'
import { seededRandom } from '../../../shared/seeded-random.ts'
import { dataFolder, lacksData } from '../../setup/requirements.ts'

const gold = join(dataFolder, 'gold/abstracts-dev.jsonl')
const scorer = join(dataFolder, 'gold/score.py')

/** Wrong in every way that a prediction can be: missing, retyped, renamed, doubled, invented. */
function perturb(abstracts: ScoredAbstract[], seed: number): ScoredAbstract[] {
  const random = seededRandom(seed)
  const one = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!
  return abstracts
    .filter(() => random() > 0.05)
    .map(({ id, entities, relations }) => {
      const changed = entities
        .filter(() => random() > 0.2)
        .map((entity) => ({
          ...entity,
          type: random() < 0.1 ? one(conceptTypes) : entity.type,
          role: random() < 0.2 ? ('introduced' as const) : (entity.role ?? ('used' as const)),
          name: random() < 0.2 ? `${entity.name.toUpperCase()}s` : random() < 0.1 ? 'É‐_x́ “y”' : entity.name,
          aliases: (entity.aliases ?? []).filter(() => random() > 0.4),
        }))
      const names = changed.map(({ name }) => name)
      const kept = relations.filter(() => random() > 0.4)
      for (let extra = 0; extra < 3 && names.length > 0; extra++) {
        kept.push([one(names), one(predicates), one(names)])
      }
      return {
        id,
        entities: random() < 0.3 ? [...changed, ...changed.slice(0, 1)] : changed,
        relations: kept,
      }
    })
}

describe.skipIf(lacksData('gold/abstracts-dev.jsonl') || lacksData('gold/score.py'))('scoreAbstracts', () => {
  it.each([1, 2, 3])('agrees with score.py to the last of its three decimals (%i)', (seed) => {
    const annotated = readFileSync(gold, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as ScoredAbstract)
    const predicted = perturb(annotated, seed)
    const folder = mkdtempSync(join(tmpdir(), 'skein-score-'))
    try {
      const file = join(folder, 'predicted.jsonl')
      writeFileSync(file, predicted.map((document) => `${JSON.stringify(document)}\n`).join(''))
      const { stdout, stderr, status } = spawnSync('python3', [scorer, gold, file], { encoding: 'utf8' })
      expect(stderr).toBe('')
      expect(status).toBe(0)
      const { scores, documents, unanswered } = scoreAbstracts(annotated, predicted)
      const lines = scores.map(({ name, precision, recall, f1, ...counts }) => {
        const [p, r, f] = [precision, recall, f1].map((value) => value.toFixed(3))
        const { truePositives: tp, falsePositives: fp, falseNegatives: fn } = counts
        return `${name.padEnd(22)} P ${p}  R ${r}  F1 ${f}   (tp ${tp} fp ${fp} fn ${fn})`
      })
      expect([...lines, `documents ${documents}, unanswered ${unanswered}`, '']).toEqual(stdout.split('\n'))
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

it('scores relations by label, too', () => {
  const entities = ['A', 'B'].map((name) => ({ name, type: 'Method' as const }))
  const gold: ScoredAbstract = { id: 'a', entities, relations: [['A', 'BASED_ON', 'B']] }
  const { labels } = scoreAbstracts(
    [gold, { ...gold, id: 'b', relations: [['A', 'PART_OF', 'B']] }],
    [
      { ...gold, relations: [...gold.relations, ['B', 'PART_OF', 'A'], ['A', 'USED_FOR', 'B']] },
      { ...gold, id: 'b', relations: [] },
    ],
  )
  expect(
    labels.map(({ name, truePositives: tp, falsePositives: fp, falseNegatives: fn }) => [name, tp, fp, fn]),
  ).toEqual([
    ['PART_OF', 0, 1, 1],
    ['BASED_ON', 1, 0, 0],
  ])
})

it('scores nothing without dividing by it', () => {
  const { scores } = scoreAbstracts([], [])
  expect(scores.every(({ f1, precision, recall }) => f1 === 0 && precision === 0 && recall === 0)).toBe(true)
})
