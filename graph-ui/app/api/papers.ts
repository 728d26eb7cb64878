import type { PaperEvent } from '../../api/contract.ts'
import { ApiError, post, postBytes } from './request.ts'

export const papersCalls = {
  /**
   * Has the server read papers, and ends when they are in.
   * @param tell called with what happens, `done` or `failed` last
   * @throws ApiError where it does not begin, or breaks off
   */
  addPapers: async (name: string, bytes: Blob, tell: (event: PaperEvent) => void): Promise<void> => {
    const response = await postBytes(`papers?${new URLSearchParams({ name })}`, bytes, null)
    let isOver = false
    for await (const line of linesOf(response)) {
      const event = JSON.parse(line) as PaperEvent
      isOver = event.kind === 'done' || event.kind === 'failed'
      tell(event)
    }
    if (!isOver) {
      throw new ApiError('The server stopped before the end. Add the same papers again to go on.', 0, null)
    }
  },
  /** Ends the reading after the papers in hand; `addPapers` then ends with what came in. */
  stopPapers: () => post<object>('papers/stop', {}),
}

async function* linesOf(response: Response): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  const reader = response.body!.getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }))
    if (done) return
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n')
    rest = lines.pop()!
    yield* lines
  }
}
