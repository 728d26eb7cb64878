/** Which entities of different abstracts are one concept. */
import { isShortForm, normaliseForm } from '../../entities/forms.ts'
import type { AnnotatedAbstract, AnnotatedEntity } from '../../training/annotated-abstracts.ts'
import { familiesOf } from './families.ts'
import { spaceless } from './form-kinds.ts'
import type { Sense } from './judged-document.ts'
import { judgedWordings } from './judged-wordings.ts'

const wordingOf = new Map(
  judgedWordings.flatMap((group) => group.map((form): [string, string] => [form, group[0]!])),
)

/**
 * The sense of each annotated entity. Short forms that abstracts spell out in several ways say nothing about it
 * unless the ways are wordings of one (`judged-wordings.ts`).
 * @returns for each record, by type and name of its entities; null for one that only such a short form names
 */
export function sensesOf(records: AnnotatedAbstract[]): Map<string, Sense | null>[] {
  const ambiguous = shortFormsOfSeveral(records)
  const drafts = records.map(({ entities }) =>
    entities.map((entity) => ({
      key: `${entity.type}:${entity.name}`,
      links: linksOf(entity).filter((link) => !ambiguous.has(link)),
    })),
  )
  const familyOf = familiesOf(drafts.flatMap((entities) => entities.map(({ links }) => links)))
  return drafts.map(
    (entities) =>
      new Map(
        entities.map(({ key, links }) => {
          const [name] = links
          return [key, name === undefined ? null : { name, links, family: familyOf(name) }]
        }),
      ),
  )
}

/** The entity's forms as links to other entities, its name first. */
function linksOf({ type, name, aliases }: AnnotatedEntity): string[] {
  const forms = [name, ...aliases].map(normaliseForm).filter((form) => form !== '')
  return [...new Set(forms.map((form) => `${type}:${spaceless(wordingOf.get(form) ?? form)}`))]
}

function shortFormsOfSeveral(records: AnnotatedAbstract[]): Set<string> {
  const namesOf = new Map<string, Set<string>>()
  for (const entity of records.flatMap(({ entities }) => entities)) {
    const [name] = linksOf(entity)
    for (const form of entity.aliases) {
      if (!isShortForm(form)) continue
      const link = linksOf({ ...entity, name: form, aliases: [] })[0]!
      if (link === name) continue
      namesOf.set(link, (namesOf.get(link) ?? new Set()).add(name!))
    }
  }
  return new Set([...namesOf].flatMap(([link, names]) => (names.size > 1 ? [link] : [])))
}
