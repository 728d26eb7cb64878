/** A small pretrained transformer, fine-tuned: MiniLM (Wang et al., NeurIPS 2020), see `ingest/models/README.md`. */
import { InferenceSession, Tensor } from 'onnxruntime-node'
import type { Mention } from '../../../shared/schema.ts'
import type { Sentence, TextDocument } from '../../documents.ts'
import { modelFile } from '../../model-files.ts'
import { labelCount } from '../fast/labels.ts'
import { hintsOf } from './hints.ts'
import { labelProbabilities } from './label-probabilities.ts'
import { type Window, type WindowUnit, windowsOf } from './windows.ts'
import { readWordTable, vectorsOf, type WordTable, width, wordTableFile } from './word-table.ts'

/** What the encoder makes of one document. */
export interface Encoding {
  /** Sorted by start. */
  units: WindowUnit[]
  /** units × width: each unit's vector in its context. */
  vectors: Float32Array
  /** For each window that the text was read in, the vector of the whole of it: width. */
  wholes: Float32Array[]
  /** For each unit its window. */
  windows: Uint16Array
  /** units × labelCount: logarithms of the labels' probabilities. */
  labels: Float32Array
}

export interface Encoder {
  /**
   * Deterministic on one machine; the last digits of its numbers may differ between processors.
   * @param hinted mentions that another tagger found in it, sorted by start; a document is read once, with the hints
   *   that it was first read with
   */
  encode(document: TextDocument, hinted: readonly Mention[]): Promise<Encoding>
}

/** What an encoder was trained on. */
export type EncoderCorpus = 'abstracts' | 'scier'

/**
 * 512 is the longest input of the pretrained model: nearly every abstract fits whole, longer texts are read in parts.
 * SciER annotates sentence by sentence, and its encoder learnt from a few sentences at a time.
 */
export const piecesAtOnce: Readonly<Record<EncoderCorpus, number>> = { abstracts: 512, scier: 256 }

const tables = new Map<string, WordTable>()

/**
 * @param folder of models
 * @throws where a model file is missing or damaged: the installation is broken
 */
export async function loadEncoder(corpus: EncoderCorpus, folder: string): Promise<Encoder> {
  const file = modelFile(folder, wordTableFile)
  const table = tables.get(file) ?? readWordTable(file)
  tables.set(file, table)
  const session = await openSession(modelFile(folder, `encoder-${corpus}.onnx`))
  // Roles and relations are judged on the vectors that mentions were found with.
  const known = new WeakMap<Sentence[], Promise<Encoding>>()
  return {
    encode(document, hinted) {
      const before = known.get(document.sentences)
      if (before) return before
      const hasTitle = document.abstractStart > 0
      const windows = windowsOf(document.sentences, hasTitle, table.vocabulary, piecesAtOnce[corpus])
      const encoding = encodeWindows(session, table, windows, hinted)
      known.set(document.sentences, encoding)
      return encoding
    },
  }
}

/**
 * One thread: several workers share the cores already.
 * @throws Error where the file is missing or damaged
 */
export async function openSession(file: string): Promise<InferenceSession> {
  try {
    return await InferenceSession.create(file, {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      graphOptimizationLevel: 'all',
    })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`${file} cannot be read as a model (${reason}); install Skein anew`, { cause })
  }
}

async function encodeWindows(
  session: InferenceSession,
  table: WordTable,
  windows: Window[],
  hinted: readonly Mention[],
): Promise<Encoding> {
  const units = windows.flatMap((window) => window.units)
  const encoding: Encoding = {
    units,
    vectors: new Float32Array(units.length * width),
    wholes: [],
    windows: Uint16Array.from(windows.flatMap((window, index) => window.units.map(() => index))),
    labels: new Float32Array(units.length * labelCount),
  }
  const scores = new Float64Array(units.length * labelCount)
  let steps: ArrayLike<number> = []
  let base = 0
  for (const window of windows) {
    const { pieces, cases, units: own } = window
    const integers = (values: number[]) =>
      new Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length])
    const answer = await session.run({
      words: new Tensor('float32', vectorsOf(table, pieces), [1, pieces.length, width]),
      cases: integers(cases),
      hints: integers(hintsOf(window, hinted)),
    })
    const hidden = answer.hidden!.data as Float32Array
    const labels = answer.labels!.data as Float32Array
    steps = answer.steps!.data as Float32Array
    encoding.wholes.push(hidden.slice(0, width))
    for (const { piece } of own) {
      encoding.vectors.set(hidden.subarray(piece * width, (piece + 1) * width), base * width)
      scores.set(labels.subarray(piece * labelCount, (piece + 1) * labelCount), base * labelCount)
      base++
    }
  }
  encoding.labels = labelProbabilities(units, scores, steps)
  return encoding
}
