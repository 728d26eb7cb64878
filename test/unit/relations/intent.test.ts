import { describe, expect, test } from 'vitest'
import { shippedModels } from '../../../ingest/model-files.ts'
import { loadFastIntent } from '../../../ingest/relations/intent/fast-intent.ts'
import { type IntentScheme, intentSchemes } from '../../../ingest/relations/intent/intent-classifier.ts'

const classifier = loadFastIntent(shippedModels)

async function labelOf(sentence: string, scheme: IntentScheme): Promise<string> {
  const [answer] = await classifier.classify([sentence], scheme)
  return answer![0]!.label
}

test.each([
  ['scicite', 'method', 'Cells were counted with the protocol described previously [12].'],
  ['scicite', 'result', 'Our findings are consistent with those of Marsh et al. (2011).'],
  ['scicite', 'background', 'Sleep has been linked to memory in many species (Stickgold, 2005).'],
  ['acl-arc', 'Uses', 'We parse the sentences with the parser of Charniak ( 2000 ) .'],
  ['acl-arc', 'CompareOrContrast', 'Unlike Collins ( 1999 ) , our model does not need head rules .'],
  ['acl-arc', 'Background', 'Tagging has been studied for decades ( Church , 1988 ; Brill , 1992 ) .'],
] as const)('%s: %s', async (scheme, label, sentence) => {
  expect(await labelOf(sentence, scheme)).toBe(label)
})

describe.each(Object.keys(intentSchemes) as IntentScheme[])('%s', (scheme) => {
  test('gives every label of the scheme a probability, and they sum to one', async () => {
    const answers = await classifier.classify(['We use it [3].', '', '🙂 İ \uE000 ['.repeat(50)], scheme)
    for (const answer of answers) {
      expect(answer.map(({ label }) => label).sort()).toEqual(Object.keys(intentSchemes[scheme]).sort())
      expect(answer.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9)
    }
  })

  test('an answer does not depend on what else is asked', async () => {
    const sentences = ['We use the tagger of Brill (1992).', 'This is in contrast to [4].']
    const together = await classifier.classify(sentences, scheme)
    expect([together[1]]).toEqual(await classifier.classify([sentences[1]!], scheme))
  })
})
