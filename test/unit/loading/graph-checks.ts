/** Checks of a whole graph that know nothing of how it came about. */
import { conceptTypes, paperText, predicates } from '../../../shared/schema.ts'
import type { MemoryGraph } from './memory-store.ts'

type Graph = Pick<MemoryGraph, 'nodes' | 'relationships'>

/** What of the evidence is not in its paper at its offsets. */
export function misplacedEvidence(graph: Graph): string[] {
  const wrong: string[] = []
  const texts = new Map<string, string>()
  for (const { label, id, properties } of graph.nodes()) {
    const { title = null, abstract = null } = properties as Record<string, string | undefined>
    if (label === 'Paper') texts.set(id, paperText({ title, abstract }))
  }
  const expect = (paper: string, start: unknown, end: unknown, words: unknown) => {
    const found = texts.get(paper)!.slice(start as number, end as number)
    const wanted = Array.isArray(words) ? words : [words]
    if (found === '' || !wanted.includes(found))
      wrong.push(`${paper} ${start}-${end}: ${found}, not ${words}`)
  }
  for (const { type, from, to, properties: p } of graph.relationships()) {
    if (from.label !== 'Paper' || to.label !== 'Concept') continue
    const lists = p as Record<string, (string | number)[]>
    for (const [i, start] of (lists.mentionStarts ?? []).entries())
      expect(from.id, start, lists.mentionEnds![i], [...lists.names!, ...(lists.forms ?? [])])
    for (const [i, start] of (lists.starts ?? []).entries())
      expect(from.id, start, lists.ends![i], lists.sentences![i])
    expect(from.id, p.start, p.end, p.sentence)
    if (!['INTRODUCES', 'ADDRESSES', 'CITES'].includes(type)) wrong.push(`${type} from paper to concept`)
  }
  for (const { label, properties: p } of graph.nodes()) {
    if (label !== 'Claim') continue
    const paper = p.paper as string
    expect(paper, p.start, p.end, p.sentence)
    expect(paper, p.cueStart, p.cueEnd, p.cue)
    expect(paper, p.subjectStart, p.subjectEnd, p.subject)
    expect(paper, p.objectStart, p.objectEnd, p.object)
  }
  return wrong
}

/** Counts and relationships that do not follow from the papers and claims in the graph. */
export function wrongDerivations(graph: Graph): string[] {
  const wrong: string[] = []
  const edges = graph.relationships()
  const papersOf = new Map<string, Set<string>>()
  const ends = new Map<string, Record<string, string>>()
  for (const { type, from, to } of edges) {
    if (from.label === 'Paper' && to.label === 'Concept') {
      const papers = papersOf.get(to.id) ?? new Set()
      if (papers.has(from.id)) wrong.push(`${from.id} cites ${to.id} twice`)
      papersOf.set(to.id, papers.add(from.id))
    }
    if (from.label === 'Claim') ends.set(from.id, { ...ends.get(from.id), [type]: to.id })
  }
  for (const { label, id, labels, properties } of graph.nodes()) {
    if (label !== 'Concept') continue
    if ((papersOf.get(id)?.size ?? 0) !== properties.papers || properties.papers === 0)
      wrong.push(`${id} has ${papersOf.get(id)?.size} papers, not ${properties.papers}`)
    if (!conceptTypes.some((type) => labels[0] === type && id.startsWith(`${type}:`)))
      wrong.push(`${id} ${labels}`)
  }
  const counted = new Map<string, { claims: number; papers: Set<unknown>; against: Set<unknown> }>()
  for (const { label, id, properties } of graph.nodes()) {
    if (label !== 'Claim') continue
    const { SUBJECT, OBJECT } = ends.get(id) ?? {}
    if (!SUBJECT || !OBJECT) wrong.push(`${id} lacks an end`)
    if (SUBJECT === OBJECT) continue
    const key = `${properties.predicate} ${SUBJECT} ${OBJECT}`
    const count = counted.get(key) ?? { claims: 0, papers: new Set(), against: new Set() }
    counted.set(key, count)
    if (properties.negated) count.against.add(properties.paper)
    else {
      count.claims++
      count.papers.add(properties.paper)
    }
  }
  const derived = edges.filter(({ type }) => predicates.some((predicate) => predicate === type))
  const found = derived.map(
    ({ type, from, to, properties: p }) => `${type} ${from.id} ${to.id} ${p.claims} ${p.papers} ${p.against}`,
  )
  const expected = [...counted]
    .filter(([, { claims }]) => claims > 0)
    .map(([key, { claims, papers, against }]) => `${key} ${claims} ${papers.size} ${against.size}`)
  wrong.push(...found.filter((edge) => !expected.includes(edge)).map((edge) => `too much: ${edge}`))
  wrong.push(...expected.filter((edge) => !found.includes(edge)).map((edge) => `missing: ${edge}`))
  return wrong
}
