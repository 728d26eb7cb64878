import type { Page } from 'playwright-core'

/** The windows that views are looked at in. */
export const sizes = {
  wide: { width: 1440, height: 900 },
  narrow: { width: 1024, height: 700 },
  phone: { width: 390, height: 844 },
}

export type Size = keyof typeof sizes

/** A state of the page worth looking at, on the graph of the tests as on the bundled sample. */
export interface View {
  name: string
  /** Where there is room for it. */
  sizes: readonly Size[]
  /** From the landscape to the view. */
  arrive(page: Page): Promise<void>
}
