import type { View } from '../../api/contract.ts'
import { countOf } from '../numbers.ts'
import { relationName } from '../relation-names.ts'
import type { Selection } from '../state/selection.ts'

/** What is selected, in a few words for those who do not see it: "ResNet, method, 12 papers, 5 connections". */
export function selectionWords(selection: Selection | null, { nodes, edges }: View): string {
  const nodeOf = (key: string) => nodes.find((node) => node.key === key)
  if (selection?.kind === 'nodes') return `${countOf(selection.keys.length, 'node')} selected`
  if (selection?.kind === 'edge') {
    const edge = edges.find(({ key }) => key === selection.key)
    if (!edge) return ''
    return `${nodeOf(edge.source)?.name} ${relationName(edge.type)} ${nodeOf(edge.target)?.name}`
  }
  if (selection?.kind === 'claim') return 'A claim is selected; its sentence is in the details'
  const node = selection?.kind === 'node' ? nodeOf(selection.key) : undefined
  if (!node) return ''
  const connections = edges.filter(({ source, target }) => source === node.key || target === node.key).length
  return [
    node.name,
    node.type.toLowerCase(),
    node.papers > 0 && countOf(node.papers, 'paper'),
    countOf(connections, 'connection'),
  ]
    .filter(Boolean)
    .join(', ')
}
