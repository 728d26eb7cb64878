/** What the role of an entity is read off: where it stands, what stands around it, what it looks like. */
import type { Place, Reading, ReadSentence } from './reading.ts'

const presenting =
  /^(?:propos|present|introduc|develop|describ|design|devis|deriv|formulat|contribut|provid|creat|build|releas|construct|collect|suggest|offer|call|term|dub|nam|coin|extend|augment)/
const verbs =
  /^(?:us(?:e|es|ed|ing)$|utili[sz]|employ|appl(?:y|ies|ied|ying)$|adopt|leverag|exploit|combin|integrat|incorporat|based$|build|built$|extend|improv|outperform|surpass|achiev|compar|evaluat|test|validat|train|learn|fine-tun|pre-?train|explor|investigat|stud(?:y|ies|ied)|address|tackl|solv|consider|focus|show|demonstrat|analy[sz]|rel(?:y|ies|ied)|requir|exist|suffer|limit|fail|lack|inspir|motivat|replac|equip|enhanc|consist|contain|compris|enabl|allow|perform|reduc|increas|beat|exceed|is$|are$|was$|were$|has$|have$|can$|cannot$|does$|do$)/
const heads =
  /^(?:method|approach|model|framework|algorithm|system|network|architecture|technique|module|loss|layer|strategy|mechanism|scheme|dataset|benchmark|corpus|task|problem|baseline)s?$/

/** @returns for each entity its features; the same feature may stand more than once */
export function roleFeatures(reading: Reading): string[][] {
  const features = reading.entities.map((entity) => shapeFeatures(entity.name, entity))
  const seen = reading.entities.map((): ReadSentence[] => [])
  const counts = reading.entities.map(() => 0)
  const presented = new Set<number>()
  for (const sentence of reading.sentences) {
    sentence.places.forEach((place, order) => {
      const own = features[place.entity]!
      const before = seen[place.entity]!
      const isFirst = before.length === 0
      const isFirstInAbstract = sentence.kind !== 'title' && before.every(({ kind }) => kind === 'title')
      if (before.at(-1) !== sentence) before.push(sentence)
      counts[place.entity]!++
      const context = contextFeatures(sentence, place, order)
      for (const feature of context) own.push(feature)
      if (isFirst || isFirstInAbstract) for (const feature of context) own.push(`1:${feature}`)
      if (context.some((feature) => feature.startsWith('presented'))) presented.add(place.entity)
    })
  }
  const last = reading.sentences.length - 1
  const firstPresented = Math.min(...presented)
  reading.entities.forEach((entity, index) => {
    const own = features[index]!
    const sentences = seen[index]!
    const kinds = new Set(sentences.map(({ kind }) => kind))
    for (const kind of kinds) own.push(`kind=${kind}`, `${entity.type}:kind=${kind}`)
    own.push(`kinds=${[...kinds].sort().join('+')}`)
    own.push(`mentions=${Math.min(counts[index]!, 6)}`, `sentences=${Math.min(sentences.length, 5)}`)
    const inAbstract = sentences.filter(({ kind }) => kind !== 'title')
    if (inAbstract.length > 0) {
      own.push(`first=${inAbstract[0]!.kind}`, `last=${inAbstract.at(-1)!.kind}`)
      own.push(`at=${Math.floor((inAbstract[0]!.index / (last + 1)) * 5)}`)
    } else own.push('titleOnly')
    if (presented.size > 0) {
      own.push(
        presented.has(index)
          ? `isPresented${firstPresented === index ? 'First' : 'Later'}`
          : 'otherPresented',
      )
    }
  })
  return features.map((own, index) => [
    'bias',
    reading.entities[index]!.type,
    ...own,
    ...own.map((feature) => `${reading.entities[index]!.type}|${feature}`),
  ])
}

