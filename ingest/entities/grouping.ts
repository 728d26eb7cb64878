import type { ConceptType, Mention } from '../../shared/schema.ts'
import type { RecognisedEntity } from '../documents.ts'
import type { AcronymDefinition } from './acronyms.ts'
import { initialsOf, normaliseForm } from './forms.ts'

/** The mentions of what may be one entity, with their normalised forms. */
interface Group {
  forms: Set<string>
  mentions: Mention[]
  type: ConceptType
}

/**
 * Groups mentions into entities: forms that differ in case, hyphens or plural; a short form with the long form that
 * the text gives for it, or whose initials it has; a form with its extension ("DETR", "DETR models").
 * The name is the fullest form, every other form an alias, as the annotation guidelines have it; all forms are
 * copied from the text.
 * @param mentions sorted by start
 * @returns entities in the order of their first mention
 */
export function groupMentions(
  text: string,
  mentions: Mention[],
  acronyms: AcronymDefinition[],
): RecognisedEntity[] {
  const { longOf, shortForms } = shortFormsOf(text, mentions, acronyms)
  const groups = new Map<string, Group>()
  for (const mention of mentions) {
    const form = normaliseForm(mention.surface)
    const key = longOf.get(form) ?? form
    if (key === '') continue
    const group = groups.get(key)
    if (group) {
      group.mentions.push(mention)
      group.forms.add(form)
    } else groups.set(key, { forms: new Set([form]), mentions: [mention], type: mention.type })
  }
  for (const group of groups.values()) group.type = dominantType(group.mentions)
  return joinExtensions([...groups.values()]).map((group) => entityOf(group, shortForms))
}

/** Normalised short forms to the long form that stands for both, and the short forms as they are written. */
function shortFormsOf(
  text: string,
  mentions: Mention[],
  acronyms: AcronymDefinition[],
): { longOf: Map<string, string>; shortForms: Set<string> } {
  const longOf = new Map<string, string>()
  const shortForms = new Set<string>()
  for (const { short, long } of acronyms) {
    const shortText = text.slice(short.start, short.end)
    const longForm = normaliseForm(text.slice(long.start, long.end))
    shortForms.add(shortText)
    if (longForm !== '' && !longOf.has(normaliseForm(shortText)))
      longOf.set(normaliseForm(shortText), longForm)
  }
  // Of 1,286 pairs in the annotated abstracts that look so, 11 are not one entity.
  const initials = new Map<string, string>()
  for (const { surface } of mentions) {
    const key = initialsOf(surface)
    if (key.length >= 2 && !initials.has(key)) initials.set(key, normaliseForm(surface))
  }
  for (const { surface } of mentions) {
    const form = normaliseForm(surface)
    const long = initials.get(form)
    if (!/^\p{Lu}{2,}s?$/u.test(surface) || long === undefined || longOf.has(form)) continue
    longOf.set(form, longOf.get(long) ?? long)
    shortForms.add(surface)
  }
  return { longOf, shortForms }
}

/** Last words that make another thing of what they follow, as the annotated abstracts have it. */
const otherThing = new Set([
  'accuracy',
  'error',
  'classification',
  'loss',
  'rate',
  'agent',
  'attack',
  'learning',
])

/** Joins groups of one type where a form of one extends a form of the other; the earlier group takes the later in. */
function joinExtensions(groups: Group[]): Group[] {
  const owner = new Map<string, number>()
  groups.forEach(({ forms, type }, index) => {
    for (const form of forms) if (!owner.has(`${type} ${form}`)) owner.set(`${type} ${form}`, index)
  })
  const parent = groups.map((_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (parent[root] !== root) root = parent[root]!
    return root
  }
  groups.forEach(({ forms, type }, index) => {
    for (const form of forms) {
      for (const part of extendedBy(form, type)) {
        const other = owner.get(`${type} ${part}`)
        if (other === undefined) continue
        const [low, high] = [rootOf(index), rootOf(other)].sort((a, b) => a - b) as [number, number]
        parent[high] = low
      }
    }
  })
  groups.forEach((group, index) => {
    const root = rootOf(index)
    if (root !== index) groups[root]!.mentions.push(...group.mentions)
  })
  const joined = groups.filter((_, index) => rootOf(index) === index)
  for (const { mentions } of joined) mentions.sort((a, b) => a.start - b.start)
  return joined
}

/** The forms that a form extends: its beginnings ("DETR" of "DETR model"), of a task also its ends. */
function extendedBy(form: string, type: ConceptType): string[] {
  const words = form.split(' ').slice(0, maxWords)
  const parts: string[] = []
  for (let cut = 1; cut < words.length; cut++) {
    const rest = words.slice(cut)
    if (!otherThing.has(rest.at(-1)!) && !(rest.length === 1 && /^\d(\.\d)?$/.test(rest[0]!)))
      parts.push(words.slice(0, cut).join(' '))
    // "monocular depth estimation", then "depth estimation": mostly one task.
    if (type === 'Task' && words.length - cut > 1) parts.push(words.slice(cut).join(' '))
  }
  return parts
}

/** Longer forms are not looked into. */
const maxWords = 12

function entityOf({ mentions, type }: Group, shortForms: Set<string>): RecognisedEntity {
  const counts = new Map<string, number>()
  for (const { surface } of mentions) counts.set(surface, (counts.get(surface) ?? 0) + 1)
  const isShort = (form: string) => shortForms.has(form) || shortForms.has(form.replace(/s$/, ''))
  const bases = new Set([...counts.keys()].map(normaliseForm))
  const isSized = (form: string) => {
    const sized = /^(.+?)((?: \S*\d\S*)+)$/.exec(normaliseForm(form))
    return sized !== null && bases.has(sized[1]!)
  }
  // "Mamba", of which "Mamba-3B" is a size, names the entity; of the other forms the fullest does.
  const forms = [...counts.keys()].sort(
    (a, b) =>
      Number(isSized(a)) - Number(isSized(b)) ||
      Number(isShort(a)) - Number(isShort(b)) ||
      wordsOf(b) - wordsOf(a) ||
      counts.get(b)! - counts.get(a)! ||
      b.length - a.length ||
      (a < b ? -1 : 1),
  )
  const [name, ...aliases] = forms as [string, ...string[]]
  return {
    name,
    type,
    aliases,
    acronyms: forms.filter(isShort),
    mentions: mentions.map((mention) => ({ ...mention, type })),
    confidence: Math.max(...mentions.map(({ confidence }) => confidence)),
  }
}

function wordsOf(form: string): number {
  return form.split(/[\s-]+/).length
}

function dominantType(mentions: Mention[]): ConceptType {
  const sums = new Map<ConceptType, number>()
  for (const { type, confidence } of mentions) sums.set(type, (sums.get(type) ?? 0) + confidence)
  return [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0]
}
