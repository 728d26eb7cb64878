/** Everything that one paper says, as nodes and relationships. */
import { citationType, type NodeLabel, paperText, type RelationshipType } from '../../shared/schema.ts'
import { citationProperties } from './citation-properties.ts'
import { claimId, claimProperties } from './claim-properties.ts'
import { addNode, addRelationship, emptyRows, type GraphRows } from './graph-rows.ts'
import { paperProperties } from './paper-properties.ts'
import { intentRank, type StoredEntity, type StoredPaper } from './stored-paper.ts'

/** The rows of a paper: its node, its citations of concepts, its claims. Concepts are not among them. */
export function paperRows({ paper, records, version, entities, claims }: StoredPaper): GraphRows {
  const rows = emptyRows()
  const text = paperText(paper)
  const relate = (type: RelationshipType, from: Key, to: Key, properties = {}) =>
    addRelationship(rows, { type, from, to, properties })
  const node = key('Paper', paper.id)
  addNode(rows, { ...node, labels: [], properties: paperProperties(paper, records, version) })

  const byConcept = new Map<string, StoredEntity[]>()
  const byName = new Map<string, StoredEntity>()
  for (const entity of entities) {
    if (!byName.has(entity.name)) byName.set(entity.name, entity)
    const others = byConcept.get(entity.concept)
    if (others) others.push(entity)
    else byConcept.set(entity.concept, [entity])
  }
  for (const [concept, parts] of byConcept) {
    const strongest = parts.reduce((a, b) => (intentRank(a) <= intentRank(b) ? a : b))
    relate(citationType(strongest.intent), node, key('Concept', concept), citationProperties(parts, text))
  }
  for (const claim of claims) {
    const claimNode = key('Claim', claimId(paper.id, claim))
    addNode(rows, { ...claimNode, labels: [], properties: claimProperties(claim, paper, text) })
    relate('CLAIMS', node, claimNode)
    const ends = [
      ['SUBJECT', claim.subject.entity],
      ['OBJECT', claim.object.entity],
      ['ON_DATASET', claim.dataset],
      ['ON_TASK', claim.task],
      ['BY_METRIC', claim.metric],
    ] as const
    for (const [type, name] of ends) {
      const entity = name === null ? undefined : byName.get(name)
      if (entity) relate(type, claimNode, key('Concept', entity.concept))
    }
  }
  return rows
}

interface Key {
  label: NodeLabel
  id: string
}

function key(label: NodeLabel, id: string): Key {
  return { label, id }
}
