/** What two forms say of whether they name the same: words that they share or not, letters of which one is short. */
import { feature, hashText, templates } from '../weights/feature-hash.ts'
import { additionOf } from './coined-variants.ts'
import { spellingOf } from './spelling.ts'
import { shareStem, wordRelation } from './word-relation.ts'

/** A form as it is written, and the words of its normalised form. */
export interface Form {
  surface: string
  words: string[]
  /** 0 with a capital inside or a digit ("ResNet-50"), 1 with a capital at the start, 2 without. */
  shape: number
}

export function shapeOf(surface: string): number {
  return /\p{L}\p{Lu}|\p{N}/u.test(surface) ? 0 : /^\p{Lu}/u.test(surface) ? 1 : 2
}

const t = templates(
  'head same',
  'first same',
  'common',
  'extra',
  'extra count',
  'extra place',
  'addition',
  'swapped',
  'swapped heads',
  'stems',
  'letters',
  'initials',
  'letters shapes',
  'shapes',
)

/** @param type index of the type of both */
export function formFeatures(one: Form, other: Form, type: number): number[] {
  const relation = wordRelation(one.words, other.words)
  const { shorter, longer, common, extra, lacking, place } = relation
  const isHeadSame = Number(shorter.at(-1) === longer.at(-1))
  const features = [
    feature(t.shapes, one.shape, other.shape),
    feature(t['head same'], isHeadSame, type),
    feature(t['first same'], Number(shorter[0] === longer[0]), isHeadSame, type),
    feature(
      t.common,
      Math.min(3, common.length),
      Math.min(3, lacking.length),
      Math.min(4, longer.length - common.length) * 2 + isHeadSame,
    ),
  ]
  if (common.length > 0) {
    const stems = lacking.filter((word) => extra.some((rival) => shareStem(word, rival))).length
    features.push(feature(t.stems, stems, extra.length, lacking.length))
    if (lacking.length === 0) {
      const [short, long] = relation.isFirstShorter ? [one, other] : [other, one]
      const isLonger = Number(longer.length > shorter.length)
      features.push(
        feature(t['extra count'], Math.min(4, extra.length), place, type),
        feature(t.addition, additionOf(short.surface, long.surface) * 2 + isLonger, short.shape, type),
      )
      for (const word of extra) {
        const hash = hashText(word)
        features.push(feature(t.extra, hash, type), feature(t['extra place'], hash, place, isHeadSame))
      }
    } else if (extra.length <= 3) {
      for (const left of lacking)
        for (const right of extra) features.push(feature(t.swapped, ...inOrder(left, right), extra.length))
    }
  }
  if (!isHeadSame) {
    const heads = inOrder(shorter.at(-1)!, longer.at(-1)!)
    features.push(feature(t['swapped heads'], ...heads, Math.min(2, common.length)))
  }
  if (shorter.length === 1 && longer.length > 1) {
    const [word, text] = relation.isFirstShorter ? [one, other] : [other, one]
    const { initials, letters } = spellingOf(word.surface, text.surface)
    features.push(
      feature(t.initials, initials, Math.min(6, word.surface.length), word.shape),
      feature(t.letters, letters, initials, type),
      feature(t['letters shapes'], letters, word.shape, text.shape),
    )
  }
  return features
}

function inOrder(one: string, other: string): [number, number] {
  const hashes: [number, number] = [hashText(one), hashText(other)]
  return one < other ? hashes : [hashes[1], hashes[0]]
}
