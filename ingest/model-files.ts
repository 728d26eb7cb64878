/** Where trained models lie: the folder that ships, or one that `skein train` has made. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { InputError } from '../shared/errors.ts'
import { packageRoot } from '../shared/package-root.ts'

/** The models that ship with Skein. */
export const shippedModels: string = join(packageRoot, 'ingest', 'models')

/**
 * The path of a model file.
 * @param folder of models; what it lacks is taken from those that ship, so that it holds only what was trained anew
 */
export function modelFile(folder: string, name: string): string {
  const own = join(folder, name)
  return existsSync(own) ? own : join(shippedModels, name)
}

/**
 * The folder that a person names.
 * @returns its absolute path; that of {@link shippedModels} for null
 * @throws InputError where it is no folder or holds none of Skein's models
 */
export function modelsFolder(path: string | null): string {
  if (path === null) return shippedModels
  const known = new Set(readdirSync(shippedModels))
  const isFolder = existsSync(path) && statSync(path).isDirectory()
  if (isFolder && readdirSync(path).some((name) => known.has(name) && isModel(name))) return resolve(path)
  const problem = isFolder ? 'holds no models' : 'is no folder'
  throw new InputError(`${path} ${problem}; --models takes a folder that skein train has made.`)
}

/**
 * Tells folders of models apart by what is in them: papers that were read with other models are read anew.
 * @returns empty for the models that ship
 */
export function modelsFingerprint(folder: string): string {
  if (folder === shippedModels) return ''
  const hash = createHash('sha256')
  for (const name of readdirSync(folder).filter(isModel).sort()) {
    hash.update(`${name}\n`).update(readFileSync(join(folder, name)))
  }
  return hash.digest('hex').slice(0, 12)
}

function isModel(name: string): boolean {
  return !name.endsWith('.md')
}
