/** Sentences with their entities marked, as documents: `[M:ResNet] is tested on [D:ImageNet|ImageNet dataset]`. */

import type { EntityDocument, RecognisedEntity } from '../../../ingest/documents.ts'
import { splitText } from '../../../ingest/text/index.ts'
import type { ConceptType, Mention } from '../../../shared/schema.ts'

const typeOf: Record<string, ConceptType> = { M: 'Method', D: 'Dataset', T: 'Task', X: 'Metric' }
const mark = /\[([MDTX]):([^\]|]+)(?:\|([^\]]+))?\]/g

/**
 * @param marked `[M:surface]` or `[M:surface|entity name]`, with M, D, T, X for Method, Dataset, Task, Metric
 * @param title of the same form; null for none
 */
export function documentOf(marked: string, title: string | null = null): EntityDocument {
  const plain = (text: string) => text.replace(mark, (_, _type, surface: string) => surface)
  const whole = (title === null ? '' : `${title}\n`) + marked
  const entities = new Map<string, RecognisedEntity>()
  const mentions: Mention[] = []
  let shift = 0
  for (const { 0: match, 1: code, 2: surface, 3: named, index } of whole.matchAll(mark)) {
    const type = typeOf[code!]!
    const name = named ?? surface!
    const start = index - shift
    shift += match.length - surface!.length
    const mention: Mention = { start, end: start + surface!.length, surface: surface!, type, confidence: 1 }
    mentions.push(mention)
    const entity = entities.get(name) ?? {
      name,
      type,
      aliases: [],
      acronyms: [],
      mentions: [],
      confidence: 1,
    }
    entities.set(name, entity)
    entity.mentions.push(mention)
    if (surface !== name && !entity.aliases.includes(surface!)) entity.aliases.push(surface!)
  }
  const document = splitText({ title: title === null ? null : plain(title), abstract: plain(marked) })
  return { ...document, mentions, entities: [...entities.values()] }
}
