import type { ReadEvent } from '../reader.ts'
import { findRecords, hasText, idLike, isClearlyPaper, isWrapperKey, mayHoldPapers } from './find-records.ts'
import { isOfKnownShape, objectEvents } from './object-events.ts'
import { jsonFault, parseJson } from './parse.ts'
import { JsonScanner } from './scanner.ts'
import { isObject, type JsonObject } from './values.ts'

/** Characters of the longest record that is held; a longer one is reported and passed over. */
const longestRecord = 16_777_216
/** Elements of a list without papers that are kept with the object that holds it. */
const keptElements = 10_000
const deepest = 6

/** An object whose members were read one by one; `papers` is the number of those found within. */
interface OpenedObject {
  own: JsonObject
  papers: number
}

/** One reading of one stream of JSON. */
export class JsonDocument {
  private readonly scanner: JsonScanner
  private readonly file: string
  private records = 0

  constructor(chunks: AsyncIterable<string>, file: string) {
    this.scanner = new JsonScanner(chunks, longestRecord)
    this.file = file
  }

  async *events(): AsyncGenerator<ReadEvent> {
    try {
      for (let next = await this.scanner.peek(); next !== ''; next = await this.scanner.peek()) {
        const line = this.scanner.line
        if (next === '[') yield* this.list()
        else if (next === '{') {
          const { own, papers } = yield* this.object(0)
          if (papers > 0) continue
          if (hasText(own) || isOfKnownShape(own)) yield* this.paper({ object: own, key: null }, line)
          else if (!holdsEmptyList(own)) yield this.problem(line, noPaper(own))
        } else if (next === ',') this.scanner.consume()
        else {
          yield this.problem(line, `unexpected ${JSON.stringify(next)} outside of any object`)
          await this.scanner.skipLine()
        }
      }
    } finally {
      await this.scanner.close()
    }
  }

  /** The elements of the list that comes next, each of which should be a paper or hold some. */
  private async *list(): AsyncGenerator<ReadEvent> {
    this.scanner.consume()
    for (;;) {
      const next = await this.scanner.peek()
      const line = this.scanner.line
      if (next === ',') this.scanner.consume()
      else if (next === ']') {
        this.scanner.consume()
        return
      } else if (next === '') {
        yield this.problem(line, 'the list has no end: the file is cut off')
        return
      } else if (next === '}' || next === ':') {
        yield this.problem(line, `unexpected ${JSON.stringify(next)} in a list`)
        this.scanner.consume()
      } else yield* this.element(line)
    }
  }

  private async *element(line: number): AsyncGenerator<ReadEvent> {
    const parsed = await this.parsed()
    if ('fault' in parsed) {
      yield this.problem(line, parsed.fault)
      return
    }
    yield* this.valueEvents(parsed.value, line)
  }

  private *valueEvents(value: unknown, line: number): Generator<ReadEvent> {
    let papers = 0
    for (const found of findRecords(value)) {
      papers++
      yield* this.paper(found, line)
    }
    if (papers > 0) return
    if (isObject(value) && isOfKnownShape(value)) {
      yield* this.paper({ object: value, key: null }, line)
      return
    }
    this.records++
    yield this.problem(line, `record ${this.records}: ${isObject(value) ? noPaper(value) : 'not an object'}`)
  }

  /** The object that comes next, read member by member, so that a list within may be of any length. */
  private async *object(depth: number): AsyncGenerator<ReadEvent, OpenedObject> {
    this.scanner.consume()
    const own: JsonObject = {}
    let papers = 0
    for (;;) {
      const next = await this.scanner.peek()
      const line = this.scanner.line
      if (next === ',' || next === ':') this.scanner.consume()
      else if (next === '}') {
        this.scanner.consume()
        return { own, papers }
      } else if (next !== '"') {
        yield this.problem(
          line,
          next === '' ? 'the object has no end: the file is cut off' : 'a field without a name',
        )
        if (next === '') return { own, papers }
        await this.scanner.skipLine()
      } else {
        const key = await this.parsed()
        if ((await this.scanner.peek()) === ':') this.scanner.consume()
        if ('fault' in key) yield this.problem(line, key.fault)
        else papers += yield* this.member(String(key.value), own, depth)
      }
    }
  }

