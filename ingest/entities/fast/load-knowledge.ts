import { modelFile } from '../../model-files.ts'
import type { Knowledge } from './lexicon.ts'
import { readKnowledge } from './model-file.ts'

const loaded = new Map<string, Knowledge>()

/**
 * What the models know of words and names, read once for all that share it.
 * @param folder of models
 * @throws Error where the file is missing or damaged: the installation is broken
 */
export function loadKnowledge(folder: string): Knowledge {
  const file = modelFile(folder, 'fast-knowledge.bin')
  const found = loaded.get(file) ?? readKnowledge(file)
  loaded.set(file, found)
  return found
}
