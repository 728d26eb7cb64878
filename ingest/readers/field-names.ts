/** The names that people and programs give to the fields of a paper, the best first. */

const names = {
  title: 'title paper_title article_title document_title primary_title ti t1 titles',
  abstract:
    'abstract abstract_note abstract_text abstract_raw paper_abstract ab summary text description n2 body content descriptions abstracts',
  year: 'year publication_year pub_year paper_year py y1 date published publication_date published_date published_at date_published pub_date created submitted issued conference_year cover_date update_date',
  authors:
    'authors author author_names author_text author_full_names authors_full authors_parsed au author_list author_string creators creator',
  venue:
    'venue venue_name journal journal_name journal_title booktitle book_title container_title publication_title publication_name publication conference conference_name proceeding proceedings source_title source so jo jf t2 secondary_title journal_ref track',
  doi: 'doi do paper_doi digital_object_identifier di doi_url',
  arxiv: 'arxiv_id arxiv arxivid arxiv_url eprint',
  acl: 'acl_id anthology_id acl',
  pmid: 'pmid pubmed_id',
  url: 'url link links uri paper_url url_abs abstract_url abs_url ur pdf_url url_pdf pdf landing_page open_url_link page',
  id: 'id paper_id _id uid key citation_key citekey bibtex_key corpus_id forum arxiv_id ut eid accession_number pmid doc_id document_id identifier',
} as const

export type FieldName = keyof typeof names

/** Ways of writing a name that mean the same: "Publication Year", "publication_year", "publicationYear". */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

const known = new Map(
  Object.entries(names).map(([field, list]) => [field, list.split(' ').map(plainName)] as const),
)

type MatchedFields = Record<FieldName, string[]>

/** Records of a source have the same few lists of names. */
const matchedBefore = new Map<string, MatchedFields>()
const remembered = 1000

/**
 * The names of a record or header by field, the best first.
 * @param given names as the source writes them
 */
export function matchFields(given: string[]): MatchedFields {
  const key = given.join('\n')
  const before = matchedBefore.get(key)
  if (before) return before
  const matched = match(given)
  if (matchedBefore.size >= remembered) matchedBefore.clear()
  matchedBefore.set(key, matched)
  return matched
}

function match(given: string[]): MatchedFields {
  const byPlainName = new Map<string, string>()
  for (const name of given) {
    const plain = plainName(name)
    if (plain && !byPlainName.has(plain)) byPlainName.set(plain, name)
  }
  const matched = Object.fromEntries(
    [...known].map(([field, list]) => [field, list.flatMap((plain) => byPlainName.get(plain) ?? [])]),
  )
  return matched as MatchedFields
}
