import { givenFirst, splitAuthors } from '../author-names.ts'
import { isObject, textOf } from './values.ts'

/** Authors from a string, from a list of strings, of `[family, given]` or of objects, or from an object with a list. */
export function authorsOf(value: unknown): string[] {
  if (typeof value === 'string') return splitAuthors(value)
  if (isObject(value)) {
    for (const key of ['value', 'author', 'authors']) {
      if (key in value) return authorsOf(value[key])
    }
    return [nameOf(value)].filter((name) => name !== '')
  }
  if (!Array.isArray(value)) return []
  return value.map(nameOf).filter((name) => name !== '')
}

function nameOf(author: unknown): string {
  if (typeof author === 'string') return givenFirst(author)
  if (Array.isArray(author)) {
    // arXiv's authors_parsed: family name, given names, suffix.
    const [family, given, suffix] = author.map((part) => (typeof part === 'string' ? part.trim() : ''))
    return [given, family, suffix].filter(Boolean).join(' ')
  }
  if (!isObject(author)) return ''
  if (isObject(author.author)) return nameOf(author.author)
  const part = (...keys: string[]) => {
    for (const key of keys) {
      const text = Array.isArray(author[key]) ? author[key].map(textOf).join(' ') : textOf(author[key])
      if (text?.trim()) return text.trim()
    }
    return ''
  }
  const family = part(
    'family',
    'lastName',
    'last_name',
    'lastname',
    'last',
    'surname',
    'keyname',
    'familyName',
  )
  if (family) {
    const given = part('given', 'firstName', 'first_name', 'firstname', 'first', 'forenames', 'givenName')
    const middle = part('middle', 'middle_name')
    const particle = part('non-dropping-particle', 'dropping-particle')
    return [given, middle, particle, family, part('suffix')].filter(Boolean).join(' ')
  }
  const whole = part(
    'name',
    'display_name',
    'fullName',
    'full_name',
    'fullname',
    'literal',
    'author_name',
    'text',
    'value',
    'title',
  )
  return givenFirst(whole)
}
