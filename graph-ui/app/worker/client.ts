/** Jobs as promises. Each has a worker of its own, so that ending it ends its work at once. */
import type { Answer, JobName, Question } from './jobs/index.ts'
import { type Asked, memoryOf, type Told } from './messages.ts'

/**
 * Has a job done. Typed arrays in the question are handed over: they are empty afterwards.
 * @throws the signal's reason when it is aborted, Error with the job's message when it fails
 */
export function ask<N extends JobName>(
  name: N,
  question: Question<N>,
  signal: AbortSignal,
): Promise<Answer<N>> {
  return stream(name, question, () => {}, signal)
}

/** The same with what is known on the way; aborting keeps what has been told. */
export function stream<N extends JobName>(
  name: N,
  question: Question<N>,
  onPart: (soFar: Answer<N>) => void,
  signal: AbortSignal,
): Promise<Answer<N>> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    const end = () => {
      worker.terminate()
      signal.removeEventListener('abort', abort)
    }
    const abort = () => {
      end()
      reject(signal.reason)
    }
    const fail = (message: string) => {
      end()
      reject(new Error(`${message} Reload the page, or show less at once.`))
    }
    signal.addEventListener('abort', abort)
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if (data.kind === 'failed') return fail(`The page could not compute this: ${data.message}.`)
      // The worker answers the job it was given.
      const value = data.value as Answer<N>
      if (data.kind === 'part') return onPart(value)
      end()
      resolve(value)
    })
    worker.addEventListener('error', () => fail('The page could not start computing.'))
    const asked: Asked = { name, question }
    worker.postMessage(asked, memoryOf(question))
  })
}
