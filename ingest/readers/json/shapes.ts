import { arxivMetadata } from './arxiv-metadata.ts'
import { commonFields } from './common-fields.ts'
import { crossref } from './crossref.ts'
import { csl } from './csl.ts'
import { openAlex } from './openalex.ts'
import { semanticScholar } from './semantic-scholar.ts'
import type { Shape } from './shape.ts'

/** Every way of writing a paper as a JSON object; the first that matches reads it. */
export const shapes: Shape[] = [openAlex, crossref, semanticScholar, arxivMetadata, csl, commonFields]
