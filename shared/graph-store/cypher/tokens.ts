/** Cypher split into tokens, so that strings, comments and quoted names are never taken for keywords. */

export interface Token {
  kind: 'word' | 'quotedName' | 'string' | 'number' | 'parameter' | 'symbol'
  /** As it stands in the query. */
  text: string
  /** Offset into the query. */
  start: number
  end: number
  /** How many brackets of any kind are open around it. */
  depth: number
}

const pattern =
  /(?<space>\s+|\/\/[^\n\r]*|\/\*[\s\S]*?(?:\*\/|$))|(?<string>'(?:\\[\s\S]|[^'\\])*(?:'|$)|"(?:\\[\s\S]|[^"\\])*(?:"|$))|(?<quotedName>`(?:``|[^`])*(?:`|$))|(?<parameter>\$(?:`(?:``|[^`])*`|[\p{L}\p{N}_]+))|(?<number>\d[\p{L}\p{N}_]*(?:\.\d+(?:[eE][+-]?\d+)?)?)|(?<word>[\p{L}_][\p{L}\p{N}\p{M}\p{Pc}]*)|(?<symbol>[\s\S])/gu

/** Splits a query; comments and white space are left out, an unclosed string or comment runs to the end. */
export function tokenise(cypher: string): Token[] {
  const tokens: Token[] = []
  let depth = 0
  for (const match of cypher.matchAll(pattern)) {
    const groups = match.groups ?? {}
    if (groups.space !== undefined) continue
    const kind = (Object.keys(groups).find((name) => groups[name] !== undefined) ?? 'symbol') as Token['kind']
    const text = match[0]
    if (')]}'.includes(text)) depth = Math.max(0, depth - 1)
    tokens.push({ kind, text, start: match.index, end: match.index + text.length, depth })
    if ('([{'.includes(text)) depth++
  }
  return tokens
}

/** Whether a token is the given keyword, in any case. */
export function isWord(token: Token | undefined, ...keywords: string[]): boolean {
  return token?.kind === 'word' && keywords.includes(token.text.toUpperCase())
}

/** Whether a word stands where only a name can: after a dot, colon or dollar, or as a key of a map. */
export function isName(tokens: Token[], index: number): boolean {
  const before = tokens[index - 1]?.text
  const after = tokens[index + 1]?.text
  if (before === '.' || before === ':' || before === '|' || before === '&' || before === '!') return true
  return after === ':' && (before === '{' || before === ',')
}
