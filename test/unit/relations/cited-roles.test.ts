import { expect, test } from 'vitest'
import { citedIntents, reviseRoles } from '../../../ingest/relations/cited-roles.ts'
import { relate } from '../../../ingest/relations/index.ts'
import type { IntentClassifier } from '../../../ingest/relations/intent/intent-classifier.ts'
import { citationMarkers } from '../../../ingest/relations/markers.ts'
import { read } from '../../../ingest/relations/reading.ts'
import { loadRelationModels } from '../../../ingest/relations/relation-models.ts'
import type { RoleGuess } from '../../../ingest/relations/roles.ts'
import type { Role } from '../../../shared/schema.ts'
import { documentOf } from './marked-text.ts'

/** Sure of what a sentence says in capitals. */
const shouting: IntentClassifier = {
  classify: async (sentences, scheme) =>
    sentences.map((text) => {
      const extended = text.includes('EXTEND')
      const label = scheme === 'scicite' ? 'method' : extended ? 'Extends' : 'Uses'
      return [{ label, probability: 1 }]
    }),
}

test('every name with a marker hears what its sentence cites for, in the mean of the sets', async () => {
  const reading = read(documentOf('We use [M:Alpha] [1]. We EXTEND [M:Beta] [2]. There is [M:Gamma].'))
  const intents = await citedIntents(reading, citationMarkers(reading), shouting)
  expect(Object.fromEntries(intents)).toEqual({ 0: { uses: 1 }, 1: { uses: 0.5, extends: 0.5 } })
})

function guess(role: Role, confidence: number): RoleGuess {
  return { role, confidence, introduced: role === 'introduced' ? confidence : 0.1, spurious: 0 }
}

test.each([
  ['a sure role stands', guess('compared', 0.9), { uses: 0.8, background: 0.1, compares: 0.1 }, 'compared'],
  ['a doubtful one gives way', guess('background', 0.36), { uses: 0.9, background: 0.1 }, 'used'],
  ['what is cited is not introduced', guess('introduced', 0.9), { compares: 0.7, uses: 0.3 }, 'compared'],
  ['no marker, no change', guess('introduced', 0.6), null, 'introduced'],
  ['a sentence that says nothing changes nothing', guess('introduced', 0.6), {}, 'introduced'],
])('%s', (_, before, intents, role) => {
  const [after] = reviseRoles([before], new Map(intents ? [[0, intents]] : []))
  expect(after!.role).toBe(role)
  expect(after!.confidence).toBeGreaterThan(0)
  expect(after!.confidence).toBeLessThanOrEqual(1)
})

test('a sentence that extends makes the intent of a used technique', async () => {
  const document = documentOf('We propose [M:Alpha], and here we EXTEND [M:Beta] [2] to graphs.')
  const { entities } = await relate(document, { ...loadRelationModels(), intent: shouting })
  expect(entities.find(({ name }) => name === 'Beta')).toMatchObject({ intent: 'extends', marker: '[2]' })
})
