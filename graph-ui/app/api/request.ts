/** Requests to the API: their token, and how they fail. */
import type { Failure, View } from '../../api/contract.ts'
import { decodeView, viewMediaType } from '../../view-bytes.ts'
import { keptForTab } from '../frame/kept.ts'

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

/** What to say of something that went wrong. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

const tokenKey = 'skein-token'

/** The token at the beginning of a hash, and what stands behind it. */
export function tokenIn(hash: string): { token: string; rest: string } | null {
  const [, token, rest] = /^#token=([^&]+)&?(.*)$/s.exec(hash) ?? []
  return token === undefined ? null : { token: decoded(token), rest: rest ? `#${rest}` : '' }
}

/** A token that somebody typed may hold a percent sign that escapes nothing. */
function decoded(token: string): string {
  try {
    return decodeURIComponent(token)
  } catch {
    return token
  }
}

/** A server open to others is opened as `http://host:port/#token=…`; the token leaves the address at once. */
export function takeTokenFromAddress(): void {
  const found = tokenIn(location.hash)
  if (found === null) return
  keepToken(found.token)
  history.replaceState(null, '', location.pathname + location.search + found.rest)
}

export function keepToken(token: string): void {
  keptForTab.write(tokenKey, token)
}

/** Whether a token goes with each request. */
export function hasToken(): boolean {
  return keptForTab.read(tokenKey) !== null
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

export async function get<T>(
  path: string,
  query: Record<string, string>,
  signal: AbortSignal | null = null,
): Promise<T> {
  const response = await request(`${path}?${new URLSearchParams(query)}`, {}, signal)
  return (await response.json()) as T
}

/** A view that may be large. */
export async function getView<V extends View>(path: string, signal: AbortSignal): Promise<V> {
  return viewIn(await request(path, { headers: viewHeaders }, signal))
}

export async function postForView<V extends View>(
  path: string,
  body: object,
  signal: AbortSignal,
): Promise<V> {
  return viewIn(await postRaw(path, body, signal, viewHeaders))
}

const viewHeaders = { accept: `${viewMediaType}, application/json;q=0.9` }

async function viewIn<V extends View>(response: Response): Promise<V> {
  const isBytes = response.headers.get('content-type') === viewMediaType
  if (!isBytes) return (await response.json()) as V
  return decodeView<V>(new Uint8Array(await response.arrayBuffer()))
}

export function postRaw(
  path: string,
  body: object,
  signal: AbortSignal | null,
  moreHeaders: Record<string, string> = {},
): Promise<Response> {
  const headers = { ...moreHeaders, 'content-type': 'application/json' }
  return request(path, { method: 'POST', headers, body: JSON.stringify(body) }, signal)
}

/** @param bytes sent as they are */
export function postBytes(path: string, bytes: Blob, signal: AbortSignal | null): Promise<Response> {
  const headers = { 'content-type': 'application/octet-stream' }
  return request(path, { method: 'POST', headers, body: bytes }, signal)
}

export async function post<T>(path: string, body: object, signal: AbortSignal | null = null): Promise<T> {
  return (await (await postRaw(path, body, signal)).json()) as T
}
