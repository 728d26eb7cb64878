/** Annotated abstracts as examples for the relation models: on the annotated entities, and on recognised ones. */
import type { Relation } from '../../shared/schema.ts'
import type { EntityDocument } from '../documents.ts'
import { splitText } from '../text/index.ts'
import { type AnnotatedAbstract, type AnnotatedEntity, projectEntities } from './annotated-abstracts.ts'
import type { RelationExample } from './relations.ts'

/** The abstract with the annotators' own entities. */
export function annotatedExample(abstract: AnnotatedAbstract): RelationExample {
  const document = projectEntities(
    splitText({ title: abstract.title, abstract: abstract.text }),
    abstract.entities,
  )
  return alignedExample(abstract, document)
}

/**
 * The abstract with entities that a tagger found; those that the annotators do not have get no role and no relation.
 * The tagger must not have seen the abstract in training, or the models learn to trust it too far.
 */
export function alignedExample(abstract: AnnotatedAbstract, document: EntityDocument): RelationExample {
  const annotatedOf = new Map<number, AnnotatedEntity>()
  const names = new Map<string, string>()
  for (const annotated of abstract.entities) {
    const forms = formsOf(annotated)
    const index = document.entities.findIndex(
      (entity, at) => !annotatedOf.has(at) && formsOf(entity).some((form) => forms.includes(form)),
    )
    if (index < 0) continue
    annotatedOf.set(index, annotated)
    names.set(annotated.name, document.entities[index]!.name)
  }
  return {
    id: abstract.id,
    document,
    roles: document.entities.map((_, index) => annotatedOf.get(index)?.role ?? null),
    relations: abstract.relations.flatMap(([head, label, tail]): Relation[] => {
      const [from, to] = [names.get(head), names.get(tail)]
      return from === undefined || to === undefined ? [] : [[from, label, to]]
    }),
  }
}

function formsOf({ name, aliases }: { name: string; aliases: string[] }): string[] {
  return [name, ...aliases].map((form) =>
    form
      .toLowerCase()
      .split(/[^\p{L}\p{N}+]+/u)
      .filter(Boolean)
      .map((word) => (word.length > 3 ? word.replace(/(?<!s)s$/, '') : word))
      .join(' '),
  )
}
