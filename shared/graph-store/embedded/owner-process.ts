import type { ChildProcess } from 'node:child_process'
import { startChild } from '../../entry.ts'
import { QueryError, QueryStoppedError, ReadOnlyError, StoreUnavailableError } from '../../errors.ts'
import type { OwnerFailure, OwnerMessage, OwnerOperation } from './protocol.ts'

/** How long a query that its caller gave up may run on, before everything else has to bear a restart for it. */
const graceMs = 2000
/** How often a request is given to a new owner after the one before died of itself. */
const maxAttempts = 3

interface Call {
  id: number
  operation: OwnerOperation
  resolve(value: unknown): void
  reject(error: Error): void
  /** Milliseconds it may still run; the clock stands still while there is no owner. */
  remainingMs: number
  sentAt: number | null
  timer: NodeJS.Timeout | null
  attempts: number
  committing: boolean
  /** Answered to its caller already, but still running. */
  abandoned: boolean
}

export interface OwnerSettings {
  path: string
  memoryLimitBytes: number
}

/**
 * The owner process through its deaths: starts it, gives it calls, kills it for a query that must end, and gives
 * what else was under way to the next one. Writes go one at a time, so that a kill never meets one unawares.
 */
export class OwnerProcess {
  readonly #settings: OwnerSettings
  #child: ChildProcess | null = null
  #ready = false
  /** A kill has been decided on; it waits for the write under way. */
  #condemned = false
  #closing = false
  /** Why no call can be answered any more. */
  #lost: Error | null = null
  #nextId = 1
  readonly #calls = new Map<number, Call>()

  constructor(settings: OwnerSettings) {
    this.#settings = settings
  }

  /**
   * Starts the first owner.
   * @throws StoreUnavailableError where the database does not open; `held` says that another process has it
   */
  start(): Promise<void> {
    return new Promise((resolve, reject) => this.#spawn({ resolve, reject }))
  }

  get isClosed(): boolean {
    return this.#lost !== null
  }

  /** Gives an operation to the owner, now or as soon as there is one that is fit for it. */
  call(operation: OwnerOperation, timeoutMs: number, signal: AbortSignal | null): Promise<unknown> {
    if (this.#lost) return Promise.reject(this.#lost)
    if (signal?.aborted) return Promise.reject(stopped('aborted', timeoutMs))
    return new Promise((resolve, reject) => {
      const call: Call = {
        id: this.#nextId++,
        operation,
        resolve,
        reject,
        remainingMs: timeoutMs,
        sentAt: null,
        timer: null,
        attempts: 0,
        committing: false,
        abandoned: false,
      }
      this.#calls.set(call.id, call)
      const onAbort = () => this.#abandon(call, stopped('aborted', timeoutMs), graceMs)
      signal?.addEventListener('abort', onAbort, { once: true })
      const settle =
        <T>(answer: (value: T) => void) =>
        (value: T) => {
          signal?.removeEventListener('abort', onAbort)
          answer(value)
        }
      call.resolve = settle(resolve)
      call.reject = settle(reject)
      this.#dispatch()
    })
  }

  /** Ends the owner: in good order where nothing but writes is under way, which are waited for. */
  async close(): Promise<void> {
    if (this.#lost) return
    this.#closing = true
    for (const call of [...this.#calls.values()].filter(({ operation }) => !isWrite(operation))) {
      this.#abandon(call, new StoreUnavailableError('The store was closed.'), 0)
    }
    try {
      await this.call({ op: 'close' }, Number.POSITIVE_INFINITY, null)
    } finally {
      this.#lost ??= new StoreUnavailableError('The store is closed.')
    }
  }

  #spawn(opening: { resolve(): void; reject(error: Error): void } | null): void {
    const { path, memoryLimitBytes } = this.#settings
    const child = startChild('owner', import.meta.url, [path, String(memoryLimitBytes)], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    this.#child = child
    this.#ready = false
    this.#condemned = false
    let complaint = ''
    let refused: StoreUnavailableError | null = null
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-2000)
    })
    child.on('error', (error) => {
      complaint += error.message
    })
    child.on('message', (message: OwnerMessage) => {
      if (message.type === 'notOpened') refused = new NotOpenedError(message.reason, message.held)
      if (message.type === 'ready') opening?.resolve()
      this.#receive(message)
    })
    child.on('close', () => {
      const wasReady = this.#ready
      if (!wasReady && !this.#closing) {
        const error =
          refused ??
          new StoreUnavailableError(`The process for the store ${path} did not start: ${complaint.trim()}`)
        opening?.reject(error)
        this.#lose(error)
        return
      }
      this.#bury()
    })
    this.#hold()
  }

  #receive(message: OwnerMessage): void {
    if (message.type === 'ready') {
      this.#ready = true
      this.#dispatch()
      return
    }
    if (message.type === 'memory') this.#relieveMemory()
    if (message.type === 'memory' || message.type === 'notOpened') return
    const call = this.#calls.get(message.id)
    if (!call) return
    if (message.type === 'committing') {
      call.committing = true
      return
    }
    this.#forget(call)
    if (message.type === 'result') call.resolve(message.value)
    else call.reject(toError(message.failure))
    this.#killIfDue()
    this.#dispatch()
  }

