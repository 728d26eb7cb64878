import { expect, test } from 'vitest'
import { readCitingSentence } from '../../../ingest/relations/intent/citing-sentence.ts'

const words = (text: string) => readCitingSentence(text).words.join(' ')

test.each([
  ['We follow earlier work [3, 7].', 'we follow earlier work ⟨number⟩ .'],
  ['We follow earlier work (Kipf and Welling, 2017; Liu, 2019).', 'we follow earlier work ⟨cite⟩ .'],
  ['Kipf and Welling (2017) show this.', '⟨author⟩ show this .'],
  ['This agrees with Chen et al. [7].', 'this agrees with ⟨author⟩ .'],
  ['It grew by 12.5% over 20 days (P < 0.05).', 'it grew by 0% over 0 days ( p < 0.0 ) .'],
  ['We tune it ( Och , 2003 ) .', 'we tune it ⟨cite⟩ .'],
  ['Liu et al., 2009) and others agree.', '⟨cite⟩ and others agree .'],
])('%s', (text, expected) => {
  expect(words(text)).toBe(expected)
})

test('text cut into tokens reads like running text', () => {
  const running = 'As in Devlin et al. (2019), we use a masked objective (Taylor, 1953).'
  const cut = 'As in Devlin et al. ( 2019 ) , we use a masked objective ( Taylor , 1953 ) .'
  expect(readCitingSentence(cut)).toEqual(readCitingSentence(running))
})

test('knows where the citations stand', () => {
  expect(readCitingSentence('We use trees [1] and forests [2].').citations).toEqual([3, 6])
})
