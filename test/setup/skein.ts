/** Runs the built `skein` command as a person would. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../../shared/package-root.ts'

export interface Outcome {
  /** Exit code; null where a signal ended it. */
  code: number | null
  stdout: string
  stderr: string
}

export interface RunOptions {
  stdin?: string | Buffer
  cwd?: string
  env?: Record<string, string>
  /** Another copy of the command. */
  command?: string
  /** Called with the process once it runs, to signal it. */
  onStart?: (child: ChildProcess) => void
}

const builtCommand = join(packageRoot, 'dist/ingest/cli.js')

/** Runs `skein` with arguments until it exits. */
export function skein(args: string[], options: RunOptions = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [options.command ?? builtCommand, ...args], {
      cwd: options.cwd ?? tmpdir(),
      env: { ...process.env, SKEIN_STORE: '', ...options.env },
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk
    })
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
    child.stdin.on('error', () => {})
    child.stdin.end(options.stdin ?? '')
    options.onStart?.(child)
  })
}

/** A new empty folder, and the function that removes it. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'skein-test-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
