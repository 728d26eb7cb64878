import os from 'node:os'
import type { Page } from 'playwright-core'
import { lacksBrowser, launchWholeBrowser } from '../setup/browser.ts'
import { buildCanvasPage } from '../setup/built-canvas.ts'
import { type Benchmark, median } from './benchmark.ts'

const nodes = 50_000
const edges = 150_000
const rounds = 5
const framesInRound = 40
const selectedNodes = 5_000

/**
 * The main thread's time alone. What is handed to the graphics card is not drawn, in both: without a card the drawing of
 * one such frame would take seconds, which say nothing of sigma or of us.
 */
export const frames: Benchmark = {
  name: 'frames',
  question: `How long does a frame of ${nodes} nodes and ${edges} edges take, against sigma as it comes (at most 1.2 times)?`,
  async run() {
    if (lacksBrowser()) return { lacking: 'no browser' }
    const browser = await launchWholeBrowser()
    try {
      const context = await browser.newContext({ viewport: { width: 640, height: 400 } })
      await context.addInitScript(withoutDrawing)
      const open = await buildCanvasPage()
      const [ours, bare] = [await context.newPage(), await context.newPage()]
      await open(ours)
      await open(bare)
      const opened = await ours.evaluate(showOurs, { nodes, edges })
      await bare.evaluate(showBare, { nodes, edges })
      const figures = {
        moving: [] as number[],
        resting: [] as number[],
        selected: [] as number[],
        bare: [] as number[],
      }
      for (let round = 0; round < rounds; round++) {
        await ours.bringToFront()
        figures.moving.push(...(await ours.evaluate(moveOurs, framesInRound)))
        figures.resting.push(...(await ours.evaluate(restOurs, framesInRound)))
        await ours.evaluate(selectInOurs, selectedNodes)
        figures.selected.push(...(await ours.evaluate(moveOurs, framesInRound)))
        await ours.evaluate(selectInOurs, 0)
        await bare.bringToFront()
        figures.bare.push(...(await bare.evaluate(moveBare, framesInRound)))
      }
      const bareMs = median(figures.bare)
      const machine = {
        renderer: await rendererOf(ours),
        cores: os.cpus().length,
        load: os.loadavg()[0]!.toFixed(1),
      }
      const row = (picture: string, measured: number[]) => ({
        picture,
        'median, ms': Number(median(measured).toFixed(2)),
        'times bare sigma': Number((median(measured) / bareMs).toFixed(2)),
        frames: measured.length,
      })
      return [
        { ...row('bare sigma, moving', figures.bare), ...machine },
        { ...row('ours, moving', figures.moving), ...machine },
        { ...row('ours, at rest, with edges', figures.resting), ...machine },
        { ...row(`ours, moving, ${selectedNodes} nodes selected`, figures.selected), ...machine },
        { picture: 'ours, to open', 'median, ms': Math.round(opened), ...machine },
      ]
    } finally {
      await browser.close()
    }
  },
}

function withoutDrawing(): void {
  for (const { prototype } of [WebGLRenderingContext, WebGL2RenderingContext]) {
    prototype.drawArrays = () => {}
    prototype.drawElements = () => {}
  }
  WebGL2RenderingContext.prototype.drawArraysInstanced = () => {}
  WebGL2RenderingContext.prototype.drawElementsInstanced = () => {}
}

interface Size {
  nodes: number
  edges: number
}

// What follows runs in the page and may use nothing from here.

function showOurs({ nodes, edges }: Size): number {
  const view = window.canvasPage.seededView(nodes, edges)
  const canvas = window.canvasPage.picture()
  const started = performance.now()
  canvas.show(view, [], true)
  Object.assign(window, { ours: canvas })
  return performance.now() - started
}

function showBare({ nodes, edges }: Size): void {
  const sigma = window.canvasPage.bare(window.canvasPage.seededView(nodes, edges))
  Object.assign(window, { bare: sigma })
}

async function moveOurs(count: number): Promise<number[]> {
  const canvas = (window as unknown as { ours: ReturnType<typeof window.canvasPage.picture> }).ours
  const { frames } = window.canvasPage
  frames.length = 0
  for (let i = 0; i < count; i++) {
    const turn = (2 * Math.PI * i) / count
    canvas.setCamera({
      ...canvas.camera(),
      x: 0.5 + 0.2 * Math.cos(turn),
      y: 0.5 + 0.2 * Math.sin(turn),
      ratio: 0.6 + 0.4 * Math.cos(turn),
    })
    await new Promise(requestAnimationFrame)
  }
  return [...frames]
}

async function restOurs(count: number): Promise<number[]> {
  const canvas = (window as unknown as { ours: ReturnType<typeof window.canvasPage.picture> }).ours
  const { frames } = window.canvasPage
  await new Promise((done) => setTimeout(done, 400))
  frames.length = 0
  for (let i = 0; i < count; i++) {
    canvas.place([])
    await new Promise(requestAnimationFrame)
  }
  return [...frames]
}

function selectInOurs(count: number): void {
  const canvas = (window as unknown as { ours: ReturnType<typeof window.canvasPage.picture> }).ours
  const keys = Array.from({ length: count }, (_, i) => `Concept/${7 * i}`)
  canvas.select(count === 0 ? null : { kind: 'nodes', keys })
}

async function moveBare(count: number): Promise<number[]> {
  const sigma = (window as unknown as { bare: ReturnType<typeof window.canvasPage.bare> }).bare
  const { frames } = window.canvasPage
  frames.length = 0
  for (let i = 0; i < count; i++) {
    const turn = (2 * Math.PI * i) / count
    sigma.getCamera().setState({
      x: 0.5 + 0.2 * Math.cos(turn),
      y: 0.5 + 0.2 * Math.sin(turn),
      ratio: 0.6 + 0.4 * Math.cos(turn),
    })
    await new Promise(requestAnimationFrame)
  }
  return [...frames]
}

function rendererOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl2')
    return gl === null ? 'none' : String(gl.getParameter(gl.RENDERER))
  })
}
