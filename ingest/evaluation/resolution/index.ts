import { InputError } from '../../../shared/errors.ts'
import { loadCoreference } from '../../coreference/index.ts'
import { summariseErrors } from '../errors.ts'
import type { Evaluation } from '../evaluation.ts'
import { readRecords } from '../records.ts'
import { abstractDocuments, isAnnotatedAbstract } from './abstract-aliases.ts'
import type { JudgedDocument } from './judged-document.ts'
import { isScirexRecord, scirexDocuments } from './scirex-clusters.ts'
import { scorePairs } from './score-pairs.ts'

/**
 * Reads judged documents from SciREX or from annotated abstracts; their records tell which.
 * @throws InputError for a file of another layout
 */
export function readJudgedDocuments(path: string): JudgedDocument[] {
  const records = readRecords<object>(path, (record) =>
    isScirexRecord(record) || isAnnotatedAbstract(record)
      ? null
      : 'expected a record of SciREX ("words", "coref") or an annotated abstract ("text", "entities")',
  )
  const abstracts = records.filter(isAnnotatedAbstract)
  const papers = records.filter(isScirexRecord)
  if (abstracts.length > 0 && papers.length > 0)
    throw new InputError(`${path} holds both abstracts and records of SciREX; give one file of each.`)
  return papers.length > 0 ? scirexDocuments(papers) : abstractDocuments(abstracts)
}

export const resolution: Evaluation = {
  name: 'resolution',
  label:
    'which forms are one concept, given the annotated mentions: SciREX, or aliases of annotated abstracts',
  async run(path, { errors: limit, models }) {
    const documents = readJudgedDocuments(path)
    const { scores, errors } = scorePairs(documents, loadCoreference(models))
    return {
      benchmark: 'resolution',
      tagger: 'none (annotated mentions)',
      documents: documents.length,
      scores,
      ...(limit > 0 ? { errors: summariseErrors(errors, limit) } : {}),
    }
  },
}
