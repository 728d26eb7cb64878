import type { ChildProcess } from 'node:child_process'
import { startChild } from '../../entry.ts'
import { StoreUnavailableError } from '../../errors.ts'
import type { OwnerMessage } from './protocol.ts'

export interface OwnerSettings {
  path: string
  memoryLimitBytes: number
}

/** The engine did not open the file. */
export class NotOpenedError extends StoreUnavailableError {
  /** Whether another process has it. */
  readonly held: boolean
  constructor(reason: string, held: boolean) {
    super(reason)
    this.held = held
  }
}

/**
 * Starts a process that opens the database.
 * @param gone called once it has ended, with what it had to say
 */
export function startOwner(
  { path, memoryLimitBytes }: OwnerSettings,
  receive: (message: OwnerMessage) => void,
  gone: (reason: StoreUnavailableError) => void,
): ChildProcess {
  const child = startChild('owner', import.meta.url, [path, String(memoryLimitBytes)], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let complaint = ''
  let refused: NotOpenedError | null = null
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-2000)
  })
  child.on('error', (error) => {
    complaint += error.message
  })
  child.on('message', (message: OwnerMessage) => {
    if (message.type === 'notOpened') refused = new NotOpenedError(message.reason, message.held)
    else receive(message)
  })
  child.on('close', () => {
    const words = `The process for the store ${path} ended: ${complaint.trim() || 'it was killed'}`
    gone(refused ?? new StoreUnavailableError(words))
  })
  return child
}
