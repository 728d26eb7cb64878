/** Who may ask what: hosts, tokens, content types, and the headers that bind a browser. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import type { Context, MiddlewareHandler } from 'hono'
import { UsageError } from '../../shared/errors.ts'
import { isLoopback } from '../../shared/loopback.ts'
import { RefusedError } from './failures.ts'

/**
 * The headers of every answer. Nothing is loaded from elsewhere and no inline script runs; the nonce lets the
 * query editor add its style sheet.
 */
export function securityHeaders(nonce: string): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  }
}

/**
 * A page of another site can have its own name resolve to this machine (DNS rebinding); its requests then carry
 * that name as host. Names are therefore refused, except this machine's own; addresses cannot be rebound.
 */
export function isOwnHost(header: string | undefined, listening: string): boolean {
  if (header === undefined) return false
  const name = header
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase()
  return name === 'localhost' || name.endsWith('.localhost') || name === listening || isIP(name) !== 0
}

/** @throws RefusedError unless the request carries the token */
export function requireToken(context: Context, token: string | null): void {
  const given = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '')?.[1]
  if (token !== null && given !== undefined && sameText(given, token)) return
  throw new RefusedError(
    'This needs the token that skein serve was started with, as "Authorization: Bearer TOKEN".',
    401,
  )
}

function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}

function isSameHost(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host
}

/** Requests that the API answers at all. Open to this machine: by host name; open to others: by token. */
export function guard(host: string, token: string | null): MiddlewareHandler {
  return async (context, next) => {
    const open = isLoopback(host)
    if (open && !isOwnHost(context.req.header('host'), host)) {
      throw new RefusedError('This server answers only under the name or address of this machine.', 403)
    }
    if (!open) requireToken(context, token)
    const origin = context.req.header('origin')
    const isForeign = origin !== undefined && !isSameHost(origin, context.req.header('host'))
    // Images and scripts of other pages ask without an origin.
    if (isForeign || context.req.header('sec-fetch-site') === 'cross-site') {
      throw new RefusedError('Pages of other sites may not use this server.', 403)
    }
    // A form of another page can send neither.
    const taken = context.req.path === '/api/papers' ? 'application/octet-stream' : 'application/json'
    const type = (context.req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
    if (context.req.method === 'POST' && type !== taken) {
      const what = taken === 'application/json' ? 'JSON' : 'the bytes of a file'
      throw new UsageError(`Send ${what}: content-type must be ${taken}.`)
    }
    await next()
  }
}