function shapeFeatures(name: string, entity: Reading['entities'][number]): string[] {
  const words = name.toLowerCase().split(/[\s-]+/)
  const features = [`head=${words.at(-1)!.replace(/s$/, '')}`, `words=${Math.min(words.length, 5)}`]
  features.push(`wordFirst=${words[0]}`)
  if (/[a-z][A-Z]|[A-Z]{2}/.test(name)) features.push('mixed')
  if (/^[A-Z]/.test(name)) features.push('capital')
  if (/^[^A-Z]*$/.test(name)) features.push('lower')
  if (/\d/.test(name)) features.push('digit')
  if (name.includes('-')) features.push('hyphen')
  if (entity.acronyms.length > 0) features.push('acronym')
  if (entity.aliases.some((alias) => /[A-Z].*[A-Z]/.test(alias))) features.push('capitalAlias')
  features.push(`aliases=${Math.min(entity.aliases.length, 3)}`)
  features.push(`name=${name.toLowerCase()}`)
  return features
}

function contextFeatures(sentence: ReadSentence, place: Place, order: number): string[] {
  const { words } = sentence
  const at = words.findIndex(({ start }) => start >= place.start)
  const word = (offset: number) => {
    const found = words[at + offset]
    if (!found) return offset < 0 ? '<' : '>'
    return maskName[found.text[0]!] ?? found.text
  }
  if (sentence.kind === 'title') {
    const features = [`title:${order}`, `title:l=${word(-1)}`, `title:r=${word(1)}`]
    const left = sentence.masked.slice(0, place.start - sentence.start)
    const right = sentence.masked.slice(place.end - sentence.start)
    if (left.trim() === '') features.push('title:start')
    if (right.trim() === '') features.push('title:end')
    if (left.includes(':')) features.push('title:afterColon')
    if (right.includes(':')) features.push('title:beforeColon')
    if (left.trim() === '' && /^\s*:/.test(right)) features.push('title:named')
    const link =
      /\b(for|with|via|using|by|in|of|from|through|to|and|on|as)\b(?!.*\b(?:for|with|via|using|by|in|of|from|through|to|and|on|as)\b)/.exec(
        left,
      )
    features.push(`title:after=${link?.[1] ?? 'none'}`)
    const following = /\b(for|with|via|using|by|in|of|from|through|to|and|on|as)\b/.exec(right)
    features.push(`title:before=${following?.[1] ?? 'none'}`)
    return features
  }
  const features = [
    `l1=${word(-1)}`,
    `r1=${word(1)}`,
    `l2=${word(-2)}_${word(-1)}`,
    `r2=${word(1)}_${word(2)}`,
  ]
  for (let offset = 1; offset <= 4; offset++) features.push(`l~${word(-offset)}`)
  for (let offset = 1; offset <= 3; offset++) features.push(`r~${word(offset)}`)
  features.push(`k:l1=${sentence.kind}:${word(-1)}`)
  let between = 0
  for (let offset = at - 1; offset >= 0 && offset > at - 20; offset--) {
    const { text } = words[offset]!
    if (maskName[text[0]!]) between++
    const verb = presenting.exec(text)?.[0] ?? verbs.exec(text)?.[0]
    if (verb) {
      const subject = subjectOf(words, offset)
      features.push(
        `v=${verb}`,
        `v=${verb}:${Math.min(between, 3)}`,
        `v=${verb}:${subject}:${between === 0 ? 0 : 1}`,
      )
      if (presenting.test(text) && between === 0 && subject !== '-') features.push(`presented:${subject}`)
      if (presenting.test(text))
        features.push(`vd=${Math.min(Math.floor((at - offset) / 3), 4)}:${Math.min(between, 2)}`)
      break
    }
  }
  for (let offset = at + 1; offset < words.length && offset < at + 6; offset++) {
    const { text } = words[offset]!
    if (verbs.test(text) || presenting.test(text)) {
      features.push(`nv=${text}`, `nv=${text}:${offset === at + 1}`)
      break
    }
  }
  if (at === 0 || (at === 1 && /^(?:the|our|this)$/.test(words[0]!.text)))
    features.push('subject', `subject:${sentence.kind}`)
  if (heads.test(word(1))) features.push('headAfter')
  return features
}

const maskName: Record<string, string> = { '\uE000': 'M#', '\uE001': 'D#', '\uE002': 'T#', '\uE003': 'X#' }

function subjectOf(words: ReadSentence['words'], verb: number): string {
  for (let offset = verb - 1; offset >= 0 && offset >= verb - 5; offset--) {
    const { text } = words[offset]!
    if (/^(?:we|paper|work|article|authors?|study|i)$/.test(text)) return 'we'
    if (maskName[text[0]!]) return 'name'
  }
  return '-'
}
