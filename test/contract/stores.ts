/** Every store, for the suites of this folder. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../shared/graph-store/index.ts'
import type { GraphStore } from '../../shared/graph-store/store.ts'

export interface StoreUnderTest {
  name: 'embedded' | 'neo4j'
  /** Why it cannot be tested here, or null. */
  skip: string | null
  /** A store without nodes, its schema made; closing it leaves nothing behind. */
  open(): Promise<GraphStore>
}

async function openEmbedded(): Promise<GraphStore> {
  const folder = mkdtempSync(join(tmpdir(), 'skein-store-'))
  const store = await openStore(join(folder, 'skein.db'))
  await store.ensureSchema()
  return {
    ...store,
    close: async () => {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const stores: StoreUnderTest[] = [{ name: 'embedded', skip: null, open: openEmbedded }]
