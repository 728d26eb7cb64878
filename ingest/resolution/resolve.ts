/** Maps the entities of all papers to concepts. */
import type { ConceptType } from '../../shared/schema.ts'
import { byCodePoint } from './code-point-order.ts'
import { areNearVariants } from './near-variants.ts'
import { noOverrides, type Overrides } from './overrides.ts'
import type { ResolvableEntity } from './resolvable-entity.ts'

/** Why a form went to a concept that is not its own. */
export interface Merge {
  to: string
  reason: string
}

export interface Resolution {
  /** The concept of an entity. */
  conceptOf(entity: ResolvableEntity): string
  /** By own id (type and key of a form), for each form that went elsewhere; sorted by code point. */
  merges: Map<string, Merge>
  /** Names set by overrides, by concept id. */
  names: Map<string, string>
  /** Why an own id went where it went, step by step; empty for one that stayed. */
  reasonFor(ownId: string): string
  /** What the override file says of a concept but for merges, by concept id. */
  decisions: Map<string, string[]>
}

/** Share of the papers that use a form as one type, from which on the others are taken to be slips. */
const typeMajority = 3 / 4
/** Share of the papers defining a short form, from which on a bare short form is taken to mean the same. */
const dominance = 2 / 3
/** Of the papers that use a bare short form so many at least have to define it, one for each hundred. */
const defining = 3

/**
 * Says which concept each entity is. A pure function of the papers as a set: their order changes nothing.
 *
 * 1. A form that three papers in four use as one type has that type everywhere, but not with a word that says which
 *    kind of thing it is: where CLIP is a Method, the Metric "CLIP score" stays one.
 * 2. Expansions of one acronym that are wordings of one thing are one concept, the one that most papers use.
 * 3. A bare short form goes to the expansion that two thirds of the papers defining it give it; a short form of
 *    one or two letters needs two such papers, and a few among hundreds that use it bare say nothing of these. Else it
 *    stays a concept of its own.
 * 4. Overrides.
 */
export function resolve(
  papers: Iterable<ResolvableEntity[]>,
  overrides: Overrides = noOverrides,
): Resolution {
  const all = [...papers]
  const moves = new Map<string, Merge>()
  const typeOf = settleTypes(all, overrides, moves)
  const usage = new Map<string, { papers: number; name: string }>()
  const definitions = new Map<string, Map<string, number>>()
  for (const entities of all) {
    const used = new Set<string>()
    const defined = new Set<string>()
    for (const entity of entities) {
      const type = typeOf(entity)
      const id = `${type}:${entity.key}`
      const known = usage.get(id)
      if (!known) usage.set(id, { papers: 1, name: entity.name })
      else {
        if (!used.has(id)) known.papers++
        if (byCodePoint(entity.name, known.name) < 0) known.name = entity.name
      }
      used.add(id)
      for (const acronym of entity.acronymKeys) {
        const short = `${type}:${acronym}`
        if (defined.has(`${short}\n${id}`)) continue
        defined.add(`${short}\n${id}`)
        const expansions = definitions.get(short) ?? new Map<string, number>()
        definitions.set(short, expansions.set(id, (expansions.get(id) ?? 0) + 1))
      }
    }
  }
  joinVariants(definitions, usage, moves)
  bindShortForms(definitions, usage, moves)
  for (const id of overrides.split) moves.delete(id)
  for (const [id, to] of overrides.merge) moves.set(id, { to, reason: 'merged by the override file' })

  const final = new Map<string, string>()
  const conceptOf = (id: string): string => {
    let target = final.get(id)
    if (target === undefined) {
      target = follow(id, moves)
      final.set(id, target)
    }
    return target
  }
  const names = new Map<string, string>()
  for (const [id, name] of [...overrides.rename].sort(([a], [b]) => byCodePoint(a, b)))
    names.set(conceptOf(id), name)
  const decisions = new Map<string, string[]>()
  const decide = (id: string, decision: string) => {
    const concept = conceptOf(id)
    decisions.set(concept, [...(decisions.get(concept) ?? []), decision])
  }
  for (const id of [...overrides.split].sort(byCodePoint)) decide(id, 'kept apart by the override file')
  for (const id of names.keys()) decide(id, 'named by the override file')
  return {
    decisions,
    reasonFor: (id) => reasonsAlong(id, moves).join('; then '),
    conceptOf: (entity) => conceptOf(`${entity.type}:${entity.key}`),
    merges: new Map([...moves].sort(([a], [b]) => byCodePoint(a, b))),
    names,
  }
}

