/** Every store, for the suites of this folder. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../shared/graph-store/index.ts'
import type { GraphStore } from '../../shared/graph-store/store.ts'
import { lacksNeo4j, takeNeo4j } from '../setup/neo4j-turn.ts'

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

async function openNeo4j(): Promise<GraphStore> {
  const { uri, user, password, release } = await takeNeo4j()
  const store = await openStore(uri, { user, password })
  await store.ensureSchema()
  return {
    ...store,
    close: async () => {
      await store.close()
      release()
    },
  }
}

export const stores: StoreUnderTest[] = [
  { name: 'embedded', skip: null, open: openEmbedded },
  { name: 'neo4j', skip: lacksNeo4j() ? 'this machine has no Neo4j' : null, open: openNeo4j },
]
