import { SkeinError } from '../../shared/errors.ts'
import { readRows } from '../../shared/graph-store/read-rows.ts'
import type { GraphStore, NodeValue } from '../../shared/graph-store/store.ts'
import { conceptTypes } from '../../shared/schema.ts'
import { conceptKey } from '../resolution/normalise-form.ts'
import { parseTypedForm } from '../resolution/overrides.ts'
import { type StoredConcept, storedConcept } from './read-concept.ts'

/** Concepts listed where a text stands for several or none. */
const listed = 10

/**
 * The concept that a text calls: by its id or a former id; by its name, as written; by a name or alias in any case or
 * spelling, which may have its type before it ("Method:LoRA"), as in an override file.
 * @throws SkeinError where it is the name of several concepts (which it lists), or of none (it suggests near ones)
 */
export async function chooseConcept(store: GraphStore, text: string): Promise<StoredConcept> {
  const wanted = text.trim()
  const typed = parseTypedForm(wanted)
  const form = typed ? typed.form.trim() : wanted
  const types = typed ? [typed.type] : conceptTypes
  const lower = form.toLowerCase()
  const ids = [wanted, ...types.map((type) => `${type}:${conceptKey(type, form)}`)]
  const rows = await readRows(
    store,
    `MATCH (c:Concept)
     WITH c, coalesce(c.aliases, []) AS aliases, coalesce(c.formerIds, []) AS former
     WHERE c.id IN $ids OR any(id IN former WHERE id IN $ids)
        OR toLower(c.name) = $lower OR any(alias IN aliases WHERE toLower(alias) = $lower)
     RETURN c ORDER BY coalesce(c.papers, 0) DESC, c.id`,
    { ids, lower },
  )
  const found = rows
    .map(([node]) => storedConcept(node as NodeValue))
    .filter(({ type }) => types.includes(type))
  const nearest = [
    found.filter(({ id }) => id === wanted),
    found.filter(({ formerIds }) => formerIds.includes(wanted)),
    found.filter(({ name }) => name === form),
    found,
  ].find((some) => some.length > 0)
  if (nearest?.length === 1) return nearest[0]!
  if (nearest) {
    throw new SkeinError(`"${wanted}" is a form of several concepts; name one by its id:\n${list(nearest)}`)
  }
  const near = await nearConcepts(store, lower)
  throw new SkeinError(
    near.length > 0
      ? `No concept is called "${wanted}". Near it:\n${list(near)}`
      : `No concept is called "${wanted}", and none is near. See: skein query "MATCH (c:Concept) RETURN c.id LIMIT 20"`,
  )
}

function list(concepts: StoredConcept[]): string {
  const lines = concepts
    .slice(0, listed)
    .map(
      ({ id, name, papers }) =>
        `  skein explain "${id}"   ${name}, ${papers} ${papers === 1 ? 'paper' : 'papers'}`,
    )
  if (concepts.length > listed) lines.push(`  and ${concepts.length - listed} more`)
  return lines.join('\n')
}

/** Concepts whose name holds the text, or differs from it by few letters. */
async function nearConcepts(store: GraphStore, lower: string): Promise<StoredConcept[]> {
  const rows = await readRows(
    store,
    `MATCH (c:Concept) WHERE toLower(c.name) CONTAINS $lower OR toLower(c.name) STARTS WITH $start
     RETURN c ORDER BY coalesce(c.papers, 0) DESC, c.id LIMIT 5000`,
    { lower, start: lower.slice(0, 1) },
  )
  const allowed = Math.max(1, Math.floor(lower.length / 4))
  return rows
    .map(([node]) => storedConcept(node as NodeValue))
    .map((concept) => {
      const name = concept.name.toLowerCase()
      return { concept, distance: name.includes(lower) ? 0 : editDistance(name, lower, allowed) }
    })
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance)
    .map(({ concept }) => concept)
    .slice(0, listed)
}

/** Letters to insert, leave out or replace; `most` + 1 where it takes more than `most`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let above = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(replaced, above[j]! + 1, row[j - 1]! + 1))
    }
    above = row
  }
  return Math.min(above[b.length]!, most + 1)
}
