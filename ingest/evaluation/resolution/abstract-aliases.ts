/** The annotated abstracts as judged documents: an entity's name and aliases are one, its neighbours are others. */
import { splitText } from '../../text/index.ts'
import { type AnnotatedAbstract, projectEntities } from '../../training/annotated-abstracts.ts'
import { sensesOf } from './abstract-senses.ts'
import type { JudgedDocument } from './judged-document.ts'

export function isAnnotatedAbstract(record: object): record is AnnotatedAbstract {
  const { id, text, entities } = record as Partial<AnnotatedAbstract>
  return typeof id === 'string' && typeof text === 'string' && Array.isArray(entities)
}

/** Forms that stand only inside of longer ones are not judged: no mention could be given for them. */
export function abstractDocuments(records: AnnotatedAbstract[]): JudgedDocument[] {
  const senses = sensesOf(records)
  return records.map((record, index) => {
    const document = splitText({ title: record.title, abstract: record.text })
    const projected = projectEntities(document, record.entities)
    const concepts = projected.entities.map(({ name, type, mentions }) => {
      const counts = new Map<string, number>()
      for (const { surface } of mentions) counts.set(surface, (counts.get(surface) ?? 0) + 1)
      const forms = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([form]) => form)
      return { type, forms, sense: senses[index]!.get(`${type}:${name}`) ?? null }
    })
    return { id: record.id, document, mentions: projected.mentions, concepts }
  })
}
