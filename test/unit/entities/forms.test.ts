import fc from 'fast-check'
import { expect, it } from 'vitest'
import { normaliseForm } from '../../../ingest/entities/forms.ts'

it.each([
  ['Convolutional Networks', 'convolutional-network'],
  ['CNNs', 'CNN'],
  ['GPT-3', 'gpt 3'],
  ['Müller losses', 'müller-losses'],
])('brings together "%s" and "%s"', (one, other) => expect(normaliseForm(one)).toBe(normaliseForm(other)))

it('reads text of ASCII as it reads other text', () => {
  const ascii = fc.string({ unit: fc.constantFrom(...'ABsxyz019-_/+.( )'), maxLength: 20 })
  fc.assert(
    fc.property(ascii, (form) => {
      expect(normaliseForm(form)).toBe(normaliseForm(`${form}…`))
    }),
  )
})
