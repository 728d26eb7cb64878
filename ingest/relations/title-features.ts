/** What a title says of the roles of the names in it: "NAME: a method for TASK". */
import { feature, hashText, templates } from '../weights/feature-hash.ts'
import { indexAt, type Place, type ReadSentence } from './reading.ts'

const t = templates(
  ...(['titleOrder', 'titleLeft', 'titleRight', 'titleStart', 'titleEnd', 'titleAfterColon'] as const),
  ...(['titleBeforeColon', 'titleNamed', 'titleAfter', 'titleBefore'] as const),
)
const links =
  /^(?:for|with|via|using|by|in|of|from|through|to|and|on|as|towards?|based|meets|without|at|under|is|are)$/

/** Adds the features of one place in the title; `order` counts the names before it. */
export function titleFeatures(sentence: ReadSentence, place: Place, order: number, features: number[]): void {
  const { words } = sentence
  const at = indexAt(words, place.start)
  const colon = words.findIndex(({ text }) => text === ':')
  const isLink = ({ text }: { text: string }) => links.test(text)
  const before = words.slice(0, at).findLast(isLink)
  const after = words.slice(at + 1).find(isLink)
  features.push(feature(t.titleOrder, Math.min(order, 3)))
  features.push(
    feature(t.titleLeft, words[at - 1]?.hash ?? 1),
    feature(t.titleRight, words[at + 1]?.hash ?? 2),
  )
  if (at === 0) features.push(t.titleStart)
  if (at === words.length - 1) features.push(t.titleEnd)
  if (colon >= 0) features.push(colon < at ? t.titleAfterColon : t.titleBeforeColon)
  if (at === 0 && colon === 1) features.push(t.titleNamed)
  features.push(feature(t.titleAfter, before ? hashText(before.text) : 0))
  features.push(feature(t.titleBefore, after ? hashText(after.text) : 0))
}
