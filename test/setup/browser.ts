/** A real Chromium for the tests: `CHROME_PATH`, an installed one, else Playwright's own download. */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { lacks } from './requirements.ts'

/**
 * The headless shell is Chromium's own engine, script, drawing and input, without the browser around the page (windows,
 * tabs, menus and their processes). Tests look only at the page, and take a third to a half less of the processor's time there.
 */
const shells = ['chromium-headless-shell', 'chrome-headless-shell']
const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
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

type Found = { path: string } | { reason: string }

/**
 * Finds a browser, downloading one where none is installed.
 * @param preferred names of commands, the first that is installed wins
 * @returns its path, or why there is none
 */
function findBrowser(preferred: readonly string[]): Found {
  const given = process.env.CHROME_PATH
  if (given)
    return isExecutable(given) ? { path: given } : { reason: `CHROME_PATH is ${given}, which cannot be run` }
  const folders = (process.env.PATH ?? '').split(delimiter)
  const installed = [
    ...preferred.flatMap((name) => folders.map((folder) => join(folder, name))),
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

const found = findBrowser([...shells, ...browsers])

/** Whether tests in a browser should be skipped. */
export function lacksBrowser(): boolean {
  return lacks('browser', 'path' in found, 'reason' in found ? found.reason : '')
}

/** For tests. @throws where there is no browser; ask {@link lacksBrowser} first */
export function launchBrowser(): Promise<Browser> {
  return launch(found)
}

/** As a person has it, for what is published: figures and pictures. @throws as {@link launchBrowser} */
export function launchWholeBrowser(): Promise<Browser> {
  return launch(findBrowser([...browsers, ...shells]))
}

function launch(browser: Found): Promise<Browser> {
  if ('reason' in browser) throw new Error(browser.reason)
  return chromium.launch({ executablePath: browser.path, args: flags })
}
