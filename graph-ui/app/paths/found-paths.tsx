/** The paths between two concepts, the best first. */
import type { ConceptReference, Path, Paths, PathsOptions } from '../../api/contract.ts'
import { api } from '../api/index.ts'
import { WhenLoaded } from '../details/loading.tsx'
import { useLoaded } from '../details/use-loaded.ts'
import { Icon } from '../frame/icons.tsx'
import { countOf } from '../numbers.ts'
import type { Exploration } from '../state/use-explorer.ts'
import { PathItem } from './path-item.tsx'
import { pathPicture } from './path-picture.ts'
import { pathTitle } from './path-sentence.ts'

interface FoundPathsProps {
  from: ConceptReference
  to: ConceptReference
  options: PathsOptions
  /** Whether paths may use all relations that there are. */
  isOpenToAll: boolean
  exploration: Exploration
  goToNode(key: string): void
}

export function FoundPaths({ from, to, options, isOpenToAll, exploration, goToNode }: FoundPathsProps) {
  const loaded = useLoaded(JSON.stringify([from.key, to.key, options]), (signal) =>
    api.paths(from.key, to.key, options, signal),
  )
  const source = { kind: 'paths', from: from.key, to: to.key } as const
  const showAll = ({ view }: Paths) => exploration.show(`Paths from ${from.name} to ${to.name}`, source, view)
  const showOne = (path: Path) => exploration.show(pathTitle(path), source, pathPicture(path))
  return (
    <WhenLoaded loaded={loaded}>
      {(found) => (
        <>
          <div className="paths-summary">
            <p role="status">{summary(found, from.name, to.name, isOpenToAll)}</p>
            {found.paths.length > 1 && (
              <button type="button" className="text-button" onClick={() => showAll(found)}>
                <Icon name="fit" /> Show all as picture
              </button>
            )}
          </div>
          <ol className="path-list" aria-label="Paths">
            {found.paths.map((path) => (
              <li key={path.steps.map(({ edge }) => edge.key).join(' ')}>
                <PathItem path={path} goToNode={goToNode} show={() => showOne(path)} />
              </li>
            ))}
          </ol>
        </>
      )}
    </WhenLoaded>
  )
}

function summary(
  { paths, longest, isComplete }: Paths,
  from: string,
  to: string,
  isOpenToAll: boolean,
): string {
  const along = isOpenToAll ? '' : ' along these relations'
  const cut = isComplete ? '' : ' Around concepts with very many relations only the strongest were followed.'
  return paths.length === 0
    ? `No path of up to ${longest} steps leads from ${from} to ${to}${along}.${cut}`
    : `${countOf(paths.length, 'path')} from ${from} to ${to}${along}, the shortest and best supported first.${cut}`
}
