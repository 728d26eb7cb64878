import { type ConceptType, conceptTypes } from '../../../shared/schema.ts'
import type { Sentence, TextDocument } from '../../documents.ts'
import { beginLabel, insideLabel, outsideLabel } from '../../entities/fast/labels.ts'
import { normaliseToken } from '../../entities/fast/lexicon.ts'
import { splitText } from '../../text/index.ts'
import { tokenise } from '../../text/tokens.ts'
import type { AnnotatedAbstract } from '../annotated-abstracts.ts'

/** A document with a label (see `entities/fast/labels.ts`) for every token of every sentence. */
export interface LabelledDocument {
  document: TextDocument
  labels: Uint8Array[]
}

interface Form {
  tokens: string[]
  /** What the text must have where case tells: "MAP" is not "map". */
  exact: string | null
  type: number
}

/** Labels each occurrence of each annotated form; longer forms first. */
export function labelAbstract(abstract: AnnotatedAbstract): LabelledDocument {
  const document = splitText({ title: abstract.title, abstract: abstract.text })
  const forms = abstract.entities.flatMap((entity) =>
    [entity.name, ...entity.aliases].map((form) => formOf(form, entity.type)),
  )
  forms.sort((a, b) => b.tokens.length - a.tokens.length)
  return { document, labels: document.sentences.map((sentence) => labelForms(sentence, forms)) }
}

export function labelForms(sentence: Sentence, forms: Form[]): Uint8Array {
  const words = sentence.tokens.map((token) => normaliseToken(token.text))
  const labels = new Uint8Array(words.length)
  for (const form of forms) {
    if (form.tokens.length === 0) continue
    for (let start = 0; start + form.tokens.length <= words.length; start++) {
      const end = start + form.tokens.length
      if (!form.tokens.every((token, index) => words[start + index] === token)) continue
      if (form.exact !== null && !sentence.tokens[start]!.text.startsWith(form.exact)) continue
      if (labels.subarray(start, end).some((label) => label !== outsideLabel)) continue
      labels.fill(insideLabel(form.type), start, end)
      labels[start] = beginLabel(form.type)
    }
  }
  return labels
}

export function formOf(form: string, type: ConceptType): Form {
  const tokens = tokenise(form).map((token) => token.text)
  const [only] = tokens
  const caseTells = tokens.length === 1 && only !== undefined && /^\p{Lu}{2}/u.test(only)
  return {
    tokens: tokens.map(normaliseToken),
    exact: caseTells ? only.replace(/s$/, '') : null,
    type: conceptTypes.indexOf(type),
  }
}

/** The labelled mentions as token ranges: sentence, first token, end, type. */
export function* labelledSpans(
  labels: Uint8Array[],
): Generator<{ sentence: number; first: number; end: number; type: number }> {
  for (let sentence = 0; sentence < labels.length; sentence++) {
    const row = labels[sentence]!
    for (let first = 0; first < row.length; first++) {
      const label = row[first]!
      if (label % 2 === 0) continue
      let end = first + 1
      while (row[end] === label + 1) end++
      yield { sentence, first, end, type: (label - 1) >> 1 }
    }
  }
}
