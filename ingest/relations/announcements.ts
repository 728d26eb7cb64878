/** Sentences that say in so many words what the paper introduces. */
import type { Place, Reading, ReadSentence } from './reading.ts'

/**
 * How sure it is that a name announced so is introduced: of 326 in the annotated abstracts (`gold/`), short forms in
 * brackets not counted, 322 are.
 */
export const announcedProbability = 0.95

const authors = '(?:\\bwe|\\bthis (?:paper|work|article)) '
const also = '(?:(?:also|then|further|here|first|therefore|thus|now|next) )?'
const endings = '(?:[sd]|e[sd]|ed)? '
const novel = '(?:(?:new|novel|modern|simple) )?'
/** "We introduce the Transformer": without an "a", of which one in three is only a kind of method. */
const announcing = new RegExp(
  `${authors}${also}(?:introduce|propose|present|develop)${endings}(?:the )?["“]?$`,
)
/**
 * With what it is after it, "We propose a harmony network, which": small letters will do, and of what is proposed rather
 * than built or described also "a".
 */
const describing = new RegExp(
  `${authors}${also}(?:(?:introduce|propose|present|develop)${endings}(?:(?:the|an?|our) )?|(?:describe|design|build|create|release|(?:pre-?)?train)${endings}(?:(?:the|our) )?)${novel}["“]?$`,
)
/** No list of several: "a CNN, an LSTM and". */
const description =
  /^["”]?(?: ?\([^()]{1,40}\))?, (?:(?:an?|the) (?![\uE000-\uE003])(?![^,.;]*, (?:and )?an? [\uE000-\uE003])|(?:two|three|which|in which|where|whose|that)\b)/
/**
 * "We propose the Text-to-Text Transfer Transformer (": what stands in the brackets is what is proposed, also where the
 * long form is not seen as a name. Of 106 such in the annotated abstracts 105 are introduced.
 */
const defining = new RegExp(
  `${authors}${also}(?:introduce|propose|present|develop)${endings}(?:(?:the|an?|our) )?` +
    '(?:(?!(?:of|for|to|that|using|in|on|with|via|from|based|which|called|named|extends?|between|combining|by|and|widely|approach|method|framework|algorithm|variant|extension)\\b)[^\\s.,;:()]+ ){1,8}\\($',
)
/** No plural, which is a kind of thing: "CNNs". */
const shortForm = /[\p{Lu}\p{N}][^\s]*$(?<!\p{Lu}s)/u
/** What was introduced before this paper. */
const earlier = /\b(?:previous|prior|earlier|recently|previously) |\bin \[/

/** @returns the entities announced with a name: "We introduce LoRA", "We describe the harmony network, which" */
export function announcedEntities({ sentences, text }: Reading): Set<number> {
  const announced = new Set<number>()
  for (const sentence of sentences) {
    if (sentence.kind === 'title' || earlier.test(sentence.masked)) continue
    for (const place of sentence.places) {
      if (isAnnounced(sentence, place, text)) announced.add(place.entity)
    }
  }
  return announced
}

function isAnnounced(sentence: ReadSentence, place: Place, text: string): boolean {
  const at = place.start - sentence.start
  const before = sentence.masked.slice(Math.max(0, at - 120), at)
  const after = sentence.masked.slice(place.end - sentence.start)
  const surface = text.slice(place.start, place.end)
  return (
    (announcing.test(before) && /\p{Lu}/u.test(surface) && whole.test(after)) ||
    (after.startsWith(')') &&
      shortForm.test(surface) &&
      whole.test(after.slice(1)) &&
      defining.test(before)) ||
    (describing.test(before) && description.test(after))
  )
}

/** "we propose Gaussian processes models" announces the models, not the processes. */
const whole =
  /^(?:["”]?[^\p{L}\p{N}\s'’/‐-]|["”]? ?[(—–]|["”]? (?:an?|the|which|that|to (?![\uE000-\uE003])|for|as|with|in|on|of|by|is|where|whose)\b|$)/u
