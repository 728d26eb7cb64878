/** Serves the built page from `dist/app`. */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'
import type { Handler } from 'hono'
import { UsageError } from '../../shared/errors.ts'
import { packageRoot } from '../../shared/package-root.ts'
import { NotFoundError } from './failures.ts'
import { securityHeaders } from './security.ts'

const folder = join(packageRoot, 'dist', 'app')

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.map': 'application/json',
  '.woff2': 'font/woff2',
}

/** The place in the page's HTML that gets the nonce of its answer. */
const noncePlace = '__CSP_NONCE__'

/** Files of the page; every other address gets the page itself. */
export function servePage(): Handler {
  return async (context) => {
    const nonce = randomBytes(16).toString('base64')
    for (const [name, value] of Object.entries(securityHeaders(nonce))) context.header(name, value)
    const path = resolve(join(folder, pathIn(context.req.path)))
    const inside = path.startsWith(folder + sep)
    const type = contentTypes[extname(path)]
    if (inside && type !== undefined && extname(path) !== '.html') {
      const file = await read(path)
      if (file === null) throw new NotFoundError(`There is no ${context.req.path} here.`)
      // Vite puts a hash into the names of what lies in assets/.
      const lasting = path.startsWith(join(folder, 'assets') + sep)
      context.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
      return context.body(new Uint8Array(file), 200, { 'content-type': type })
    }
    const page = await read(join(folder, 'index.html'))
    if (page === null) {
      throw new NotFoundError('The page has not been built: run "npm run build", then reload.')
    }
    context.header('cache-control', 'no-cache')
    return context.body(page.toString('utf8').replaceAll(noncePlace, nonce), 200, {
      'content-type': contentTypes['.html']!,
    })
  }
}

/** @throws UsageError where the address is none */
function pathIn(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    throw new UsageError(`${address} is no address: write "%" as "%25".`)
  }
}

async function read(path: string): Promise<Buffer | null> {
  return readFile(path).catch(() => null)
}
