/** Where an extraction and its annotation part, sorted by what has to be mended. */

/** One difference, with the names that stand on both sides of it. */
export interface ExtractionError {
  part: (typeof parts)[number]
  /** "missed", "wrong type", "introduced, read as used". */
  category: string
  /** Id of the document. */
  document: string
  /** What repetitions are counted by: a surface form in lower case with its type, or a label. */
  form: string
  /** What the annotators have, null where they have nothing. */
  annotated: string | null
  /** What was extracted instead, null where nothing was. */
  extracted: string | null
}

export interface ErrorCategory extends Pick<ExtractionError, 'part' | 'category'> {
  count: number
  /** The most frequent first. */
  forms: { form: string; count: number }[]
  /** Spread evenly over the documents. */
  examples: Pick<ExtractionError, 'document' | 'annotated' | 'extracted'>[]
}

/** In the order in which they are told. */
const parts = ['entities', 'roles', 'relations', 'intents', 'in a document', 'across documents'] as const

/**
 * @param limit the most forms and examples of a category
 * @returns categories by part, the most frequent first
 */
export function summariseErrors(errors: ExtractionError[], limit: number): ErrorCategory[] {
  const groups = new Map<string, ExtractionError[]>()
  for (const error of errors) {
    const key = `${error.part} ${error.category}`
    const own = groups.get(key)
    if (own) own.push(error)
    else groups.set(key, [error])
  }
  const categories = [...groups.values()].map((group): ErrorCategory => {
    const { part, category } = group[0]!
    return {
      part,
      category,
      count: group.length,
      forms: frequentForms(group, limit),
      examples: spread(group, limit),
    }
  })
  return categories.sort(
    (a, b) =>
      parts.indexOf(a.part) - parts.indexOf(b.part) ||
      b.count - a.count ||
      (a.category < b.category ? -1 : 1),
  )
}

function frequentForms(errors: ExtractionError[], limit: number): ErrorCategory['forms'] {
  const counts = new Map<string, number>()
  for (const { form } of errors) counts.set(form, (counts.get(form) ?? 0) + 1)
  return [...counts]
    .map(([form, count]) => ({ form, count }))
    .sort((a, b) => b.count - a.count || (a.form < b.form ? -1 : 1))
    .slice(0, limit)
}

function spread(errors: ExtractionError[], limit: number): ErrorCategory['examples'] {
  const size = Math.min(limit, errors.length)
  return Array.from({ length: size }, (_, index) => {
    const { document, annotated, extracted } = errors[Math.floor((index * errors.length) / size)]!
    return { document, annotated, extracted }
  })
}

/** The categories as lines for a person. */
export function formatErrors(categories: ErrorCategory[]): string[] {
  return categories.flatMap(({ part, category, count, forms, examples }) => [
    '',
    `${part}, ${category}: ${count}`,
    `  most often: ${forms.map(({ form, count: times }) => `${form} (${times})`).join('; ')}`,
    ...examples.map(
      ({ document, annotated, extracted }) =>
        `  ${document}: annotated ${annotated ?? 'nothing'}, extracted ${extracted ?? 'nothing'}`,
    ),
  ])
}
