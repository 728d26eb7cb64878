/** What a person did with the mouse, as a query: it gives the nodes that the picture then shows. */
import type { NodeLabel } from '../../../shared/schema.ts'
import { nodeLabels } from '../../../shared/vocabulary.ts'
import type { Directions, ViewNode } from '../../api/contract.ts'
import type { Statement } from '../api/cypher.ts'
import type { Command } from '../state/commands/index.ts'
import { filteredView, isFiltered, type Known } from '../state/filtered.ts'
import { noFilters, type Picture } from '../state/picture.ts'
import { conditionsOf } from './statement-conditions.ts'

/** Commands after which the picture holds other nodes or edges; all others change how it looks. */
export const changesOfContent: readonly Command['kind'][] = [
  'show',
  'expand',
  'collapse',
  'hide',
  'unhide',
  'filter',
  'clear-filters',
]

/**
 * The query of a step.
 * @param after the picture after the step
 * @param venues what a filter of venues has looked at
 * @returns null where the step changes no content, or what is shown has no keys to ask for it by
 */
export function statementOf(command: Command, after: Picture, known: Known): Statement | null {
  if (!changesOfContent.includes(command.kind)) return null
  const { source } = after
  if (command.kind === 'show' && source.kind === 'query' && !isFiltered(after)) {
    return { cypher: source.cypher, params: source.params }
  }
  const listed = listedNodes(after, known)
  if (listed.length === 0 || listed.some(({ key }) => labelOf(key) === null)) return null
  const conditions = conditionsOf(after)
  if (command.kind === 'show' && source.kind === 'around' && conditions.ofEdges === null) {
    const around = aroundStatement(source.key, after, listed)
    if (around !== null) return around
  }
  const step = command.kind === 'expand' ? lastExpansion(after, listed) : null
  const added = new Set(step?.added.map(({ key }) => key))
  const kept = idsByLabel(listed.filter(({ key }) => !added.has(key)))
  const fresh = idsByLabel(step?.added ?? [])
  const parts = [
    ...kept.map(({ label }) =>
      lines(
        `UNWIND $${parameter(label)} AS id`,
        `MATCH (n:${label} {id: id})`,
        where(conditions.ofNodes('n', label)),
        'RETURN n',
      ),
    ),
    ...fresh.map(({ label }) =>
      lines(
        `MATCH ${node('', step!.key)}${arrow(step!.types, step!.direction)}(n:${label})`,
        where([`n.id IN $${parameter(label, 'added')}`, ...conditions.ofNodes('n', label)]),
        'RETURN n',
      ),
    ),
  ]
  const params = {
    ...(step && fresh.length > 0 ? { id: idOf(step.key) } : {}),
    ...Object.fromEntries(kept.map(({ label, ids }) => [parameter(label), ids])),
    ...Object.fromEntries(fresh.map(({ label, ids }) => [parameter(label, 'added'), ids])),
    ...conditions.params,
  }
  const edges = conditions.ofEdges === null ? null : edgeParts(after, known, conditions.ofEdges)
  return {
    cypher: [...parts, ...(edges?.parts ?? [])].join('\nUNION\n'),
    params: { ...params, ...edges?.params },
  }
}

/** The nodes of a picture but for what only venues and communities leave out, of which Cypher's nodes know nothing. */
function listedNodes(picture: Picture, known: Known): ViewNode[] {
  const { withoutVenues, withoutCommunities } = picture.filters
  const filters = { ...noFilters, withoutVenues, withoutCommunities }
  return filteredView({ ...picture, filters, hidden: new Set() }, known).nodes
}

/** A node and its neighbours; null where it stands alone, or is itself left out. */
function aroundStatement(key: string, after: Picture, listed: readonly ViewNode[]): Statement | null {
  const { scope } = after
  const label = labelOf(key)
  const others = idsByLabel(listed.filter((other) => other.key !== key))
  const isShown = filteredView(after).nodes.some((shown) => shown.key === key)
  if (scope?.kind !== 'around' || label === null || others.length === 0 || !isShown) return null
  const conditions = conditionsOf(after)
  const parts = others.map(({ label: other }) =>
    lines(
      `MATCH ${node('n', key)}${arrow(scope.types, scope.direction)}(o:${other})`,
      where([`o.id IN $${parameter(other)}`, ...conditions.ofNodes('o', other)]),
      'RETURN n, o',
    ),
  )
  const ids = Object.fromEntries(others.map((group) => [parameter(group.label), group.ids]))
  return { cypher: parts.join('\nUNION\n'), params: { id: idOf(key), ...ids, ...conditions.params } }
}

