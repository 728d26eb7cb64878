import { type Context, Hono } from 'hono'
import type { IngestPapers, PaperSource } from '../../../shared/ingest-papers.ts'
import { type PaperEvent, papersRequest } from '../contract.ts'
import { describeFailure, NotFoundError } from '../failures.ts'
import { refuseTooLarge, uploaded } from '../upload.ts'
import type { WriterTurns } from '../writer-turns.ts'
import type { Served } from './served.ts'

/** Problems that are told one by one; the rest is counted. */
const toldProblems = 500
/** Between two signs of progress. */
const pauseMs = 100

/** Papers from the page, one source at a time. */
export function papersRoutes({ ingest, readings }: Served, turns: WriterTurns): Hono {
  const routes = new Hono()
  routes.post('/papers', (context) => {
    const take = turnedOn(ingest)
    const { name } = papersRequest.parse(context.req.query())
    const size = statedLength(context)
    refuseTooLarge(size)
    const turn = turns.beginPapers()
    const gone = new AbortController()
    const signal = AbortSignal.any([turn.signal, gone.signal])
    const source: PaperSource = { name, size, bytes: uploaded(context.req.raw.body, signal) }
    const work = async (tell: (event: PaperEvent) => void) => {
      try {
        tell({ kind: 'done', ...(await take(source, tell, signal)) })
      } catch (error) {
        const { status, failure } = describeFailure(error)
        if (status === 500) process.stderr.write(`${(error as Error).stack ?? error}\n`)
        tell({ kind: 'failed', failure })
      } finally {
        readings.changed()
        turn.ended()
      }
    }
    const answer = eventStream(work, () => gone.abort())
    return context.body(answer, 200, { 'content-type': 'application/x-ndjson' })
  })
  routes.post('/papers/stop', (context) => {
    turnedOn(ingest)
    turns.stopPapers()
    return context.json({})
  })
  return routes
}

function turnedOn(ingest: IngestPapers | null): IngestPapers {
  if (ingest !== null) return ingest
  throw new NotFoundError(
    'Bringing papers in from the page is turned off here. Use skein ingest, or start the server with --ingest.',
  )
}

function statedLength(context: Context): number | null {
  const header = context.req.header('content-length')
  return header !== undefined && /^\d+$/.test(header) ? Number(header) : null
}

/**
 * One line an event. Nobody waits for whoever reads them, who may still be sending: they are few.
 * @param gone called where nobody reads any more
 */
function eventStream(
  work: (tell: (event: PaperEvent) => void) => Promise<void>,
  gone: () => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let isRead = true
  let problems = 0
  let shown = Number.NEGATIVE_INFINITY
  return new ReadableStream({
    start(controller) {
      const tell = (event: PaperEvent) => {
        if (!isRead) return
        if (event.kind === 'problem' && ++problems > toldProblems) return
        if (event.kind === 'progress') {
          if (performance.now() - shown < pauseMs) return
          shown = performance.now()
        }
        controller.enqueue(encoder.encode(`${JSON.stringify(event)}\n`))
      }
      void work(tell).then(() => {
        if (isRead) controller.close()
      })
    },
    cancel() {
      isRead = false
      gone()
    },
  })
}
