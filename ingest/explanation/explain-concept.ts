import type { GraphStore } from '../../shared/graph-store/store.ts'
import { differenceOf, type FormDifference } from '../resolution/form-difference.ts'
import { resolvable } from '../resolution/resolvable-entity.ts'
import type { Evidence, Explanation, FormExplanation, OtherConcept } from './explanation.ts'
import { conceptsWithForms, type StoredConcept, type Use, usesOf } from './read-concept.ts'

/** Sentences shown for a form. */
const shownSentences = 2

/**
 * Says why the surface forms of a concept are one, and which other concepts share a form with it.
 * @throws StoreUnavailableError
 */
export async function explainConcept(store: GraphStore, concept: StoredConcept): Promise<Explanation> {
  const uses = await usesOf(store, concept.id)
  const forms = [concept.name, ...concept.aliases]
  const others = await conceptsWithForms(store, concept.id, forms)
  const told = forms.map((form) => explainForm(form, concept, uses))
  const [name, ...aliases] = told
  aliases.sort((a, b) => b.papers - a.papers || (a.form < b.form ? -1 : 1))
  return {
    id: concept.id,
    name: concept.name,
    type: concept.type,
    papers: concept.papers,
    decisions: concept.decisions,
    forms: name ? [name, ...aliases] : [],
    others: await Promise.all(
      others.map(async (other) => explainOther(other, concept, forms, uses, await usesOf(store, other.id))),
    ),
  }
}

/** Differences that need no evidence. */
const variants: Partial<Record<FormDifference, string>> = {
  case: 'differs in case only from',
  'hyphen or space': 'differs in hyphens and spaces only from',
  plural: 'is the plural or singular of',
  spelling: 'is another spelling of',
}

/** Why a form belongs to the concept; the surest reasons first. */
export function explainForm(form: string, concept: StoredConcept, uses: Use[]): FormExplanation {
  const using = uses.filter(({ entity }) => formsOf(entity).includes(form))
  const reasons: string[] = []
  const evidence: Evidence[] = []
  const tell = (reason: string, shown: Use[] = [], partnerOf: (use: Use) => string = () => form) => {
    reasons.push(reason)
    for (const use of shown) {
      if (evidence.length >= shownSentences || evidence.some(({ paper }) => paper === use.paper)) continue
      const sentence = sentenceWith(use.sentences, form, partnerOf(use))
      if (sentence !== null) evidence.push({ paper: use.paper, title: use.title, sentence })
    }
  }
  if (form === concept.name) {
    const named = concept.decisions.find((decision) => decision.startsWith('named'))
    tell(named ?? 'the name: the form that most papers use')
  }
  const defined = using.filter(({ entity }) => entity.name !== form && entity.acronyms.includes(form))
  if (defined.length > 0) {
    const [long, count] = commonest(defined.map(({ entity }) => entity.name))
    tell(
      `${papers(countPapers(defined))} ${say(defined, 'define')} it as short for "${long}"${others(count, defined.length)}`,
      defined,
      ({ entity }) => entity.name,
    )
  }
  const expanded = using.filter(
    ({ entity }) => entity.name === form && entity.acronyms.some((one) => one !== form),
  )
  if (expanded.length > 0) {
    const [short] = commonest(expanded.flatMap(({ entity }) => entity.acronyms.filter((one) => one !== form)))
    tell(
      `${papers(countPapers(expanded))} ${say(expanded, 'spell')} out "${short}" so`,
      expanded,
      ({ entity }) => entity.acronyms[0]!,
    )
  }
  if (reasons.length === 0) {
    const like = [concept.name, ...concept.aliases].find(
      (other) =>
        other !== form &&
        variants[differenceOf(form, other)] &&
        (other === concept.name || countUsing(uses, other) > using.length),
    )
    if (like) tell(`${variants[differenceOf(form, like)]} "${like}"`)
  }
  for (const reason of mergeReasons(using, concept)) tell(reason, using)
  if (reasons.length === 0) {
    const beside = using.filter(({ entity }) => formsOf(entity).length > 1)
    if (beside.length > 0) {
      const [partner] = commonest(
        beside.flatMap(({ entity }) => formsOf(entity).filter((one) => one !== form)),
      )
      tell(
        `${papers(countPapers(beside))} ${say(beside, 'use')} it beside "${partner}": ${howAlike(form, partner)}`,
        beside,
      )
    } else tell('its key is the same', using)
  }
  return { form, papers: countPapers(using), reasons, evidence }
}

