import { collapsed } from '../clean-text.ts'
import { latexToText } from '../latex.ts'
import { yearOf } from '../paper-record.ts'
import { authorsOf } from './authors.ts'
import type { Shape } from './shape.ts'
import { type JsonObject, listOf, memberOf, textOf } from './values.ts'

/** A line of arXiv's metadata snapshot (Kaggle, OAI dumps as JSON): LaTeX in its fields, lines wrapped by hand. */
export const arxivMetadata: Shape = {
  name: 'arxiv-metadata',
  label: "arXiv's metadata snapshot",

  matches(object: JsonObject): boolean {
    return 'authors_parsed' in object || ('journal-ref' in object && 'update_date' in object)
  },

  read(paper: JsonObject) {
    const clean = (value: unknown) => {
      const text = textOf(value)
      return text && collapsed(latexToText(text))
    }
    const parsed = authorsOf(paper.authors_parsed)
    const id = textOf(paper.id)
    return {
      givenId: id,
      title: clean(paper.title),
      abstract: clean(paper.abstract),
      // The first version says when the paper came out; update_date may be decades later.
      year: yearOf(memberOf(listOf(paper.versions)[0], 'created')) ?? yearOf(paper.update_date),
      venue: clean(paper['journal-ref']),
      authors: (parsed.length > 0 ? parsed : authorsOf(paper.authors)).map((name) => latexToText(name)),
      url: id && `https://arxiv.org/abs/${id}`,
      identifiers: [id && `arxiv:${id}`, ...(textOf(paper.doi) ?? '').split(/\s+/)],
    }
  },
}
