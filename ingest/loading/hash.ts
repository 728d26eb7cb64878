import { createHash } from 'node:crypto'

/** A short name for a list of values, the same on every machine: 64 bits of SHA-256 as 16 hexadecimal digits. */
export function hashOf(...values: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 16)
}
