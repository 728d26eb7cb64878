import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { packageRoot } from '../../shared/package-root.ts'
import type {} from './canvas-page.ts'

/** Builds `canvas-page.ts` as one script. @returns what puts it into an empty page */
export async function buildCanvasPage(): Promise<(page: Page) => Promise<void>> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      lib: {
        entry: join(packageRoot, 'test/setup/canvas-page.ts'),
        formats: ['iife'],
        name: 'canvasPageScript',
      },
    },
  })
  const [script] = [built].flat().flatMap((result) => ('output' in result ? result.output : []))
  if (script?.type !== 'chunk') throw new Error('Vite made no script of test/setup/canvas-page.ts.')
  return async (page) => {
    await page.setContent('<!doctype html><title>The picture alone</title><body></body>')
    await page.addScriptTag({ content: script.code })
  }
}
