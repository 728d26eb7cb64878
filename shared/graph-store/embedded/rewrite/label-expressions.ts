import { isName, isWord, type Token } from '../../cypher/tokens.ts'
import type { Edit } from './edits.ts'
import { closing, enclosing, patternScope } from './scopes.ts'

/** Variables that rewriting adds; columns of this name are not shown. */
export const addedVariable = '_skein_'

interface LabelExpression {
  /** As a condition on a variable. */
  condition(variable: string): string
  /** Labels that all have to be there, where this says it all. */
  allOf: string[] | null
  /** The index past its last token. */
  end: number
}

/**
 * Moves what the engine does not take inside a node pattern, `(n:A|B)` and `(n WHERE …)`, to the WHERE of its clause.
 */
export function moveNodeConditions(cypher: string, tokens: Token[]): Edit[] {
  for (let open = 0; open < tokens.length; open++) {
    if (tokens[open]!.text !== '(') continue
    const node = readNodePattern(cypher, tokens, open)
    if (!node) continue
    const scope = patternScope(tokens, open)
    if (!scope) continue
    const { variable, labels, where, close } = node
    const name = variable?.text ?? `${addedVariable}${tokens[open]!.start}`
    const conditions: string[] = []
    const edits: Edit[] = []
    const afterOpen = variable?.end ?? tokens[open]!.end
    if (labels) {
      const kept = labels.allOf ? labels.allOf.map((label) => `:${label}`).join('') : ''
      if (!labels.allOf) conditions.push(labels.condition(name))
      edits.push({
        start: afterOpen,
        end: tokens[labels.end - 1]!.end,
        text: `${variable ? '' : name}${kept}`,
      })
    }
    if (where !== null) {
      conditions.push(`(${cypher.slice(tokens[where]!.end, tokens[close]!.start).trim()})`)
      if (!labels && !variable) edits.push({ start: afterOpen, end: afterOpen, text: name })
      edits.push({ start: tokens[where]!.start, end: tokens[close]!.start, text: '' })
    }
    if (conditions.length === 0) return edits
    return [...edits, ...addCondition(tokens, scope, conditions.join(' AND '))]
  }
  return []
}

/** `WHERE n:A|B` to `WHERE (n:A OR n:B)`. */
export function spellLabelPredicates(_cypher: string, tokens: Token[]): Edit[] {
  for (let colon = 1; colon < tokens.length; colon++) {
    const variable = tokens[colon - 1]!
    if (tokens[colon]!.text !== ':' || !['word', 'quotedName'].includes(variable.kind)) continue
    if (isName(tokens, colon - 1)) continue
    const around = enclosing(tokens, colon)
    // In square brackets it is a relationship type, or the bar of a comprehension.
    if (around >= 0 && tokens[around]!.text === '[') continue
    const labels = readLabels(tokens, colon + 1)
    if (!labels || isPlain(labels, tokens, colon)) continue
    const end = tokens[labels.end - 1]!.end
    return [{ start: variable.start, end, text: labels.condition(variable.text) }]
  }
  return []
}

function addCondition(
  tokens: Token[],
  scope: { where: number | null; end: number },
  condition: string,
): Edit[] {
  const end = tokens[scope.end - 1]!.end
  if (scope.where === null) return [{ start: end, end, text: ` WHERE ${condition}` }]
  const afterWhere = tokens[scope.where]!.end
  return [
    { start: afterWhere, end: afterWhere, text: ` ${condition} AND (` },
    { start: end, end, text: ')' },
  ]
}

/** A node pattern with something in it that the engine does not take, or null. */
function readNodePattern(cypher: string, tokens: Token[], open: number) {
  let at = open + 1
  const first = tokens[at]
  const isVariable = first?.kind === 'quotedName' || (first?.kind === 'word' && !isWord(first, 'WHERE'))
  const variable = isVariable ? first : null
  if (variable) at++
  let labels: LabelExpression | null = null
  let needed = false
  if (tokens[at]?.text === ':') {
    labels = readLabels(tokens, at + 1)
    if (!labels) return null
    needed = !isPlain(labels, tokens, at)
    at = labels.end
  }
  if (tokens[at]?.text === '{') at = closing(tokens, at) + 1
  else if (tokens[at]?.kind === 'parameter') at++
  let where: number | null = null
  if (isWord(tokens[at], 'WHERE')) where = at
  const close = closing(tokens, open)
  if (close >= tokens.length || (where === null && at !== close)) return null
  if (where === null && !needed) return null
  return { variable, labels: needed ? labels : null, where, close, cypher }
}

/** Whether the engine takes it: labels one after another, each with a colon. */
function isPlain(labels: LabelExpression, tokens: Token[], colon: number): boolean {
  const inner = tokens.slice(colon + 1, labels.end)
  return labels.allOf !== null && !inner.some(({ text }) => text === '&' || text === '(')
}

/** label = conjunction ("|" conjunction)*, conjunction = factor (("&" | ":") factor)*, factor = "!" factor | ... */
function readLabels(tokens: Token[], start: number): LabelExpression | null {
  let left = readConjunction(tokens, start)
  while (left && tokens[left.end]?.text === '|') {
    const colon = tokens[left.end + 1]?.text === ':' ? 1 : 0
    const right = readConjunction(tokens, left.end + 1 + colon)
    if (!right) return null
    const one: LabelExpression = left
    left = {
      condition: (variable) => `(${one.condition(variable)} OR ${right.condition(variable)})`,
      allOf: null,
      end: right.end,
    }
  }
  return left
}

function readConjunction(tokens: Token[], start: number): LabelExpression | null {
  let left = readFactor(tokens, start)
  while (left && (tokens[left.end]?.text === '&' || tokens[left.end]?.text === ':')) {
    const right = readFactor(tokens, left.end + 1)
    if (!right) return null
    const one: LabelExpression = left
    left = {
      condition: (variable) => `(${one.condition(variable)} AND ${right.condition(variable)})`,
      allOf: one.allOf && right.allOf ? [...one.allOf, ...right.allOf] : null,
      end: right.end,
    }
  }
  return left
}

function readFactor(tokens: Token[], start: number): LabelExpression | null {
  const token = tokens[start]
  if (token?.text === '!') {
    const inner = readFactor(tokens, start + 1)
    return inner && { condition: (name) => `(NOT ${inner.condition(name)})`, allOf: null, end: inner.end }
  }
  if (token?.text === '(') {
    const inner = readLabels(tokens, start + 1)
    return inner && tokens[inner.end]?.text === ')' ? { ...inner, end: inner.end + 1 } : null
  }
  if (token?.text === '%') {
    return { condition: (name) => `(size(labels(${name})) > 0)`, allOf: null, end: start + 1 }
  }
  if (token?.kind !== 'word' && token?.kind !== 'quotedName') return null
  return { condition: (name) => `${name}:${token.text}`, allOf: [token.text], end: start + 1 }
}
