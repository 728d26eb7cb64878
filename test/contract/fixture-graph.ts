/** A small graph of made-up papers, with everything in it that a query can ask for. */
import type { GraphDelta, NodeKey, NodeWrite, RelationshipWrite } from '../../shared/graph-store/store.ts'
import type { Properties, RelationshipType } from '../../shared/schema.ts'

function paper(id: string, properties: Properties): NodeWrite {
  return { label: 'Paper', id, labels: [], properties }
}
function concept(id: string, name: string, aliases: string[], papers: number): NodeWrite {
  const type = id.split(':')[0]!
  return { label: 'Concept', id, labels: [type], properties: { name, type, aliases, papers } }
}
function claim(id: string, properties: Properties): NodeWrite {
  return { label: 'Claim', id, labels: [], properties }
}

/** The label is told by the form of the id: `p1`, `p1#0`, `Method:lora`. */
function key(id: string): NodeKey {
  if (id.includes(':')) return { label: 'Concept', id }
  return { label: id.includes('#') ? 'Claim' : 'Paper', id }
}
function edge(
  from: string,
  type: RelationshipType,
  to: string,
  properties: Properties = {},
): RelationshipWrite {
  return { type, from: key(from), to: key(to), properties }
}

export const fixtureGraph: GraphDelta = {
  deleteRelationships: [],
  deleteNodes: [],
  nodes: [
    paper('p1', { title: 'Adapters at rank one', year: 2021, venue: 'ICLR', authors: ['Ada', 'Bo'] }),
    paper('p2', { title: "Sparse adapters don't hurt", year: 2022, venue: 'ACL', authors: ['Bo'] }),
    paper('p3', { title: 'A survey of tuning', year: 2023, authors: ['Cy', 'Ada', 'Di'] }),
    paper('p4', { title: 'Tiny models 🚀', year: 2023, venue: 'ACL', authors: ['Eve'] }),
    concept('Method:lora', 'LoRA', ['Low-Rank Adaptation', 'low rank adapters'], 3),
    concept('Method:adapter', 'Adapter', ['adapter tuning'], 2),
    concept('Method:tuning', 'Fine-tuning', [], 2),
    concept('Dataset:glue', 'GLUE', [], 2),
    concept('Dataset:squad', 'SQuAD', ['Stanford QA'], 1),
    concept('Task:qa', 'Question answering', ['QA'], 1),
    concept('Metric:f1', 'F1', [], 1),
    claim('p1#0', {
      predicate: 'OUTPERFORMS',
      sentence: 'LoRA beats fine-tuning by 2.1 F1 on GLUE.',
      value: 2.1,
      negated: false,
      confidence: 0.9,
    }),
    claim('p2#0', {
      predicate: 'OUTPERFORMS',
      sentence: 'Adapters beat LoRA on SQuAD.',
      negated: false,
      confidence: 0.7,
    }),
    claim('p2#1', {
      predicate: 'BASED_ON',
      sentence: 'Adapters build on fine-tuning.',
      negated: false,
      confidence: 0.6,
    }),
    claim('p3#0', {
      predicate: 'OUTPERFORMS',
      sentence: 'LoRA does not beat adapters.',
      negated: true,
      confidence: 0.5,
    }),
  ],
  relationships: [
    edge('p1', 'INTRODUCES', 'Method:lora', {
      intent: 'introduces',
      sentence: 'We introduce LoRA.',
      starts: [22, 60],
      confidence: 0.95,
    }),
    edge('p1', 'CITES', 'Method:tuning', { intent: 'compares', confidence: 0.8 }),
    edge('p1', 'CITES', 'Dataset:glue', { intent: 'uses', confidence: 0.85 }),
    edge('p2', 'INTRODUCES', 'Method:adapter', { intent: 'introduces', confidence: 0.9 }),
    edge('p2', 'CITES', 'Method:lora', { intent: 'compares', confidence: 0.8 }),
    edge('p2', 'CITES', 'Dataset:squad', { intent: 'uses', confidence: 0.75 }),
    edge('p3', 'CITES', 'Method:lora', { intent: 'background', confidence: 0.6 }),
    edge('p3', 'CITES', 'Method:adapter', { intent: 'background', confidence: 0.6 }),
    edge('p3', 'CITES', 'Dataset:glue', { intent: 'background', confidence: 0.5 }),
    edge('p4', 'ADDRESSES', 'Task:qa', { intent: 'addresses', confidence: 0.7 }),
    edge('p4', 'CITES', 'Method:tuning', { intent: 'uses', confidence: 0.65 }),
    edge('p2', 'CITES', 'p1'),
    edge('p3', 'CITES', 'p1'),
    edge('p3', 'CITES', 'p2'),
    edge('p1', 'CLAIMS', 'p1#0'),
    edge('p2', 'CLAIMS', 'p2#0'),
    edge('p2', 'CLAIMS', 'p2#1'),
    edge('p3', 'CLAIMS', 'p3#0'),
    edge('p1#0', 'SUBJECT', 'Method:lora'),
    edge('p1#0', 'OBJECT', 'Method:tuning'),
    edge('p1#0', 'ON_DATASET', 'Dataset:glue'),
    edge('p1#0', 'BY_METRIC', 'Metric:f1'),
    edge('p2#0', 'SUBJECT', 'Method:adapter'),
    edge('p2#0', 'OBJECT', 'Method:lora'),
    edge('p2#0', 'ON_DATASET', 'Dataset:squad'),
    edge('p2#1', 'SUBJECT', 'Method:adapter'),
    edge('p2#1', 'OBJECT', 'Method:tuning'),
    edge('p3#0', 'SUBJECT', 'Method:lora'),
    edge('p3#0', 'OBJECT', 'Method:adapter'),
    edge('Method:lora', 'OUTPERFORMS', 'Method:tuning', { papers: 1, claims: 1, confidence: 0.9 }),
    edge('Method:adapter', 'OUTPERFORMS', 'Method:lora', { papers: 1, claims: 1, confidence: 0.7 }),
    edge('Method:adapter', 'BASED_ON', 'Method:tuning', { papers: 1, claims: 1, confidence: 0.6 }),
    edge('Method:lora', 'EVALUATED_ON', 'Dataset:glue', { papers: 2, claims: 2, confidence: 0.8 }),
    edge('Method:adapter', 'EVALUATED_ON', 'Dataset:squad', { papers: 1, claims: 1, confidence: 0.7 }),
    edge('Dataset:squad', 'BENCHMARK_FOR', 'Task:qa', { papers: 1, claims: 1, confidence: 0.7 }),
  ],
}
