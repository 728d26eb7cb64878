import type { ConceptReference } from '../../api/contract.ts'
import { api } from '../api/index.ts'
import type { Exploration } from '../state/use-explorer.ts'

/**
 * A concept by its key, from the picture or else from the graph.
 * @throws ApiError where the graph does not have it
 */
export async function conceptOf(
  { picture }: Pick<Exploration, 'picture'>,
  key: string,
  signal: AbortSignal,
): Promise<ConceptReference> {
  const { name, type } = picture.nodes.get(key) ?? (await api.concept(key, signal))
  return { key, name, type: type as ConceptReference['type'] }
}