interface ExpansionStep {
  key: string
  types: readonly string[]
  direction: Directions
  /** Nodes that came with it. */
  added: readonly ViewNode[]
}

function lastExpansion(after: Picture, listed: readonly ViewNode[]): ExpansionStep | null {
  const expansion = after.expansions.at(-1)
  // An edge that was brought into the picture says nothing of what was followed.
  if (expansion?.scope?.kind !== 'around' || expansion.scope.key !== expansion.key) return null
  const before = new Set([
    ...after.beginning.nodes.keys(),
    ...after.expansions.slice(0, -1).flatMap(({ view }) => view.nodes.map(({ key }) => key)),
    expansion.key,
  ])
  const brought = new Set(expansion.view.nodes.map(({ key }) => key))
  const added = listed.filter(({ key }) => brought.has(key) && !before.has(key))
  const { key, direction } = expansion
  return added.length === 0 ? null : { key, types: expansion.scope.types, direction, added }
}

/** The edges that are left: an answer with any is not joined by all that the graph has. */
function edgeParts(
  after: Picture,
  known: Known,
  conditions: readonly string[],
): { parts: string[]; params: Record<string, readonly string[]> } {
  const groups = idsByLabel(filteredView(after, known).nodes)
  // A picture may hold less than all relations that the graph has between its nodes.
  const typesBetween = (from: NodeLabel, to: NodeLabel) => {
    const between = [...after.edges.values()].filter(
      ({ source, target }) => labelOf(source) === from && labelOf(target) === to,
    )
    return [...new Set(between.map(({ type }) => type))].sort()
  }
  const pairs = groups
    .flatMap(({ label: from }) => groups.map(({ label: to }) => [from, to] as const))
    .filter(([from, to]) => typesBetween(from, to).length > 0)
  const parts = pairs.map(([from, to]) =>
    lines(
      `UNWIND $${parameter(from, 'shown')} AS id`,
      `MATCH (:${from} {id: id})-[r:${typesBetween(from, to).join('|')}]->(b:${to})`,
      where([`b.id IN $${parameter(to, 'shown')}`, ...conditions]),
      'RETURN r AS n',
    ),
  )
  const used = groups.filter(({ label }) => pairs.some((pair) => pair.includes(label)))
  return { parts, params: Object.fromEntries(used.map(({ label, ids }) => [parameter(label, 'shown'), ids])) }
}

/** Ids of nodes under the labels that they have; of every label that occurs. */
function idsByLabel(nodes: readonly ViewNode[]): { label: NodeLabel; ids: string[] }[] {
  return nodeLabels.flatMap((label) => {
    const ids = nodes.filter(({ key }) => labelOf(key) === label).map(({ key }) => idOf(key))
    return ids.length === 0 ? [] : [{ label, ids }]
  })
}

function labelOf(key: string): NodeLabel | null {
  return nodeLabels.find((label) => key.startsWith(`${label}/`)) ?? null
}

function idOf(key: string): string {
  return key.slice(key.indexOf('/') + 1)
}

/** "concepts", "addedConcepts" */
function parameter(label: NodeLabel, prefix: 'added' | 'shown' | '' = ''): string {
  return prefix === '' ? `${label.toLowerCase()}s` : `${prefix}${label}s`
}

/** The node whose id is the parameter `$id`. */
function node(variable: string, key: string): string {
  return `(${variable}:${labelOf(key) ?? ''} {id: $id})`
}

function arrow(types: readonly string[], direction: Directions): string {
  const relation = `-[:${types.join('|')}]-`
  if (direction === 'out') return `${relation}>`
  return direction === 'in' ? `<${relation}` : relation
}

function where(conditions: readonly string[]): string | null {
  return conditions.length === 0 ? null : `WHERE ${conditions.join('\n  AND ')}`
}

function lines(...written: (string | null)[]): string {
  return written.filter((line) => line !== null).join('\n')
}
