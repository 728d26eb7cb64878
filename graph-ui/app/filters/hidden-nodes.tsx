/** What was hidden, to bring back, and what is pinned, to let go. */
import type { ViewNode } from '../../api/contract.ts'
import { Icon } from '../frame/icons.tsx'
import { keepingFocus } from '../frame/keep-focus.ts'
import { countOf } from '../numbers.ts'
import type { Command } from '../state/commands/index.ts'
import type { Picture } from '../state/picture.ts'
import './hidden-nodes.css'

interface HiddenNodesProps {
  picture: Picture
  act(command: Command): void
}

export function HiddenNodes({ picture, act }: HiddenNodesProps) {
  const hidden = nodesOf(picture, picture.hidden)
  const pinned = nodesOf(picture, picture.pinned)
  const unhide = (nodes: readonly ViewNode[]) =>
    keepingFocus(() => act({ kind: 'unhide', keys: keysOf(nodes), name: nameOf(nodes) }))
  const unpin = (nodes: readonly ViewNode[]) =>
    keepingFocus(() => act({ kind: 'pin', keys: keysOf(nodes), name: nameOf(nodes), on: false }))
  return (
    <>
      {hidden.length > 0 && (
        <section className="set-aside" aria-label="Hidden">
          <h2>
            Hidden <span className="count">{hidden.length}</span>
          </h2>
          <NodeList nodes={hidden} verb="Show" choose={(node) => unhide([node])} />
          <button type="button" className="clear" onClick={() => unhide(hidden)}>
            Show hidden ({hidden.length})
          </button>
        </section>
      )}
      {pinned.length > 0 && (
        <section className="set-aside" aria-label="Pinned">
          <h2>
            Pinned <span className="count">{pinned.length}</span>
          </h2>
          <NodeList nodes={pinned} verb="Unpin" choose={(node) => unpin([node])} />
          <button type="button" className="clear" onClick={() => unpin(pinned)}>
            Unpin all ({pinned.length})
          </button>
        </section>
      )}
    </>
  )
}

interface NodeListProps {
  nodes: readonly ViewNode[]
  /** What a click does to a node, in a word. */
  verb: 'Show' | 'Unpin'
  choose(node: ViewNode): void
}

function NodeList({ nodes, verb, choose }: NodeListProps) {
  return (
    <ul>
      {nodes.map((node) => (
        <li key={node.key}>
          <button
            type="button"
            className={`type-${node.type}`}
            title={`${verb} ${node.name}`}
            aria-label={`${verb} ${node.name}`}
            onClick={() => choose(node)}
          >
            <span className="dot" />
            <span className="name">{node.name}</span>
            <Icon name={verb === 'Show' ? 'plus' : 'close'} />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Those of some nodes that the picture has, by name. */
function nodesOf({ nodes }: Picture, keys: ReadonlySet<string>): ViewNode[] {
  return [...keys]
    .flatMap((key) => nodes.get(key) ?? [])
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

function keysOf(nodes: readonly ViewNode[]): string[] {
  return nodes.map(({ key }) => key)
}

function nameOf(nodes: readonly ViewNode[]): string {
  const [only] = nodes
  return nodes.length === 1 && only ? only.name : countOf(nodes.length, 'node')
}
