import { ReadOnlyError } from '../../errors.ts'
import { isName, isWord, type Token, tokenise } from './tokens.ts'

const writeClauses = ['CREATE', 'MERGE', 'SET', 'DELETE', 'DETACH', 'NODETACH', 'REMOVE', 'FOREACH', 'INSERT']
const schemaCommands = ['DROP', 'ALTER', 'GRANT', 'REVOKE', 'DENY', 'RENAME']
const statementCommands = [
  'SESSION',
  'START',
  'STOP',
  'TERMINATE',
  'COMMIT',
  'ROLLBACK',
  'BEGIN',
  'USE',
  'ENABLE',
  'COPY',
  'IMPORT',
]
/** Procedures that only read; every other one may write, or reach files and networks. */
const readProcedures =
  /^(db\.(labels|relationshiptypes|propertykeys|info|ping|schema\.\w+|index\.fulltext\.(query\w+|list\w+))|dbms\.components|grafeo\.(?!.*(create|drop|set|import|export|load|write))[\w.]+)$/i

/**
 * Rejects what must not stand in a query that may only read: writes, schema commands, `LOAD CSV`, session and
 * transaction commands, and procedures not known to only read. Stores also run reads so that nothing is kept;
 * this is for what escapes that (files, indexes) and for one clear message.
 * @throws ReadOnlyError naming the keyword and its place
 */
export function assertReadOnly(cypher: string): void {
  const tokens = tokenise(cypher)
  tokens.forEach((token, index) => {
    if (token.kind !== 'word' || isName(tokens, index)) return
    const next = tokens[index + 1]
    if (isWord(token, 'LOAD') && isWord(next, 'CSV')) refuse(token, cypher, 'LOAD CSV')
    if (isWord(token, ...writeClauses) && !isAlias(tokens, index)) refuse(token, cypher)
    if (isWord(token, ...schemaCommands) && next?.kind === 'word' && !isAlias(tokens, index)) {
      refuse(token, cypher)
    }
    if (isWord(token, ...statementCommands) && startsStatement(tokens, index)) refuse(token, cypher)
    if (isWord(token, 'CALL')) checkProcedure(tokens, index, cypher)
  })
}

function isAlias(tokens: Token[], index: number): boolean {
  return isWord(tokens[index - 1], 'AS')
}

function startsStatement(tokens: Token[], index: number): boolean {
  const before = tokens[index - 1]
  return before === undefined || before.text === ';' || isWord(before, 'EXPLAIN', 'PROFILE', 'CYPHER')
}

function checkProcedure(tokens: Token[], index: number, cypher: string): void {
  let name = ''
  let at = index + 1
  for (; at < tokens.length; at++) {
    const token = tokens[at]!
    if (token.kind === 'word') name += token.text
    else if (token.kind === 'quotedName') name += token.text.slice(1, -1)
    else if (token.text === '.') name += '.'
    else break
    if (token.text !== '.' && tokens[at + 1]?.text !== '.') break
  }
  if (name !== '' && !readProcedures.test(name)) refuse(tokens[index]!, cypher, `CALL ${name}`)
}

function refuse(token: Token, cypher: string, what = token.text.toUpperCase()): never {
  const before = cypher.slice(0, token.start)
  const line = before.split('\n').length
  const column = token.start - before.lastIndexOf('\n')
  throw new ReadOnlyError(
    `${what} (line ${line}, column ${column}) is not allowed: this query may only read.`,
  )
}
