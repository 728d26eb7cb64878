/** The API as typed functions. */
import type {
  ConceptDetails,
  CypherAnswer,
  DrawnType,
  Evidence,
  ExportFormat,
  Failure,
  Landscape,
  Neighbourhood,
  PaperDetails,
  SearchResult,
  Stats,
  StoreSchema,
  View,
  ViewEdge,
  ViewNode,
} from '../api/contract.ts'
import { keptForTab } from './frame/kept.ts'

/** A failure as the server tells it; `status` 0 where it could not be reached. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly status: number
  readonly position: number | null
  constructor(message: string, status: number, position: number | null) {
    super(message)
    this.status = status
    this.position = position
  }
}

const tokenKey = 'skein-token'

/** A server open to others is opened as `http://host:port/#token=…`; the token leaves the address at once. */
export function takeTokenFromAddress(): void {
  const token = /^#token=(.+)$/.exec(location.hash)?.[1]
  if (token === undefined) return
  keepToken(decodeURIComponent(token))
  history.replaceState(null, '', location.pathname + location.search)
}

export function keepToken(token: string): void {
  keptForTab.write(tokenKey, token)
}

/** @throws ApiError, and what `fetch` throws when it is aborted */
async function request(path: string, init: RequestInit, signal: AbortSignal | null): Promise<Response> {
  const token = keptForTab.read(tokenKey)
  const headers = { ...init.headers, ...(token === null ? {} : { authorization: `Bearer ${token}` }) }
  let response: Response
  try {
    response = await fetch(`/api/${path}`, { ...init, headers, signal })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ApiError('Skein does not answer. Is "skein serve" still running?', 0, null)
  }
  if (response.ok) return response
  const failure = (await response.json().catch(() => null)) as Failure | null
  const message = failure?.error.message ?? `The server answered ${response.status}.`
  throw new ApiError(message, response.status, failure?.error.position ?? null)
}

async function get<T>(
  path: string,
  query: Record<string, string>,
  signal: AbortSignal | null = null,
): Promise<T> {
  const response = await request(`${path}?${new URLSearchParams(query)}`, {}, signal)
  return (await response.json()) as T
}

function postRaw(path: string, body: object, signal: AbortSignal | null): Promise<Response> {
  const headers = { 'content-type': 'application/json' }
  return request(path, { method: 'POST', headers, body: JSON.stringify(body) }, signal)
}

async function post<T>(path: string, body: object, signal: AbortSignal | null = null): Promise<T> {
  return (await (await postRaw(path, body, signal)).json()) as T
}

export const api = {
  stats: () => get<Stats>('stats', {}),
  schema: () => get<StoreSchema>('schema', {}),
  landscape: () => get<Landscape>('landscape', {}),
  search: (q: string, signal: AbortSignal) => get<SearchResult>('search', { q }, signal),
  concept: (key: string, signal: AbortSignal) => get<ConceptDetails>('concept', { key }, signal),
  paper: (key: string, signal: AbortSignal) => get<PaperDetails>('paper', { key }, signal),
  evidence: ({ type, source, target }: ViewEdge, signal: AbortSignal) =>
    get<Evidence>('evidence', { type, from: source, to: target }, signal),
  neighbourhood: (key: string, types: DrawnType[] | null, present: Pick<ViewNode, 'key' | 'x' | 'y'>[]) =>
    post<Neighbourhood>('neighbourhood', { key, types, present }),
  cypher: (cypher: string, maxRows: number, signal: AbortSignal) =>
    post<CypherAnswer>('cypher', { cypher, maxRows }, signal),
  exportFormats: () => get<ExportFormat[]>('export/formats', {}),
  exportView: async (view: View, format: string, part: ExportFormat['parts'][number]) => {
    const nodes = view.nodes.map(({ key }) => key)
    const edges = view.edges.map(({ source, type, target }) => ({ source, type, target }))
    return (await postRaw('export', { format, part, view: { nodes, edges } }, null)).blob()
  },
}
