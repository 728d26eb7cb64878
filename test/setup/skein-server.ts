/** The built `skein serve` and `skein start`, which run until they are stopped. */
import type { ChildProcess } from 'node:child_process'
import { type Outcome, type RunOptions, skein } from './skein.ts'

export interface RunningSkein {
  /** Without the slash at its end. */
  url: string
  process: ChildProcess
  /** Signals it and waits until it has ended. */
  stop(signal: NodeJS.Signals): Promise<Outcome>
}

/** Runs `skein` until it has printed its address. @throws with its output where it ends without one */
export function startSkein(args: string[], options: RunOptions = {}): Promise<RunningSkein> {
  return new Promise((resolve, reject) => {
    const ended = skein(args, {
      ...options,
      onStart: (child) => {
        options.onStart?.(child)
        let printed = ''
        child.stdout?.on('data', (chunk: string) => {
          printed += chunk
          const url = /Skein explorer: (http:\S+)\/\nStop it with Ctrl-C/.exec(printed)?.[1]
          if (url === undefined) return
          const stop = (signal: NodeJS.Signals) => {
            child.kill(signal)
            return ended
          }
          resolve({ url, process: child, stop })
        })
      },
    })
    ended.then(
      ({ code, stdout, stderr }) => reject(new Error(`skein ended with ${code}: ${stdout}${stderr}`)),
      reject,
    )
  })
}