function howAlike(form: string, partner: string): string {
  const difference = differenceOf(form, partner)
  if (difference === 'extension') return 'one extends the other'
  if (difference === 'acronym') return 'one has the initials of the other'
  if (difference === 'size or version') return 'a size of the same'
  if (difference === 'head or part') return 'one holds the other'
  return variants[difference] ? 'a variant in writing' : 'two names of one thing in that paper'
}

/** What resolution noted when it led these entities here from a key of their own. */
function mergeReasons(using: Use[], concept: StoredConcept): string[] {
  const reasons = using.map(({ entity }) => {
    const { type, key } = resolvable(entity)
    return concept.formerReasons[concept.formerIds.indexOf(`${type}:${key}`)]
  })
  return [...new Set(reasons.filter((reason) => reason !== undefined && reason !== ''))] as string[]
}

function explainOther(
  other: StoredConcept,
  concept: StoredConcept,
  forms: string[],
  uses: Use[],
  otherUses: Use[],
): OtherConcept {
  const lower = new Set([other.name, ...other.aliases].map((form) => form.toLowerCase()))
  const shared = forms.filter((form) => lower.has(form.toLowerCase()))
  const { id, name, type, papers: count } = other
  return { id, name, type, papers: count, shared, reason: whyApart(other, concept, shared, uses, otherUses) }
}

function whyApart(
  other: StoredConcept,
  concept: StoredConcept,
  shared: string[],
  uses: Use[],
  otherUses: Use[],
): string {
  const apart = [concept, other].find(({ decisions }) =>
    decisions.some((one) => one.startsWith('kept apart')),
  )
  if (apart) return `"${apart.name}" is kept apart by the override file`
  if (other.type !== concept.type)
    return `${papers(other.papers)} ${other.papers === 1 ? 'uses' : 'use'} it as ${other.type}, not as ${concept.type}`
  const expansionOf = (some: Use[]) =>
    some.filter(({ entity }) => shared.some((form) => entity.acronyms.includes(form) && entity.name !== form))
  const [here, there] = [expansionOf(uses), expansionOf(otherUses)]
  const told = (some: Use[]) =>
    `${papers(countPapers(some))} ${say(some, 'spell')} it out as "${commonest(some.map(({ entity }) => entity.name))[0]}"`
  if (here.length > 0 && there.length > 0) return `${told(here)}, ${told(there)}`
  if (here.length > 0)
    return `${told(here)}; the others do not say what it stands for, or use it for "${other.name}"`
  if (there.length > 0) return `${told(there)}, which no paper says here`
  return `its papers use the form for "${other.name}", a key of its own`
}

function formsOf({ name, aliases }: Use['entity']): string[] {
  return [name, ...aliases].map((form) => form.replace(/\s+/g, ' ').trim())
}

function countPapers(uses: Use[]): number {
  return new Set(uses.map(({ paper }) => paper)).size
}

function countUsing(uses: Use[], form: string): number {
  return countPapers(uses.filter(({ entity }) => formsOf(entity).includes(form)))
}

function commonest(forms: string[]): [form: string, count: number] {
  const counts = new Map<string, number>()
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1)
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]!
}

function papers(count: number): string {
  return count === 1 ? '1 paper' : `${count.toLocaleString('en')} papers`
}

function say(uses: Use[], verb: string): string {
  return countPapers(uses) === 1 ? `${verb}s` : verb
}

function others(count: number, total: number): string {
  return count < total ? ' or a wording of it' : ''
}

/** The first sentence that holds both forms, else the first that holds the first. */
function sentenceWith(sentences: string[], form: string, partner: string): string | null {
  const holding = sentences.filter((sentence) => sentence.includes(form))
  const sentence = holding.find((one) => one.includes(partner)) ?? holding[0]
  return sentence === undefined ? null : sentence.replace(/\s+/g, ' ').trim()
}
