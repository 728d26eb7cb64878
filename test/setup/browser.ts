/** A real Chromium for the tests: `CHROME_PATH`, an installed one, else Playwright's own download. */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { lacks } from './requirements.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * Software rendering gives WebGL without a graphics card, but would be the slower way to put the page together; nothing
 * of the browser calls home.
 */
const flags = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-gpu-compositing',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--metrics-recording-only',
]

/**
 * Finds a browser, downloading one where none is installed.
 * @returns its path, or why there is none
 */
function findBrowser(): { path: string } | { reason: string } {
  const given = process.env.CHROME_PATH
  if (given)
    return isExecutable(given) ? { path: given } : { reason: `CHROME_PATH is ${given}, which cannot be run` }
  const installed = [
    ...(process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))),
    ...applications,
  ].find(isExecutable)
  if (installed) return { path: installed }
  const own = chromium.executablePath()
  if (!existsSync(own)) {
    const cli = join(
      dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
      'cli.js',
    )
    spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit', timeout: 170_000 })
  }
  if (existsSync(own)) return { path: own }
  return { reason: 'no Chromium is installed and Playwright could not download one (set CHROME_PATH)' }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const found = findBrowser()

/** Whether tests in a browser should be skipped. */
export function lacksBrowser(): boolean {
  return lacks('browser', 'path' in found, 'reason' in found ? found.reason : '')
}

/** @throws where there is no browser; ask {@link lacksBrowser} first */
export function launchBrowser(): Promise<Browser> {
  if ('reason' in found) throw new Error(found.reason)
  return chromium.launch({ executablePath: found.path, args: flags })
}
