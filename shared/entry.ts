import { type ChildProcess, type ForkOptions, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Worker, type WorkerOptions } from 'node:worker_threads'

/** True where the code runs from its TypeScript sources (tests, `npm run skein`), not from `dist`. */
const fromSource = import.meta.url.endsWith('.ts')

function entryUrl(name: string, base: string): URL {
  return new URL(`${name}.${fromSource ? 'ts' : 'js'}`, base)
}

/**
 * Starts a child process from a module of this project.
 * @param name path without extension, relative to `base`
 * @param base the caller's `import.meta.url`
 */
export function startChild(name: string, base: string, args: string[], options: ForkOptions): ChildProcess {
  const execArgv = [
    ...(options.execArgv ?? []),
    ...(fromSource ? ['--import', import.meta.resolve('tsx')] : []),
  ]
  return fork(fileURLToPath(entryUrl(name, base)), args, { ...options, execArgv })
}

/** Starts a worker thread from a module of this project; parameters as for {@link startChild}. */
export function startWorker(name: string, base: string, options: WorkerOptions): Worker {
  const url = entryUrl(name, base)
  if (!fromSource) return new Worker(url, options)
  // Node 20 does not load TypeScript in workers, and `--import` does not reach a worker's entry.
  const script = `import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))}
register()
await import(${JSON.stringify(url.href)})`
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(script)}`), options)
}