  /** Sends what waits: reads at once, one write at a time, nothing to an owner about to be killed. */
  #dispatch(): void {
    this.#hold()
    if (!this.#ready || this.#condemned) return
    for (const call of this.#calls.values()) {
      if (call.sentAt !== null) continue
      const writing = [...this.#calls.values()].some(
        ({ sentAt, operation }) => sentAt !== null && isWrite(operation),
      )
      if (isWrite(call.operation) && writing) continue
      if (call.operation.op === 'close' && this.#calls.size > 1) {
        if ([...this.#calls.values()].every(({ abandoned, id }) => abandoned || id === call.id))
          this.#condemn()
        continue
      }
      call.sentAt = performance.now()
      call.attempts++
      if (Number.isFinite(call.remainingMs)) {
        const { remainingMs } = call
        call.timer = setTimeout(() => this.#abandon(call, stopped('deadline', remainingMs), 0), remainingMs)
      }
      this.#child?.send({ ...call.operation, id: call.id }, undefined, undefined, () => {})
    }
  }

  /** Answers a caller before its query has ended, and sees that it ends. */
  #abandon(call: Call, error: Error, afterMs: number): void {
    if (!this.#calls.has(call.id) || call.abandoned) return
    if (call.timer) clearTimeout(call.timer)
    call.timer = null
    call.reject(error)
    if (call.sentAt === null) {
      this.#forget(call)
      return
    }
    call.abandoned = true
    if (afterMs === 0) this.#condemn()
    else call.timer = setTimeout(() => this.#condemn(), afterMs)
  }

  #condemn(): void {
    this.#condemned = true
    this.#killIfDue()
  }

  #killIfDue(): void {
    if (!this.#condemned) return
    const calls = [...this.#calls.values()].filter(({ sentAt }) => sentAt !== null)
    const needless = !this.#closing && !calls.some(({ abandoned }) => abandoned)
    if (needless) {
      this.#condemned = false
      this.#dispatch()
      return
    }
    const writing = calls.some(
      ({ abandoned, committing, operation }) => isWrite(operation) && (!abandoned || committing),
    )
    if (!writing) this.#child?.kill('SIGKILL')
  }

  /** Nobody knows which query takes the memory: the one that has run longest is taken for it. */
  #relieveMemory(): void {
    const running = [...this.#calls.values()].filter(
      ({ sentAt, operation }) => sentAt !== null && operation.op === 'query',
    )
    const suspect = running.sort((a, b) => a.sentAt! - b.sentAt!)[0]
    if (!suspect) return
    const gigabytes = (this.#settings.memoryLimitBytes / 2 ** 30).toFixed(1)
    this.#abandon(
      suspect,
      new QueryStoppedError(
        `The query was stopped, because the store passed its memory limit of ${gigabytes} GB. Ask for less at once, for example with LIMIT.`,
        'memory',
      ),
      0,
    )
    this.#child?.kill('SIGKILL')
  }

  /** After the death of an owner that had been ready: what was under way starts anew with the next one. */
  #bury(): void {
    const expected = this.#condemned
    this.#ready = false
    this.#child = null
    for (const call of [...this.#calls.values()]) {
      if (call.timer) clearTimeout(call.timer)
      call.timer = null
      if (call.sentAt !== null) call.remainingMs -= performance.now() - call.sentAt
      const wasSent = call.sentAt !== null
      call.sentAt = null
      if (call.abandoned) this.#forget(call)
      else if (call.operation.op === 'close') this.#finish(call)
      else if (call.committing) this.#finish(call, uncertain())
      else if (wasSent && !expected && call.attempts >= maxAttempts) this.#finish(call, died(call.attempts))
    }
    if (this.#closing && this.#calls.size === 0) return
    this.#spawn(null)
  }

  #finish(call: Call, error?: Error): void {
    this.#forget(call)
    if (error) call.reject(error)
    else call.resolve(null)
  }

  #forget(call: Call): void {
    if (call.timer) clearTimeout(call.timer)
    this.#calls.delete(call.id)
    this.#hold()
  }

  #lose(error: Error): void {
    this.#lost = error
    this.#child = null
    for (const call of [...this.#calls.values()]) this.#finish(call, error)
  }

  /** An idle store does not keep its program alive. */
  #hold(): void {
    const child = this.#child
    if (!child) return
    const busy = this.#calls.size > 0 || !this.#ready
    if (busy) {
      child.ref()
      child.channel?.ref()
    } else {
      child.unref()
      child.channel?.unref()
    }
  }
}

/** The engine did not open the file. */
export class NotOpenedError extends StoreUnavailableError {
  readonly held: boolean
  constructor(reason: string, held: boolean) {
    super(reason)
    this.held = held
  }
}

function isWrite(operation: OwnerOperation): boolean {
  if (operation.op === 'query') return operation.mode === 'write'
  return operation.op === 'apply' || operation.op === 'ensureSchema'
}

function stopped(reason: 'deadline' | 'aborted', timeoutMs: number): QueryStoppedError {
  if (reason === 'aborted') return new QueryStoppedError('The query was stopped.', 'aborted')
  return new QueryStoppedError(`The query was stopped at its deadline of ${timeoutMs / 1000} s.`, 'deadline')
}

function uncertain(): StoreUnavailableError {
  return new StoreUnavailableError(
    "The store's process died while it kept a change; it may or may not have been made. Look before you repeat it.",
  )
}

function died(attempts: number): StoreUnavailableError {
  return new StoreUnavailableError(`The store's process died ${attempts} times over this request.`)
}

function toError({ class: name, message, position }: OwnerFailure): Error {
  switch (name) {
    case 'QueryError':
      return new QueryError(message, position)
    case 'QueryStoppedError':
      return new QueryStoppedError(message, 'deadline')
    case 'ReadOnlyError':
      return new ReadOnlyError(message)
    case 'StoreUnavailableError':
      return new StoreUnavailableError(message)
  }
}
