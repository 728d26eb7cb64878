import {
  decodeHashes,
  decodeWeights,
  encodeHashes,
  encodeModelFile,
  encodeWeights,
  readModelFile,
} from '../../weights/model-file.ts'
import { type KindParts, type MentionPairModel, passOf } from './model.ts'

/** What is written of a model. */
export interface MentionPairParts {
  first: KindParts[]
  second: KindParts[]
  threshold: number
}

type KindHeader = Pick<KindParts, 'kind' | 'classes' | 'scale'>
interface Header {
  first: KindHeader[]
  second: KindHeader[]
  threshold: number
}

export function encodeMentionPairs({ first, second, threshold }: MentionPairParts): Buffer {
  const sections: Record<string, Uint8Array> = {}
  const headerOf = (pass: string) => (parts: KindParts) => {
    const { kind, classes, scale, hashes, weights } = parts
    sections[`${pass} ${kind} features`] = encodeHashes(hashes)
    sections[`${pass} ${kind} weights`] = encodeWeights(weights)
    return { kind, classes, scale }
  }
  const header: Header = {
    first: first.map(headerOf('first')),
    second: second.map(headerOf('second')),
    threshold,
  }
  return encodeModelFile(header, sections)
}

/** @throws Error where the file is missing or damaged: the installation is broken */
export function readMentionPairs(file: string): MentionPairModel {
  const { header, section } = readModelFile<Header>(file)
  const partsOf =
    (pass: string) =>
    (own: KindHeader): KindParts => {
      const hashes = decodeHashes(section(`${pass} ${own.kind} features`))
      return { ...own, hashes, weights: decodeWeights(section(`${pass} ${own.kind} weights`)) }
    }
  const first = passOf(header.first.map(partsOf('first')))
  const second = passOf(header.second.map(partsOf('second')))
  return { first, second, threshold: header.threshold }
}
