import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { StoreUnavailableError } from '../../errors.ts'

const fileMagic = 'GRAF'

/**
 * Checks a place before the engine sees it, which would answer in its own terms or make folders nobody meant.
 * @throws StoreUnavailableError saying what stands there and what to do
 */
export function checkLocation(path: string): void {
  const folder = dirname(resolve(path))
  if (!existsSync(folder)) {
    throw new StoreUnavailableError(`There is no folder ${folder} to hold the store ${path}. Make it first.`)
  }
  if (!statSync(folder).isDirectory()) {
    throw new StoreUnavailableError(`${folder} is not a folder, so it cannot hold the store ${path}.`)
  }
  if (!isWritable(folder)) {
    throw new StoreUnavailableError(
      `The folder ${folder} cannot be written to, but the store ${path} keeps its log there. Choose another place with --store.`,
    )
  }
  if (!existsSync(path)) return
  if (statSync(path).isDirectory()) {
    throw new StoreUnavailableError(
      `${path} is a folder, but an embedded store is one file. Name a file in it: --store ${path.replace(/\/+$/, '')}/skein.db`,
    )
  }
  if (!isWritable(path)) {
    throw new StoreUnavailableError(`The store ${path} cannot be written to. Check its permissions.`)
  }
  if (!startsWithMagic(path)) {
    throw new StoreUnavailableError(`${path} is not a store of Skein; it was left as it is.`)
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function startsWithMagic(path: string): boolean {
  const head = Buffer.alloc(fileMagic.length)
  const file = openSync(path, 'r')
  try {
    return readSync(file, head, 0, head.length, 0) === head.length && head.toString('latin1') === fileMagic
  } finally {
    closeSync(file)
  }
}