  /** Reads a member into `own`, or its papers as events. @returns the number of papers */
  private async *member(key: string, own: JsonObject, depth: number): AsyncGenerator<ReadEvent, number> {
    const next = await this.scanner.peek()
    const line = this.scanner.line
    if (next === '[' && mayHoldPapers(key)) return yield* this.listMember(key, own)
    if (next === '{' && mayHoldPapers(key) && depth < deepest && !isClearlyPaper(own)) {
      const inner = yield* this.object(depth + 1)
      if (inner.papers > 0) return inner.papers
      if (isWrapperKey(key) && isOfKnownShape(inner.own)) {
        yield* this.paper({ object: inner.own, key: null }, line)
        return 1
      }
      const envelope = idLike(key) !== null && hasText({ [key]: inner.own })
      if (isClearlyPaper(inner.own) && !envelope && !hasText(own)) {
        yield* this.paper({ object: inner.own, key: idLike(key) }, line)
        return 1
      }
      own[key] = inner.own
      return 0
    }
    const parsed = await this.parsed()
    if ('fault' in parsed) yield this.problem(line, parsed.fault)
    else own[key] = parsed.value
    return 0
  }

  private async *listMember(key: string, own: JsonObject): AsyncGenerator<ReadEvent, number> {
    this.scanner.consume()
    const kept: unknown[] = []
    let papers = 0
    for (;;) {
      const next = await this.scanner.peek()
      const line = this.scanner.line
      if (next === ',') this.scanner.consume()
      else if (next === ']' || next === '') {
        if (next === ']') this.scanner.consume()
        else yield this.problem(line, 'the list has no end: the file is cut off')
        if (papers === 0) own[key] = kept
        return papers
      } else {
        const parsed = await this.parsed()
        if ('fault' in parsed) yield this.problem(line, parsed.fault)
        else if (papers > 0) {
          yield* this.valueEvents(parsed.value, line)
          papers++
        } else if (this.holdsPapers(key, parsed.value, own)) {
          for (const value of [...kept, parsed.value]) yield* this.valueEvents(value, line)
          papers++
        } else if (kept.length < keptElements) kept.push(parsed.value)
      }
    }
  }

  /** Whether an element shows that its list is one of papers, rather than a part of the paper that holds it. */
  private holdsPapers(key: string, element: unknown, own: JsonObject): boolean {
    if (!isObject(element)) return false
    if (isWrapperKey(key))
      return (
        (!findRecords(element).next().done || isOfKnownShape(element)) &&
        !(isClearlyPaper(own) && !isClearlyPaper(element))
      )
    return isClearlyPaper(element) && !hasText(own)
  }

  private async parsed(): Promise<{ value: unknown } | { fault: string }> {
    const text = await this.scanner.value()
    if (text === null)
      return { fault: `a value without end, or longer than ${longestRecord.toLocaleString('en')} characters` }
    try {
      return { value: parseJson(text) }
    } catch (error) {
      return { fault: `not JSON: ${jsonFault(error)}` }
    }
  }

  private paper(found: { object: JsonObject; key: string | null }, line: number): Generator<ReadEvent> {
    this.records++
    return objectEvents(found, this.file, `record ${this.records}`, line)
  }

  private problem(line: number, reason: string): ReadEvent {
    return { kind: 'problem', problem: { file: this.file, line, reason } }
  }
}

/** Whether an answer says that nothing was found: a list without elements where the papers would be. */
function holdsEmptyList(object: JsonObject): boolean {
  return Object.entries(object).some(([key, value]) => {
    return (
      mayHoldPapers(key) &&
      (isObject(value) ? holdsEmptyList(value) : Array.isArray(value) && value.length === 0)
    )
  })
}

function noPaper(object: JsonObject): string {
  const names = Object.keys(object).slice(0, 8).join(', ')
  return `no title or abstract; ${names ? `its fields are ${names}` : 'it is empty'}`
}
