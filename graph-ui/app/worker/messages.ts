/** What page and worker say to each other. */
import type { JobName } from './jobs/index.ts'

export interface Asked {
  name: JobName
  question: unknown
}

export type Told = { kind: 'part' | 'answer'; value: unknown } | { kind: 'failed'; message: string }

/** The memory of the typed arrays in a message, which is handed over instead of copied. */
export function memoryOf(value: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) return value.buffer instanceof ArrayBuffer ? [value.buffer] : []
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return Object.values(value).flatMap((part) => (ArrayBuffer.isView(part) ? memoryOf(part) : []))
}