function settleTypes(
  papers: ResolvableEntity[][],
  overrides: Overrides,
  moves: Map<string, Merge>,
): (entity: ResolvableEntity) => ConceptType {
  const counts = new Map<string, Map<ConceptType, number>>()
  for (const entities of papers) {
    const seen = new Set<string>()
    for (const { type, key, saysKind } of entities) {
      const types = counts.get(key) ?? new Map<ConceptType, number>()
      const votes = types.get(type) ?? 0
      const isVote = !saysKind && !seen.has(`${type}:${key}`)
      if (isVote) seen.add(`${type}:${key}`)
      counts.set(key, types.set(type, isVote ? votes + 1 : votes))
    }
  }
  const settled = new Map<string, ConceptType>()
  const retype = (id: string, key: string, type: ConceptType, reason: string) => {
    settled.set(id, type)
    if (id !== `${type}:${key}`) moves.set(id, { to: `${type}:${key}`, reason })
  }
  for (const [key, types] of counts) {
    const total = [...types.values()].reduce((sum, count) => sum + count, 0)
    const major = [...types].find(([, count]) => count > 0 && count >= typeMajority * total)
    for (const [type, votes] of types) {
      const id = `${type}:${key}`
      const set = overrides.retype.get(id)
      if (set) retype(id, key, set, 'retyped by the override file')
      else if (major && votes > 0 && !overrides.split.has(id))
        retype(id, key, major[0], `${major[1]} of ${total} papers use it as ${major[0]}`)
    }
  }
  return ({ type, key }) => settled.get(`${type}:${key}`) ?? type
}

type Usage = Map<string, { papers: number; name: string }>

function joinVariants(
  definitions: Map<string, Map<string, number>>,
  usage: Usage,
  moves: Map<string, Merge>,
) {
  const shorts = [...definitions.keys()].sort(byCodePoint)
  for (const short of shorts) {
    const expansions = [...definitions.get(short)!.keys()]
      .filter((id) => id !== short)
      .sort((a, b) => usage.get(b)!.papers - usage.get(a)!.papers || byCodePoint(a, b))
    const leaders: string[] = []
    for (const id of expansions) {
      const leader = leaders.find((other) => areNearVariants(usage.get(other)!.name, usage.get(id)!.name))
      if (!leader) leaders.push(id)
      else if (!moves.has(id)) {
        const acronym = short.slice(short.indexOf(':') + 1)
        moves.set(id, {
          to: leader,
          reason: `a wording of "${usage.get(leader)!.name}"; papers call both "${acronym}"`,
        })
      }
    }
  }
}

function bindShortForms(
  definitions: Map<string, Map<string, number>>,
  usage: Usage,
  moves: Map<string, Merge>,
) {
  const bound: [string, Merge][] = []
  for (const [short, expansions] of definitions) {
    if (!usage.has(short) || moves.has(short)) continue
    const counts = new Map<string, number>()
    let total = 0
    for (const [id, papers] of expansions) {
      const concept = follow(id, moves)
      counts.set(concept, (counts.get(concept) ?? 0) + papers)
      total += papers
    }
    const [top] = [...counts].sort(([a, x], [b, y]) => y - x || byCodePoint(a, b))
    if (!top || top[0] === short || top[1] < dominance * total) continue
    const letters = short.length - short.indexOf(':') - 1
    if (letters <= 2 && top[1] < 2) continue
    if (total * 100 < defining * usage.get(short)!.papers) continue
    const name = usage.get(top[0])?.name ?? top[0]
    bound.push([
      short,
      { to: top[0], reason: `${top[1]} of ${total} papers that spell it out mean "${name}"` },
    ])
  }
  for (const [short, merge] of bound) moves.set(short, merge)
}

/** Where a chain of moves ends; a circle ends at its first id by code point. */
function follow(id: string, moves: Map<string, Merge>): string {
  const path: string[] = []
  let at = id
  for (let next = moves.get(at); next; next = moves.get(at)) {
    const met = path.indexOf(at)
    if (met >= 0) return path.slice(met).sort(byCodePoint)[0]!
    path.push(at)
    at = next.to
  }
  return at
}

/** The reasons of a chain of moves. */
function reasonsAlong(id: string, moves: Map<string, Merge>): string[] {
  const reasons: string[] = []
  const seen = new Set<string>()
  for (let at = id, next = moves.get(at); next && !seen.has(at); at = next.to, next = moves.get(at)) {
    seen.add(at)
    reasons.push(next.reason)
  }
  return reasons
}
