import type { ConceptType, Mention } from '../../shared/schema.ts'
import type { RecognisedEntity } from '../documents.ts'
import type { AcronymDefinition } from './acronyms.ts'
import { normaliseForm } from './forms.ts'

/**
 * Groups mentions into entities: forms that differ in case, hyphens or plural, and a short form with the long form
 * that the text gives for it. The name is the fullest form, every other form an alias, as the annotation guidelines
 * have it; all forms are copied from the text.
 * @param mentions sorted by start
 * @returns entities in the order of their first mention
 */
export function groupMentions(
  text: string,
  mentions: Mention[],
  acronyms: AcronymDefinition[],
): RecognisedEntity[] {
  const longOf = new Map<string, string>()
  const shortForms = new Set<string>()
  for (const { short, long } of acronyms) {
    const shortText = text.slice(short.start, short.end)
    const longForm = normaliseForm(text.slice(long.start, long.end))
    if (longForm === '' || longOf.has(normaliseForm(shortText))) continue
    longOf.set(normaliseForm(shortText), longForm)
    shortForms.add(shortText)
  }
  const groups = new Map<string, Mention[]>()
  for (const mention of mentions) {
    const form = normaliseForm(mention.surface)
    const key = longOf.get(form) ?? form
    if (key === '') continue
    const group = groups.get(key)
    if (group) group.push(mention)
    else groups.set(key, [mention])
  }
  return [...groups.values()].map((group) => entityOf(group, shortForms))
}

function entityOf(group: Mention[], shortForms: Set<string>): RecognisedEntity {
  const counts = new Map<string, number>()
  for (const { surface } of group) counts.set(surface, (counts.get(surface) ?? 0) + 1)
  const isShort = (form: string) => shortForms.has(form) || shortForms.has(form.replace(/s$/, ''))
  const forms = [...counts.keys()].sort(
    (a, b) =>
      Number(isShort(a)) - Number(isShort(b)) ||
      wordsOf(b) - wordsOf(a) ||
      counts.get(b)! - counts.get(a)! ||
      b.length - a.length ||
      (a < b ? -1 : 1),
  )
  const [name, ...aliases] = forms as [string, ...string[]]
  const type = dominantType(group)
  return {
    name,
    type,
    aliases,
    acronyms: forms.filter(isShort),
    mentions: group.map((mention) => ({ ...mention, type })),
    confidence: Math.max(...group.map(({ confidence }) => confidence)),
  }
}

function wordsOf(form: string): number {
  return form.split(/[\s-]+/).length
}

function dominantType(group: Mention[]): ConceptType {
  const sums = new Map<ConceptType, number>()
  for (const { type, confidence } of group) sums.set(type, (sums.get(type) ?? 0) + confidence)
  return [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0]
}
