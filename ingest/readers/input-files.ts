/** From what a user names to the files to read: folders opened, sizes known. */
import type { Stats } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { PaperSource } from '../../shared/ingest-papers.ts'

/** What papers are read from: a path, "-" for standard input, or bytes that are at hand. */
export type PaperInput = string | PaperSource

export interface InputFile {
  /** As the user named it; in a folder, the folder as named and the way within it. */
  name: string
  /** What is read; null where the file is to be opened by its name. */
  bytes: AsyncIterable<Uint8Array> | null
  /** Bytes, or null where they cannot be known (standard input, pipes). */
  size: number | null
  /** Named by itself, not found in a folder. */
  explicit: boolean
}

export interface InputFiles {
  files: InputFile[]
  /** Named paths that cannot be read at all, with the reason. */
  missing: { name: string; reason: string }[]
}

/** Characters of a name; file systems take no more bytes. */
const longestName = 255

/** The name that stands for standard input. */
export const standardInput = '-'

/** A file as a person knows it. */
export function fileName(file: string): string {
  return file === standardInput ? 'standard input' : file
}

/** Files in the order of the inputs, those of a folder by code point; hidden files and folders are left out. */
export async function inputFiles(inputs: readonly PaperInput[]): Promise<InputFiles> {
  const result: InputFiles = { files: [], missing: [] }
  for (const path of inputs) {
    if (typeof path !== 'string') {
      const { name, size, bytes } = path
      result.files.push({ name: plainName(name), size, bytes, explicit: true })
      continue
    }
    if (path === standardInput) {
      result.files.push({ name: path, size: null, bytes: null, explicit: true })
      continue
    }
    const found = await statOf(path)
    if ('reason' in found) result.missing.push({ name: path, reason: found.reason })
    else if (!found.isDirectory())
      result.files.push({ name: path, size: sizeOf(found), bytes: null, explicit: true })
    else {
      const before = result.files.length
      await addFolder(path, result)
      if (result.files.length === before)
        result.missing.push({ name: path, reason: 'the folder has no files' })
    }
  }
  return result
}

/** A name that leads nowhere and stays on one line: without folders and control characters, and never "-". */
function plainName(name: string): string {
  const base = name.split(/[/\\]/).at(-1)!
  const plain = base
    .replace(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, longestName)
  return ['', '.', '..', standardInput].includes(plain) ? 'unnamed' : plain
}

async function addFolder(folder: string, result: InputFiles): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: Error) => error)
  if (entries instanceof Error) {
    result.missing.push({ name: folder, reason: reasonOf(entries) })
    return
  }
  entries.sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)))
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      await addFolder(path, result)
      continue
    }
    const found = await statOf(path)
    // A link to a folder could lead round in a circle.
    if (!('reason' in found) && found.isFile()) {
      result.files.push({ name: path, size: sizeOf(found), bytes: null, explicit: false })
    }
  }
}

async function statOf(path: string): Promise<Stats | { reason: string }> {
  return stat(path).catch((error: Error) => ({ reason: reasonOf(error) }))
}

function sizeOf(stats: Stats): number | null {
  return stats.isFile() ? stats.size : null
}

/** A system error in a person's words. */
export function reasonOf(error: Error & { code?: string }): string {
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'there is no such file or folder'
    case 'EACCES':
    case 'EPERM':
      return 'no permission to read it'
    case 'EISDIR':
      return 'it is a folder'
    default:
      return error.message
  }
}
