/**
 * A page of the explorer for the tests of a `describe`, fresh for each of them. After each it is asked for peace: no
 * error in the console, no request to another host, no hostile script run.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import type { GraphStore } from '../../shared/graph-store/store.ts'
import { packageRoot } from '../../shared/package-root.ts'
import { launchBrowser } from '../setup/browser.ts'
import { type RunningExplorer, startExplorer, type TakePapers } from '../setup/explorer.ts'
import { openLandscape } from './actions.ts'

type Fill = (store: GraphStore) => Promise<void>

interface PageOptions {
  /** How the browser is, beside a window of 1280 by 800. */
  context: BrowserContextOptions
  /** Complaints of the browser that belong to these tests, such as answers of 400. */
  expected: RegExp
  /** Whether each test begins on the landscape. */
  onLandscape: boolean
  /** How papers get into the shared graph from the page; null where none can be brought in. */
  takePapers: TakePapers | null
}

export interface ExplorerPage {
  readonly page: Page
  readonly browser: Browser
  /** The explorer on the filled graph. */
  readonly explorer: RunningExplorer
  /** An explorer on a graph of its own, closed after the test. */
  serve(fill: Fill, takePapers?: TakePapers): Promise<RunningExplorer>
  /** Another page, watched as the first. */
  openPage(context: BrowserContextOptions): Promise<Page>
}

const usualWindow = { width: 1280, height: 800 }
/** Of software rendering, which tests use. */
const alwaysExpected = /GPU stall/

/** @param fill puts the graph into the store that all tests share; null where each serves its own */
export function explorerPage(fill: Fill | null, options: Partial<PageOptions> = {}): ExplorerPage {
  const { context = {}, expected = /^$/, onLandscape = fill !== null, takePapers = null } = options
  const complaints: string[] = []
  let browser: Browser
  let shared: RunningExplorer | null = null
  let page: Page
  let pages: Page[] = []
  let served: RunningExplorer[] = []

  async function openPage(more: BrowserContextOptions): Promise<Page> {
    const opened = await browser.newPage({
      viewport: usualWindow,
      acceptDownloads: true,
      ...context,
      ...more,
    })
    watch(opened, expected, complaints)
    pages.push(opened)
    return opened
  }

  async function expectPeace(): Promise<void> {
    expect(complaints).toEqual([])
    for (const opened of pages) {
      if (!opened.isClosed()) expect(await opened.evaluate(() => 'hacked' in globalThis)).toBe(false)
    }
  }

  beforeAll(async () => {
    if (fill) shared = await startExplorer(fill, takePapers)
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await shared?.close()
  })
  beforeEach(async () => {
    complaints.length = 0
    page = await openPage({})
    if (shared && onLandscape) await openLandscape(page, shared.url)
  })
  afterEach(async ({ task }) => {
    try {
      if (task.result?.state === 'fail') await keepPicture(pages.at(-1)!, task.name)
      else await expectPeace()
    } finally {
      await Promise.all(pages.map((opened) => opened.context().close()))
      for (const explorer of served) await explorer.close()
      pages = []
      served = []
    }
  })

  return {
    get page() {
      return page
    },
    get browser() {
      return browser
    },
    get explorer() {
      if (shared === null) throw new Error('these tests share no graph')
      return shared
    },
    async serve(own, takePapers) {
      const explorer = closedOnce(await startExplorer(own, takePapers))
      served.push(explorer)
      return explorer
    },
    openPage,
  }
}

/** Writes down what the page should not do. */
function watch(page: Page, expected: RegExp, complaints: string[]): void {
  page.on('console', (message) => {
    const text = message.text()
    const isBad = ['error', 'warning'].includes(message.type())
    if (isBad && !alwaysExpected.test(text) && !expected.test(text)) complaints.push(text)
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    const isOwn = /^(blob|data):$/.test(protocol) || ['127.0.0.1', 'localhost'].includes(hostname)
    if (!isOwn) complaints.push(`asked another host: ${request.url()}`)
  })
}

async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = join(packageRoot, 'test/results')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `failed-${name.replace(/\W+/g, '-')}.png`) })
}

/** Some tests close their explorer themselves. */
function closedOnce(explorer: RunningExplorer): RunningExplorer {
  let closing: Promise<void> | null = null
  return {
    ...explorer,
    close: () => {
      closing ??= explorer.close()
      return closing
    },
  }
}
