/** Our own annotations of abstracts of the corpora: ids, names and relations; the texts stay where they are. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { InputError } from '../../shared/errors.ts'
import { packageRoot } from '../../shared/package-root.ts'
import { type AnnotatedAbstract, readAnnotations } from './annotated-abstracts.ts'
import { corpora } from './entities/knowledge.ts'

/** How each part was made, and how strict its annotators were, stands in `ingest/models/README.md`. */
export const annotationFiles = [1, 2, 3].map((part) =>
  join(packageRoot, 'ingest', 'training', 'annotations', `part-${part}.jsonl`),
)

/**
 * The annotations of `ingest/training/annotations`, by id, with the texts of their papers; where several papers of a
 * corpus share an id, with that of the last.
 * @param dataFile gives a file of the folder of benchmarks and corpora
 * @throws InputError where a paper is not in the corpora
 */
export function readStandOffAnnotations(dataFile: (path: string) => string): AnnotatedAbstract[] {
  const annotations = annotationFiles
    .flatMap((file, at) => readAnnotations(file).map((annotation) => ({ ...annotation, part: at + 1 })))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const wanted = new Set(annotations.map(({ id }) => id))
  const texts = new Map<string, { title: string | null; text: string }>()
  for (const corpus of corpora) {
    const content = gunzipSync(readFileSync(dataFile(`corpora/${corpus}.jsonl.gz`))).toString('utf8')
    for (const line of content.split('\n')) {
      const id = /^\{"id": "([^"]+)"/.exec(line)?.[1]
      if (id === undefined || !wanted.has(id)) continue
      const { title, abstract } = JSON.parse(line) as { title: string | null; abstract: string | null }
      texts.set(id, { title, text: (abstract ?? '').replace(/\s+/g, ' ').trim() })
    }
  }
  return annotations.map((annotation) => {
    const text = texts.get(annotation.id)
    if (!text)
      throw new InputError(`${annotationFiles[annotation.part - 1]}: no corpus holds ${annotation.id}`)
    return { ...annotation, ...text }
  })
}
