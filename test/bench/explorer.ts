import type { Browser, Page } from 'playwright-core'
import {
  drawnTypes,
  type Landscape,
  type Neighbourhood,
  type StoredView,
} from '../../graph-ui/api/contract.ts'
import { emptyLog, perform } from '../../graph-ui/app/state/command-log.ts'
import { encodeView } from '../../graph-ui/app/state/link.ts'
import type { Place } from '../../graph-ui/app/state/picture.ts'
import { toSavedView } from '../../graph-ui/app/state/save-view.ts'
import { lacksBrowser, launchWholeBrowser } from '../setup/browser.ts'
import { type RunningExplorer, startExplorer } from '../setup/explorer.ts'
import { type Benchmark, median } from './benchmark.ts'
import { asGraph, generatedConcepts } from './generated-graph.ts'

const concepts = 8000
const papers = 4000
const shown = 2000
const rounds = 3

/**
 * From the browser's `load` to the first frame after the picture has all of its nodes, and from the key to the first
 * frame after it has one more; drawn by software where there is no graphics card. Needs `npm run build`.
 */
export const explorer: Benchmark = {
  name: 'explorer',
  question: `How soon after loading does the page show a picture of ${shown} nodes (under 1 s), and how soon what an expansion adds
(under 200 ms)? Medians of ${rounds} rounds, in a graph of ${concepts} concepts and ${papers} papers.`,
  async run() {
    if (lacksBrowser()) return { lacking: 'no browser' }
    const graph = generatedConcepts(concepts)
    const served = await startExplorer((store) => store.apply(asGraph(graph, papers)))
    const browser = await launchWholeBrowser()
    try {
      const keys = graph.nodes.map(({ key }) => key)
      const [hub, common] = [keys[0]!, keys[700]!]
      const [picture, large] = [
        await fetched(served, keys.slice(0, shown)),
        await fetched(served, keys.slice(0, 2 * shown)),
      ]
      const landscape = await ask<Landscape>(served, 'landscape')
      return [
        await opened(browser, 'landscape', served.url, landscape.value.nodes[0]!.key, landscape),
        await opened(
          browser,
          `a link to ${shown} nodes`,
          served.url + (await linkTo(picture.value, null)),
          keys[0]!,
          await fetched(served, keys.slice(0, shown), true),
        ),
        await expanded(browser, served, `a concept beside ${shown} nodes`, picture.value, common),
        await expanded(browser, served, `the largest hub beside ${shown} nodes`, picture.value, hub),
        await expandedByServer(served, `the largest hub beside ${2 * shown} nodes`, large.value, hub),
      ]
    } finally {
      await browser.close()
      await served.close()
    }
  },
}

interface Answer<T> {
  value: T
  /** Milliseconds until all of it was here. */
  took: number
}

async function ask<T>({ url }: RunningExplorer, path: string, body?: object): Promise<Answer<T>> {
  const took: number[] = []
  let value: T | null = null
  for (let i = 0; i < rounds; i++) {
    const started = performance.now()
    const response = await fetch(`${url}api/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    value = (await response.json()) as T
    took.push(performance.now() - started)
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(value)}`)
  }
  return { value: value!, took: median(took) }
}

function fetched(
  served: RunningExplorer,
  nodes: readonly string[],
  isPlaced = false,
): Promise<Answer<StoredView>> {
  return ask(served, 'view', { nodes, isPlaced })
}

/** The hash of a link to these nodes. */
function linkTo({ nodes, edges }: StoredView, selected: string | null): Promise<string> {
  const { picture } = perform(emptyLog, {
    kind: 'show',
    title: 'Many nodes',
    source: { kind: 'nodes' },
    view: { nodes, edges },
    communities: [],
    scope: null,
  })
  const selection = selected === null ? null : ({ kind: 'node', key: selected } as const)
  return encodeView(toSavedView({ picture, selection, desk: null, query: null }, null))
}

async function opened(
  browser: Browser,
  what: string,
  url: string,
  key: string,
  { took, value }: Answer<{ nodes: unknown[] }>,
) {
  const loading: number[] = []
  const drawing: number[] = []
  const draw = async (page: Page) => {
    await page.goto(url)
    const drawn = await page.evaluate(whenDrawn, key)
    const loaded = await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
      return navigation!.loadEventEnd
    })
    return { loaded, took: drawn - loaded }
  }
  for (let i = 0; i < rounds; i++) {
    const page = await browser.newPage()
    const { loaded, took } = await draw(page)
    loading.push(loaded)
    drawing.push(took)
    await page.close()
  }
  const traced = await browser.newPage()
  const work = await processorTime(browser, traced, async () => (await draw(traced)).took)
  await traced.close()
  return {
    measured: what,
    nodes: value.nodes.length,
    'server alone, ms': Math.round(took),
    'drawn after, ms': Math.round(median(drawing)),
    'most, ms': Math.round(Math.max(...drawing)),
    ...work,
    'the page itself, ms': Math.round(median(loading)),
  }
}

