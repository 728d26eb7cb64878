/** What decides whether two entities of a paper are related: their roles, their names, the words between them. */
import type { ConceptType } from '../../shared/schema.ts'
import type { Place, Reading, ReadSentence } from './reading.ts'
import type { RoleGuess } from './roles.ts'

export interface EntityProfile {
  type: ConceptType
  role: string
  isMain: boolean
  headWord: string
  words: string[]
  inTitle: boolean
  count: number
  first: number
}

const maskName: Record<string, string> = { '\uE000': 'M#', '\uE001': 'D#', '\uE002': 'T#', '\uE003': 'X#' }
const stop = /^(?:the|a|an|our|its|their|this|that|these|those|very|more|also|both|such)$/

export function profiles(reading: Reading, guesses: RoleGuess[], main: number | null): EntityProfile[] {
  const inTitle = new Set<number>()
  const counts = new Map<number, number>()
  const first = new Map<number, number>()
  for (const sentence of reading.sentences) {
    for (const { entity } of sentence.places) {
      if (sentence.kind === 'title') inTitle.add(entity)
      counts.set(entity, (counts.get(entity) ?? 0) + 1)
      if (!first.has(entity)) first.set(entity, sentence.index)
    }
  }
  return reading.entities.map((entity, index) => {
    const words = entity.name.toLowerCase().split(/[\s-]+/)
    return {
      type: entity.type,
      role: guesses[index]!.role,
      isMain: index === main,
      headWord: words.at(-1)!.replace(/s$/, ''),
      words,
      inTitle: inTitle.has(index),
      count: counts.get(index) ?? 0,
      first: first.get(index) ?? 0,
    }
  })
}

/** Features of the pair that no single sentence shows. */
export function documentFeatures(reading: Reading, all: EntityProfile[], h: number, t: number): string[] {
  const head = all[h]!
  const tail = all[t]!
  const sameAsTail = all.filter(({ type }) => type === tail.type).length
  const roles = `${head.role}>${tail.role}`
  const main = `${head.isMain ? 'M' : head.role === 'introduced' ? 'I' : '-'}${tail.isMain ? 'M' : tail.role === 'introduced' ? 'I' : '-'}`
  const features = [
    'bias',
    `roles=${roles}`,
    `main=${main}`,
    `main=${main}|${tail.role}`,
    `title=${head.inTitle}${tail.inTitle}`,
    `title=${head.inTitle}${tail.inTitle}|${main}`,
    `hh=${head.headWord}`,
    `th=${tail.headWord}`,
    `th=${tail.headWord}|${main}`,
    `hh=${head.headWord}|${main}`,
    `order=${Math.sign(head.first - tail.first)}`,
    `counts=${Math.min(head.count, 3)}${Math.min(tail.count, 3)}`,
    `tailCount=${Math.min(tail.count, 4)}|${main}`,
    `rivals=${Math.min(sameAsTail, 6)}`,
    `rivals=${Math.min(sameAsTail, 6)}|${main}`,
    `tailFirst=${reading.sentences[tail.first]?.kind}|${main}`,
    `gap=${Math.min(Math.abs(head.first - tail.first), 4)}`,
    `tw=${tail.words[0]}`,
    `tn=${tail.words.join(' ')}`,
    `hn=${head.words.join(' ')}`,
  ]
  if (head.words.length > tail.words.length && endsWith(head.words, tail.words))
    features.push('tailIsHeadOfName')
  else if (tail.words.length > head.words.length && endsWith(tail.words, head.words))
    features.push('headIsHeadOfName')
  else if (head.words.some((word) => word.length > 3 && tail.words.includes(word)))
    features.push(`share|${main}`)
  if (head.headWord === tail.headWord) features.push('sameHeadWord')
  return features
}

function endsWith(words: string[], ending: string[]): boolean {
  return ending.every((word, index) => sameWord(word, words[words.length - ending.length + index]!))
}

function sameWord(a: string, b: string): boolean {
  return a.replace(/s$/, '') === b.replace(/s$/, '')
}

/** Features of two places in one sentence. */
export function contextFeatures(
  sentence: ReadSentence,
  head: Place,
  tail: Place,
  all: EntityProfile[],
): string[] {
  const [left, right, order] = head.start < tail.start ? [head, tail, '>'] : [tail, head, '<']
  const { words } = sentence
  const from = indexAt(words, left.end)
  const to = indexAt(words, right.start)
  const before = indexAt(words, left.start)
  const after = indexAt(words, right.end)
  const silent = head.implicit ? 'i' : tail.implicit ? 't' : 'x'
  const main = `${all[head.entity]!.isMain ? 'M' : '-'}${all[tail.entity]!.isMain ? 'M' : '-'}`
  const kind = sentence.kind
  const between: string[] = []
  let names = 0
  let same = 0
  for (let at = from; at < to && between.length < 25; at++) {
    const name = maskName[words[at]!.text[0]!]
    if (name) {
      names++
      if (name === maskName[maskOfType(all[tail.entity]!.type)]) same++
    }
    if (!stop.test(words[at]!.text)) between.push(name ?? words[at]!.text)
  }
  const distance = to - from
  const features = [
    `${order}dist=${distance < 4 ? distance : distance < 7 ? '4-6' : distance < 12 ? '7-11' : '12+'}`,
    `${order}names=${Math.min(names, 4)}`,
    `${order}same=${Math.min(same, 3)}`,
    `${order}kind=${kind}`,
    `${order}kind=${kind}|${silent}|${main}`,
    `${order}silent=${silent}`,
  ]
  for (const word of new Set(between)) features.push(`${order}b=${word}`)
  for (let at = 0; at + 1 < between.length && at < 12; at++)
    features.push(`${order}bb=${between[at]}_${between[at + 1]}`)
  if (between.length <= 6) features.push(`${order}all=${between.join(' ')}`)
  const firsts = between.slice(0, 2).join(' ')
  const lasts = between.slice(-2).join(' ')
  features.push(
    `${order}f=${between[0] ?? ''}`,
    `${order}e=${between.at(-1) ?? ''}`,
    `${order}ff=${firsts}`,
    `${order}ee=${lasts}`,
  )
  features.push(
    `${order}e=${between.at(-1) ?? ''}|${main}`,
    `${order}fe=${between[0] ?? ''}|${between.at(-1) ?? ''}`,
  )
  for (let offset = 1; offset <= 3; offset++) features.push(`${order}l${text(words[before - offset])}`)
  features.push(
    `${order}l1=${text(words[before - 1])}`,
    `${order}l2=${text(words[before - 2])}_${text(words[before - 1])}`,
  )
  for (let offset = 0; offset < 2; offset++) features.push(`${order}r${text(words[after + offset])}`)
  features.push(`${order}r1=${text(words[after])}`)
  if (kind === 'title') features.push(`${order}titleEnd=${text(words[after])}`)
  return features
}

function maskOfType(type: ConceptType): string {
  return { Method: '\uE000', Dataset: '\uE001', Task: '\uE002', Metric: '\uE003' }[type]
}

function text(word: { text: string } | undefined): string {
  if (!word) return '#'
  return maskName[word.text[0]!] ?? word.text
}

/** Index of the first word that starts at or after an offset. */
export function indexAt(words: ReadSentence['words'], offset: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low
}
