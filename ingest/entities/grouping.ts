import { type ConceptType, conceptTypes, type Mention } from '../../shared/schema.ts'
import type { RecognisedEntity } from '../documents.ts'
import type { AcronymDefinition } from './acronyms.ts'
import { extensionsOf } from './extensions.ts'
import { isShortForm, normaliseForm, wordCount } from './forms.ts'
import { matchLongForm, spellsOut } from './long-form.ts'

interface ShortForms {
  longOf: Map<string, string>
  shortForms: Set<string>
  defined: Set<string>
}

/** The mentions of what may be one entity, with their normalised forms. */
interface Group {
  forms: Set<string>
  /** Those that stand in the text, each with a way in which it is written. */
  written: { form: string; surface: string }[]
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
  const short = shortFormsOf(text, mentions, acronyms)
  const { longOf } = short
  const groups = new Map<string, Group>()
  for (const mention of mentions) {
    const form = formOf(mention.surface)
    const key = longOf.get(form) ?? form
    if (key === '') continue
    const group = groups.get(key)
    if (group) {
      group.mentions.push(mention)
      group.forms.add(form)
      group.written.push({ form, surface: mention.surface })
    } else {
      const written = [{ form, surface: mention.surface }]
      groups.set(key, { forms: new Set([form, key]), written, mentions: [mention], type: mention.type })
    }
  }
  for (const group of groups.values()) group.type = dominantType(group.mentions)
  return joinExtensions([...groups.values()]).map((group) => entityOf(group, short))
}

/**
 * Normalised short forms to the long form that stands for both; the short forms as they are written; and of these the
 * ones that the text itself defines.
 */
function shortFormsOf(text: string, mentions: Mention[], acronyms: AcronymDefinition[]): ShortForms {
  const longOf = new Map<string, string>()
  const shortForms = new Set<string>()
  const define = (short: string, long: string) => {
    const [shortForm, longForm] = [normaliseForm(short), normaliseForm(long)]
    shortForms.add(short)
    if (longForm !== '' && !longOf.has(shortForm)) longOf.set(shortForm, longForm)
  }
  for (const { short, long } of acronyms)
    define(text.slice(short.start, short.end), text.slice(long.start, long.end))
  for (const { surface } of mentions) {
    const held = heldShortForm(surface)
    if (held) define(held.short, held.long)
  }
  const defined = new Set(shortForms)
  // Of the pairs of one type in the annotated abstracts that look so and are not defined, 140 of 142 in capitals are one
  // entity: enough to join them here, not to tell other papers what is short for what. With small letters 9 of 43 are
  // not, so there the long form has to be written as a name: "LoRA" is not short for "low-rank approximations".
  const surfaces = [...new Map(mentions.map((mention) => [mention.surface, mention])).values()]
  const byInitial = new Map<string, Mention[]>()
  for (const long of surfaces) {
    if (!/[\s-]/.test(long.surface)) continue
    const initial = long.surface[0]!.toLowerCase()
    byInitial.set(initial, [...(byInitial.get(initial) ?? []), long])
  }
  for (const { surface: short, type } of surfaces) {
    if (!isShortForm(short) || longOf.has(normaliseForm(short))) continue
    const isPlain = capitals.test(short)
    const candidates = byInitial.get(short[0]!.toLowerCase()) ?? []
    const long = candidates.find(
      (other) =>
        other.type === type && (isPlain || isTitled(other.surface)) && spellsOut(short, other.surface),
    )
    if (!long) continue
    const form = normaliseForm(long.surface)
    longOf.set(normaliseForm(short), longOf.get(form) ?? form)
    shortForms.add(short)
  }
  return { longOf, shortForms, defined }
}

/** Capitals, perhaps in the plural. */
const capitals = /^\p{Lu}[\p{Lu}\p{N}-]*s?$/u

/** Every word but the smallest begins with a capital. */
function isTitled(form: string): boolean {
  const words = form.split(/[\s-]+/).filter((word) => word.length > 3)
  return words.length > 0 && words.every((word) => /^\p{Lu}/u.test(word))
}

/** The form of a mention, without the short form that it holds: "support vector machine (SVM) classifiers". */
function formOf(surface: string): string {
  const held = heldShortForm(surface)
  return normaliseForm(held ? held.without : surface)
}

/** A mention that holds a definition, taken apart. */
function heldShortForm(surface: string): { short: string; long: string; without: string } | null {
  const bracket = /^(.*?)\s*[([]([^()[\]]*)[)\]](.*)$/u.exec(surface)
  if (!bracket) return null
  const [, long, short, rest] = bracket as unknown as [string, string, string, string]
  return isShortForm(short) && matchLongForm(short, long) === 0
    ? { short, long, without: `${long}${rest}` }
    : null
}

/** Joins groups of one type where a form of one extends a form of the other; the earlier group takes the later in. */
function joinExtensions(groups: Group[]): Group[] {
  const parent = groups.map((_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (parent[root] !== root) root = parent[root]!
    return root
  }
  for (const type of conceptTypes) {
    const owner = new Map<string, number>()
    const surfaces = new Map<string, Set<string>>()
    groups.forEach((group, index) => {
      if (group.type !== type) return
      for (const form of group.forms) {
        if (!owner.has(form)) owner.set(form, index)
        if (!surfaces.has(form)) surfaces.set(form, new Set())
      }
      for (const { form, surface } of group.written) surfaces.get(form)!.add(surface)
    })
    const forms = [...surfaces].map(([form, written]) => ({ form, surfaces: [...written] }))
    for (const [longer, shorter] of extensionsOf(type, forms)) {
      const ends = [rootOf(owner.get(longer)!), rootOf(owner.get(shorter)!)]
      parent[Math.max(...ends)] = Math.min(...ends)
    }
  }
  groups.forEach((group, index) => {
    const root = rootOf(index)
    if (root !== index) groups[root]!.mentions.push(...group.mentions)
  })
  const joined = groups.filter((_, index) => rootOf(index) === index)
  for (const { mentions } of joined) mentions.sort((a, b) => a.start - b.start)
  return joined
}

function entityOf({ mentions, type }: Group, { shortForms, defined }: ShortForms): RecognisedEntity {
  const counts = new Map<string, number>()
  for (const { surface } of mentions) counts.set(surface, (counts.get(surface) ?? 0) + 1)
  const isIn = (set: Set<string>) => (form: string) => set.has(form) || set.has(form.replace(/s$/, ''))
  const isShort = isIn(shortForms)
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
      wordCount(b) - wordCount(a) ||
      counts.get(b)! - counts.get(a)! ||
      b.length - a.length ||
      (a < b ? -1 : 1),
  )
  const [name, ...aliases] = forms as [string, ...string[]]
  return {
    name,
    type,
    aliases,
    acronyms: forms.filter(isIn(defined)),
    mentions: mentions.map((mention) => ({ ...mention, type })),
    confidence: Math.max(...mentions.map(({ confidence }) => confidence)),
  }
}

function dominantType(mentions: Mention[]): ConceptType {
  const sums = new Map<ConceptType, number>()
  for (const { type, confidence } of mentions) sums.set(type, (sums.get(type) ?? 0) + confidence)
  return [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0]
}
