/** Identifiers of papers in one form each: `doi:10.1/x`, `arxiv:1706.03762`, `acl:P19-1001`. */

/** Old DOIs of Wiley's hold angle brackets. */
const doiPattern = /\b10\.\d{4,9}\/(?:[^\s"<>]|<[^\s"<>]*>)+/
const arxivNew = /^(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5})(?:v\d+)?$/
const arxivOld = /^([a-z]+(?:-[a-z]+)?)(?:\.[A-Za-z-]{2,})?\/(\d{2}(?:0[1-9]|1[0-2])\d{3})(?:v\d+)?$/i
const arxivArchives = new Set(
  'acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs dg-ga econ eess funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol physics plasm-ph q-alg q-bio q-fin quant-ph solv-int stat supr-con'.split(
    ' ',
  ),
)
const aclOld = /^([A-Z]\d{2}-\d{4})$/i
const aclNew = /^(\d{4}\.[a-z0-9_]+-[a-z0-9]+\.\d+)$/i
const prefixed = /^(doi|arxiv|acl|openalex|s2|pmid|pmc)\s*:\s*(\S.*)$/i

/** An arXiv id without its version, or null where the text is none: "1706.03762v5" gives "1706.03762". */
export function arxivId(text: string): string | null {
  const id = text.trim().replace(/\.pdf$/i, '')
  const recent = arxivNew.exec(id)
  if (recent) return recent[1]!
  const old = arxivOld.exec(id)
  if (!old || !arxivArchives.has(old[1]!.toLowerCase())) return null
  return `${old[1]!.toLowerCase()}/${old[2]}`
}

/** An ACL Anthology id in its own spelling, or null. */
export function aclId(text: string): string | null {
  const id = text.trim()
  const old = aclOld.exec(id)
  if (old) return old[1]!.toUpperCase()
  return aclNew.exec(id)?.[1]?.toLowerCase() ?? null
}

/** A DOI in lower case, or null where the text holds none. */
export function doiOf(text: string): string | null {
  const found = doiPattern.exec(decoded(text))?.[0]
  if (!found) return null
  const doi = found.toLowerCase().replace(/[.,;:'"\]}]+$/, '')
  // A closing bracket belongs to the DOI only where the DOI opens it.
  const balanced = doi.endsWith(')') && !doi.includes('(') ? doi.slice(0, -1) : doi
  return /^10\.\d{4,9}\/.+/.test(balanced) ? balanced : null
}

function decoded(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function fromDoi(doi: string): string[] {
  const found = [`doi:${doi}`]
  const arxiv = /^10\.48550\/arxiv\.(.+)$/.exec(doi)
  const acl = /^10\.(?:18653\/v1|3115\/v1)\/(.+)$/.exec(doi)
  const id = arxiv ? arxivId(arxiv[1]!) : null
  const anthology = acl ? aclId(acl[1]!) : null
  if (id) found.push(`arxiv:${id}`)
  if (anthology) found.push(`acl:${anthology}`)
  return found
}

function fromUrl(url: string): string[] {
  const [, host = '', path = ''] = /^(?:https?:)?\/\/(?:www\.)?([^/?#]+)\/?([^?#]*)/i.exec(url) ?? []
  const name = host.toLowerCase()
  const parts = decoded(path).split('/')
  if (/(^|\.)doi\.org$/.test(name) || (name === 'dl.acm.org' && parts[0] === 'doi')) {
    const doi = doiOf(path)
    return doi ? fromDoi(doi) : []
  }
  if (/(^|\.)arxiv\.org$/.test(name)) {
    const id = arxivId(parts.slice(1).join('/'))
    return id ? [`arxiv:${id}`] : []
  }
  if (/^(aclanthology\.(org|info)|aclweb\.org)$/.test(name)) {
    const last = parts.filter((part) => part !== '').pop() ?? ''
    const id = aclId(last.replace(/\.(pdf|bib|xml|endf)$/i, '').replace(/v\d+$/, ''))
    return id ? [`acl:${id}`] : []
  }
  if (name === 'openalex.org' || name === 'api.openalex.org') {
    const id = /(?:^|\/)(W\d+)$/i.exec(path)?.[1]
    return id ? [`openalex:${id.toUpperCase()}`] : []
  }
  if (name === 'semanticscholar.org') {
    const id = /(?:^|\/)([0-9a-f]{40})$/.exec(path)?.[1]
    return id ? [`s2:${id}`] : []
  }
  if (name === 'pubmed.ncbi.nlm.nih.gov') {
    const id = /^(\d+)/.exec(path)?.[1]
    return id ? [`pmid:${id}`] : []
  }
  return []
}

/**
 * Every identifier that a text states: a DOI, an arXiv, ACL Anthology, OpenAlex or Semantic Scholar id, with or
 * without prefix, or a URL of one of them. A DOI issued by arXiv or the ACL Anthology gives their id too.
 */
export function identifiersIn(text: string): string[] {
  const value = text.trim()
  if (/^(https?:)?\/\//i.test(value)) return fromUrl(value)
  const oai = /^oai:arxiv\.org:(.+)$/i.exec(value)
  if (oai) return identifiersIn(`arxiv:${oai[1]}`)
  const [, scheme, rest] = prefixed.exec(value) ?? []
  switch (scheme?.toLowerCase()) {
    case 'arxiv': {
      const id = arxivId(rest!.split(/[\s[]/)[0]!)
      return id ? [`arxiv:${id}`] : []
    }
    case 'acl': {
      const id = aclId(rest!)
      return id ? [`acl:${id}`] : []
    }
    case 'openalex':
    case 's2':
    case 'pmid':
    case 'pmc':
      return [`${scheme!.toLowerCase()}:${rest}`]
  }
  if (scheme || /^10\./.test(value)) {
    const doi = doiOf(rest ?? value)
    return doi ? fromDoi(doi) : []
  }
  const arxiv = arxivId(value)
  if (arxiv) return [`arxiv:${arxiv}`]
  const acl = aclId(value)
  return acl ? [`acl:${acl}`] : []
}

/** The identifiers that several fields state, sorted, each once. */
export function identifiersOf(fields: Iterable<string | null | undefined>): string[] {
  const found = new Set<string>()
  for (const field of fields) {
    for (const identifier of field ? identifiersIn(field) : []) found.add(identifier)
  }
  return [...found].sort()
}