function presentIn({ nodes }: StoredView): ({ key: string } & Place)[] {
  return nodes.map(({ key, x, y }) => ({ key, x, y }))
}

/** All relations of a node, as the key E adds them. */
function expansion(served: RunningExplorer, view: StoredView, key: string): Promise<Answer<Neighbourhood>> {
  return ask(served, 'neighbourhood', { key, types: drawnTypes, direction: 'both', present: presentIn(view) })
}

async function expanded(
  browser: Browser,
  served: RunningExplorer,
  what: string,
  view: StoredView,
  key: string,
) {
  const answer = await expansion(served, view, key)
  const before = new Set(view.nodes.map((node) => node.key))
  const added = answer.value.nodes.filter((node) => !before.has(node.key))
  if (added.length === 0) throw new Error(`${key} has no other neighbours.`)
  const link = served.url + (await linkTo(view, key))
  const drawing: number[] = []
  const linked = async () => {
    const page = await browser.newPage()
    await page.goto(link)
    await page.evaluate(whenDrawn, key)
    await page.getByRole('complementary').getByRole('heading', { level: 2 }).first().waitFor()
    await page.waitForLoadState('networkidle')
    return page
  }
  for (let i = 0; i < rounds; i++) {
    const page = await linked()
    drawing.push(await timeToDraw(page, added[0]!.key))
    await page.close()
  }
  const traced = await linked()
  const work = await processorTime(browser, traced, () => timeToDraw(traced, added[0]!.key))
  await traced.close()
  return {
    measured: `expanding ${what}`,
    nodes: added.length,
    'server alone, ms': Math.round(answer.took),
    'drawn after, ms': Math.round(median(drawing)),
    'most, ms': Math.round(Math.max(...drawing)),
    ...work,
  }
}

async function expandedByServer(served: RunningExplorer, what: string, view: StoredView, key: string) {
  const answer = await expansion(served, view, key)
  const before = new Set(view.nodes.map((node) => node.key))
  return {
    measured: `expanding ${what}`,
    nodes: answer.value.nodes.filter((node) => !before.has(node.key)).length,
    'server alone, ms': Math.round(answer.took),
  }
}

/** From the key E to the first frame after the picture has the node. */
async function timeToDraw(page: Page, key: string): Promise<number> {
  await page.evaluate(watchKey, key)
  await page.keyboard.press('e')
  return page.evaluate(() => window.drawnAfterKey)
}

interface TraceEvent {
  name: string
  pid: number
  tid: number
  /** Microseconds. */
  ts: number
  tdur?: number
  args: { name?: string }
}

/** What threads spent on the processor in the last milliseconds of some work, which says how many they were. */
async function processorTime(browser: Browser, page: Page, work: () => Promise<number>) {
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] })
  const took = await work()
  await page.evaluate(() => performance.mark('drawn'))
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] }
  const drawn = traceEvents.findLast(({ name }) => name === 'drawn')!
  const threads = new Map(
    traceEvents
      .filter(({ name }) => name === 'thread_name')
      .map(({ pid, tid, args }) => [`${pid} ${tid}`, args.name]),
  )
  const spent = (thread: string, pid: number | null) =>
    traceEvents
      .filter(
        (event) =>
          event.name.endsWith('RunTask') &&
          event.ts >= drawn.ts - took * 1000 &&
          threads.get(`${event.pid} ${event.tid}`) === thread &&
          (pid === null || event.pid === pid),
      )
      .reduce((sum, { tdur }) => sum + (tdur ?? 0) / 1000, 0)
  return {
    "the page's processor time, ms": Math.round(spent('CrRendererMain', drawn.pid)),
    "the drawing's, ms": Math.round(spent('CrGpuMain', null) + spent('VizCompositorThread', null)),
  }
}

declare global {
  interface Window {
    drawnAfterKey: Promise<number>
  }
}

// What follows runs in the page and may use nothing from here.

/** Begins to wait for a key, and from then on for the node. */
function watchKey(key: string): void {
  window.drawnAfterKey = new Promise((resolve) => {
    const options = { once: true, capture: true }
    window.addEventListener(
      'keydown',
      async () => {
        const pressed = performance.now()
        while (!window.skein.nodePosition(key)) await new Promise(requestAnimationFrame)
        await new Promise(requestAnimationFrame)
        resolve(performance.now() - pressed)
      },
      options,
    )
  })
}

/** @returns when the first frame began after the picture had the node */
async function whenDrawn(key: string): Promise<number> {
  // Before the picture is there, so is nothing that could be asked for places.
  while (!window.skein?.nodePosition(key)) await new Promise(requestAnimationFrame)
  await new Promise(requestAnimationFrame)
  return performance.now()
}
