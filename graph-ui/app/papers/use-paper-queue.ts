import { useSyncExternalStore } from 'react'
import { api } from '../api/index.ts'
import { createPaperQueue, type QueuedPapers } from './paper-queue.ts'

export const paperQueue = createPaperQueue(api, () => performance.now())

export function useQueuedPapers(): readonly QueuedPapers[] {
  return useSyncExternalStore(paperQueue.subscribe, paperQueue.items)
}
