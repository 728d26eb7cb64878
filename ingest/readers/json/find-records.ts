/** Which objects of a JSON document are papers. */
import { matchFields } from '../field-names.ts'
import { unwrapped } from './common-fields.ts'
import { isObject, type JsonObject, longTextOf, textOf } from './values.ts'

/** Members that hold lists of papers, also where the object around has a title of its own. */
const wrapperKeys = new Set(
  'papers results result items item data documents document docs doc entries entry records record articles article publications publication works work notes hits hit response message rows list collection library references_list recommendedPapers resultList feed'.split(
    ' ',
  ),
)
/** Members that hold other papers or things with titles, which are no records of the document. */
const otherKeys =
  /^(?:references?|citations?|bibliography|cited|citing|authors?|author|authorships|editors?|creators?|related\w*|similar\w*|versions?|journal\w*|venue|publicationVenue|primary_location|best_oa_location|locations|topics|concepts|keywords|sections|figures|tables|embedding|citationStyles|tldr|funder|license|link|links)$/i
/** Members whose names say nothing about the paper they hold; any other name is its id. */
const plainKeys = new Set([...wrapperKeys, 'content', 'body', 'payload', 'value', 'node'])

export function mayHoldPapers(key: string): boolean {
  return !otherKeys.test(key)
}

export function isWrapperKey(key: string): boolean {
  return wrapperKeys.has(key)
}

/** Whether an object has a title or an abstract. */
export function hasText(object: JsonObject): boolean {
  const paper = unwrapped(object)
  if (isObject(paper.abstract_inverted_index)) return true
  const names = matchFields(Object.keys(paper))
  const stated = (name: string) => Boolean((isObject(paper[name]) ? textOf : longTextOf)(paper[name])?.trim())
  return names.title.some(stated) || names.abstract.some(stated)
}

/** Whether an object is a paper wherever it stands: a title, and something else that papers have. */
export function isClearlyPaper(object: JsonObject): boolean {
  const paper = unwrapped(object)
  const names = matchFields(Object.keys(paper))
  const title = names.title.find((name) => textOf(paper[name])?.trim())
  if (!title) return false
  return [names.abstract, names.authors, names.year, names.doi, names.arxiv].some((list) =>
    list.some((name) => paper[name] !== null && paper[name] !== ''),
  )
}

export interface FoundObject {
  object: JsonObject
  /** The member that holds it, where its name could be the paper's id. */
  key: string | null
}

/**
 * The papers in a value that is held as a whole: the object itself, the elements of a list, or those of the lists
 * and objects that an object wraps ("results", "data", "message.items", papers by id).
 */
export function* findRecords(value: unknown, key: string | null = null, depth = 0): Generator<FoundObject> {
  if (depth > 6) return
  if (Array.isArray(value)) {
    for (const element of value) yield* findRecords(element, null, depth + 1)
    return
  }
  if (!isObject(value)) return
  const own = hasText(value)
  let wrapped = false
  for (const [name, member] of Object.entries(value)) {
    if (!mayHoldPapers(name)) continue
    const first = Array.isArray(member) ? member[0] : member
    if (!isObject(first)) continue
    if (own && !(isWrapperKey(name) && Array.isArray(member) && isClearlyPaper(first))) continue
    for (const found of findRecords(member, idLike(name), depth + 1)) {
      wrapped = true
      yield found
    }
  }
  if (own && !wrapped) yield { object: value, key }
}

/** A member's name as the id of the paper in it, null where it is one of the usual names. */
export function idLike(key: string): string | null {
  return plainKeys.has(key) ? null : key
}
