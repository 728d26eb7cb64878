/** What is known of each mention apart from the pair it stands in: its name, and what the document does with it. */
import type { ConceptType } from '../../../shared/schema.ts'
import { findAcronyms } from '../../entities/acronyms.ts'
import { normaliseToken } from '../../entities/fast/lexicon.ts'
import { initialsOf, normaliseForm } from '../../entities/forms.ts'
import { tokenise } from '../../text/tokens.ts'
import { hashText } from '../../weights/feature-hash.ts'
import type { ClusterOf } from './clusters.ts'
import type { MentionDocument } from './mention-relation.ts'
import type { Outline } from './outline.ts'

export interface MentionProfile {
  type: ConceptType
  /** Normalised. */
  form: string
  words: string[]
  nameHash: number
  firstWord: number
  headWord: number
  /** Distributional cluster of the head word, else a hash of its ending. */
  headCluster: number
  ending: number
  /** Lower case, capitalised, in capitals; with digits or without. */
  shape: number
  initials: string
  /** Steps: how many mentions of the document have the form. */
  count: number
  /** 1 where the document has no form of its type more often. */
  isChief: number
  /** 1 where the document presents it somewhere ("we propose X"). */
  isPresented: number
}

export interface DocumentProfile {
  /** One for each mention of the document. */
  mentions: MentionProfile[]
  /** What the text defines: a short and its long form, normalised, on two lines. */
  acronyms: Set<string>
}

const presenting =
  /^(?:propos|present|introduc|develop|describ|design|devis|call|term|dub|nam|our$|novel$|new$|contribut)/

export function profilesOf(
  document: MentionDocument,
  outlines: Outline[],
  clusterOf: ClusterOf,
): DocumentProfile {
  const forms = document.mentions.map(({ surface }) => normaliseForm(surface))
  const presented = presentedForms(forms, outlines)
  const counts = new Map<string, number>()
  const most = new Map<ConceptType, number>()
  document.mentions.forEach(({ type }, index) => {
    const count = (counts.get(`${type} ${forms[index]}`) ?? 0) + 1
    counts.set(`${type} ${forms[index]}`, count)
    most.set(type, Math.max(most.get(type) ?? 0, count))
  })
  const mentions = document.mentions.map(({ surface, type }, index): MentionProfile => {
    const form = forms[index]!
    const words = tokenise(surface)
      .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
      .map(({ text }) => normaliseToken(text))
    const head = words.findLast((word) => /\p{L}/u.test(word)) ?? ''
    const count = counts.get(`${type} ${form}`)!
    return {
      ...{ type, form, words, shape: shapeOf(surface), initials: initialsOf(surface) },
      nameHash: hashText(form),
      firstWord: hashText(words[0] ?? ''),
      headWord: hashText(head),
      headCluster: clusterOf(head) ?? hashText(`-${head.slice(-3)}`),
      ending: hashText(head.slice(-4)),
      count: count > 20 ? 4 : count > 8 ? 3 : count > 3 ? 2 : count > 1 ? 1 : 0,
      isChief: count > 2 && count === most.get(type) ? 1 : 0,
      isPresented: presented.has(form) ? 1 : 0,
    }
  })
  return { mentions, acronyms: definedAcronyms(document) }
}

function presentedForms(forms: string[], outlines: Outline[]): Set<string> {
  const presented = new Set<string>()
  for (const { words, names } of outlines) {
    for (const at of names) {
      const before = words.slice(Math.max(0, at - 6), at)
      if (before.some(({ text, mention }) => mention < 0 && presenting.test(text)))
        presented.add(forms[words[at]!.mention]!)
    }
  }
  return presented
}

function definedAcronyms(document: MentionDocument): Set<string> {
  const formOf = ({ start, end }: { start: number; end: number }) =>
    normaliseForm(document.text.slice(start, end))
  return new Set(findAcronyms(document).map(({ short, long }) => `${formOf(short)}\n${formOf(long)}`))
}

function shapeOf(surface: string): number {
  const digits = /\d/.test(surface) ? 4 : 0
  if (/\p{Lu}\P{Lu}*\p{Lu}/u.test(surface)) return digits + (/\s/.test(surface) ? 3 : 2)
  return digits + (/\p{Lu}/u.test(surface) ? 1 : 0)
}
