/** The worker: does one job and tells the answer. */
import { jobs } from './jobs/index.ts'
import type { Job } from './jobs/job.ts'
import { type Asked, memoryOf, type Told } from './messages.ts'

self.addEventListener('message', ({ data: { name, question } }: MessageEvent<Asked>) => {
  // The client gives every job its own question, which the compiler cannot see through a message.
  const job = jobs[name] as unknown as Job<unknown, unknown>
  try {
    tell({ kind: 'answer', value: job(question, (soFar) => tell({ kind: 'part', value: soFar })) })
  } catch (error) {
    tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
})

function tell(told: Told): void {
  self.postMessage(told, { transfer: told.kind === 'failed' ? [] : memoryOf(told.value) })
}
