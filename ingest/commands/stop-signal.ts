/** Resolves at the first Ctrl-C, SIGTERM, or end of the terminal. A second one ends the process at once. */
export function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => resolve())
  })
}

/**
 * A signal that the first Ctrl-C (or SIGTERM) sets; the second ends the process at once.
 * @param message told at the first one
 */
export function stopOnInterrupt(message: string): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController()
  const stop = () => {
    if (controller.signal.aborted) process.exit(130)
    // The terminal has shown "^C" on this line.
    process.stderr.write(`${process.stderr.isTTY ? '\n' : ''}${message}\n`)
    controller.abort()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return {
    signal: controller.signal,
    release() {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
    },
  }
}
