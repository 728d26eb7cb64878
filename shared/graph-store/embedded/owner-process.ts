import type { ChildProcess } from 'node:child_process'
import { StoreUnavailableError } from '../../errors.ts'
import {
  type Call,
  died,
  isWrite,
  stoppedAtDeadline,
  stoppedByCaller,
  stoppedForMemory,
  toError,
  uncertain,
} from './calls.ts'
import type { OwnerMessage, OwnerOperation } from './protocol.ts'
import { type OwnerSettings, startOwner } from './start-owner.ts'

/** How long a query that its caller gave up may run on, before everything else has to bear a restart for it. */
const graceMs = 2000
/** How often a request is given to a new owner after the one before died of itself. */
const maxAttempts = 3
/** How often, and how long apart, a new owner is tried after one that had been fit: the file may just be held. */
const maxStarts = 20
const startPauseMs = 200
/** Timers take no more; and it is 24 days. */
const longestTimerMs = 2 ** 31 - 1

interface Opening {
  resolve(): void
  reject(error: Error): void
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
  #failedStarts = 0
  #nextId = 1
  readonly #calls = new Map<number, Call>()

  constructor(settings: OwnerSettings) {
    this.#settings = settings
  }

  /**
   * Starts the first owner.
   * @throws NotOpenedError where the database does not open
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
    if (signal?.aborted) return Promise.reject(stoppedByCaller())
    return new Promise((resolve, reject) => {
      const onAbort = () => this.#abandon(call, stoppedByCaller(), graceMs)
      const settle =
        <T>(answer: (value: T) => void) =>
        (value: T) => {
          signal?.removeEventListener('abort', onAbort)
          answer(value)
        }
      const call: Call = {
        id: this.#nextId++,
        operation,
        resolve: settle(resolve),
        reject: settle(reject),
        timeoutMs,
        remainingMs: timeoutMs,
        sentAt: null,
        timer: null,
        attempts: 0,
        committing: false,
        abandoned: false,
      }
      this.#calls.set(call.id, call)
      signal?.addEventListener('abort', onAbort, { once: true })
      this.#dispatch()
    })
  }

  /** Ends the owner: in good order where nothing but writes is under way, which are waited for. */
  async close(): Promise<void> {
    if (this.#lost) return
    this.#closing = true
    for (const call of [...this.#calls.values()].filter((other) => !isWrite(other))) {
      this.#abandon(call, new StoreUnavailableError('The store was closed.'), 0)
    }
    try {
      await this.call({ op: 'close' }, Number.POSITIVE_INFINITY, null)
    } finally {
      this.#lost ??= new StoreUnavailableError('The store is closed.')
    }
  }

  #spawn(opening: Opening | null): void {
    this.#ready = false
    this.#condemned = false
    this.#child = startOwner(
      this.#settings,
      (message) => {
        if (message.type === 'ready') opening?.resolve()
        this.#receive(message)
      },
      (reason) => {
        if (this.#ready) this.#bury()
        else this.#retryStart(opening, reason)
      },
    )
    this.#hold()
  }

  #retryStart(opening: Opening | null, reason: StoreUnavailableError): void {
    if (opening === null && ++this.#failedStarts < maxStarts) {
      setTimeout(() => this.#spawn(null), startPauseMs)
      return
    }
    opening?.reject(reason)
    this.#lost = reason
    this.#child = null
    for (const call of [...this.#calls.values()]) this.#fail(call, reason)
  }

  #receive(message: OwnerMessage): void {
    switch (message.type) {
      case 'ready':
        this.#ready = true
        this.#failedStarts = 0
        break
      case 'memory':
        this.#relieveMemory()
        break
      case 'committing': {
        const call = this.#calls.get(message.id)
        if (call) call.committing = true
        break
      }
      case 'result':
      case 'failure': {
        const call = this.#calls.get(message.id)
        // A store is closed when its process has ended, not before.
        if (!call || call.operation.op === 'close') break
        this.#forget(call)
        if (message.type === 'result') call.resolve(message.value)
        else call.reject(toError(message.failure))
        this.#killIfDue()
      }
    }
    this.#dispatch()
  }

  /** Sends what waits: reads at once, one write at a time, nothing to an owner about to be killed. */
  #dispatch(): void {
    this.#hold()
    if (!this.#ready || this.#condemned) return
    for (const call of this.#calls.values()) {
      if (call.sentAt !== null) continue
      if (isWrite(call) && this.#running().some(isWrite)) continue
      // Closing comes last; what still runs then has been abandoned, and the kill for it closes as well.
      if (call.operation.op === 'close' && this.#calls.size > 1) continue
      this.#send(call)
    }
  }

  #send(call: Call): void {
    call.sentAt = performance.now()
    call.attempts++
    if (Number.isFinite(call.remainingMs)) {
      const waitMs = Math.min(Math.max(0, call.remainingMs), longestTimerMs)
      call.timer = setTimeout(() => this.#abandon(call, stoppedAtDeadline(call.timeoutMs), 0), waitMs)
    }
    this.#child?.send({ ...call.operation, id: call.id }, undefined, undefined, () => {})
  }

  #running(): Call[] {
    return [...this.#calls.values()].filter(({ sentAt }) => sentAt !== null)
  }

  /** Answers a caller before its query has ended, and sees that it ends. */
  #abandon(call: Call, error: Error, afterMs: number): void {
    if (!this.#calls.has(call.id)) return
    if (call.timer) clearTimeout(call.timer)
    call.timer = null
    call.reject(error)
    call.abandoned = true
    if (call.sentAt === null) this.#forget(call)
    else if (afterMs > 0) call.timer = setTimeout(() => this.#condemn(), afterMs)
    else this.#condemn()
  }

  #condemn(): void {
    this.#condemned = true
    this.#killIfDue()
  }

  #killIfDue(): void {
    if (!this.#condemned) return
    const running = this.#running()
    if (!running.some(({ abandoned }) => abandoned)) {
      // What the kill was for has ended by itself.
      this.#condemned = false
      return
    }
    if (!running.some((call) => isWrite(call) && (!call.abandoned || call.committing))) this.#kill()
  }

  #kill(): void {
    this.#child?.kill('SIGKILL')
  }

  /** Nobody knows which query takes the memory: the one that has run longest is taken for it. */
  #relieveMemory(): void {
    const suspect = this.#running()
      .filter(({ operation }) => operation.op === 'query' || operation.op === 'count')
      .sort((a, b) => a.sentAt! - b.sentAt!)[0]
    if (!suspect) return
    this.#abandon(suspect, stoppedForMemory(this.#settings.memoryLimitBytes), 0)
    this.#kill()
  }

  /** After the death of an owner that had been fit: what was under way starts anew with the next one. */
  #bury(): void {
    const wasKilled = this.#condemned
    this.#ready = false
    this.#child = null
    for (const call of this.#running()) {
      if (call.timer) clearTimeout(call.timer)
      call.timer = null
      call.remainingMs -= performance.now() - call.sentAt!
      call.sentAt = null
      if (call.abandoned) this.#forget(call)
      else if (call.committing && call.operation.op === 'query') this.#fail(call, uncertain())
      else if (!wasKilled && call.attempts >= maxAttempts) this.#fail(call, died(call.attempts))
    }
    const left = [...this.#calls.values()]
    if (this.#closing && left.every(({ operation }) => operation.op === 'close')) {
      for (const call of left) {
        this.#forget(call)
        call.resolve(null)
      }
      return
    }
    this.#spawn(null)
  }

  #fail(call: Call, error: Error): void {
    this.#forget(call)
    call.reject(error)
  }

  #forget(call: Call): void {
    if (call.timer) clearTimeout(call.timer)
    this.#calls.delete(call.id)
    this.#hold()
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
