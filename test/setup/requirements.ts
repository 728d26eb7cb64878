import { appendFileSync, existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { packageRoot } from '../../shared/package-root.ts'

/** What a machine may lack. `SKEIN_REQUIRE=data,neo4j` turns a skip for want of it into a failure. */
export type Requirement = 'data' | 'neo4j' | 'browser' | 'networkx'

/** The folder of papers and benchmarks that the project does not ship. */
export const dataFolder: string = resolve(packageRoot, process.env.SKEIN_DATA ?? '../shared')

/**
 * Says whether tests that need something should be skipped: `describe.skipIf(lacks('data', ...))`.
 * @param available whether the machine has it
 * @param reason what is missing, for the last lines of the test run
 * @throws where it is missing and `SKEIN_REQUIRE` names it
 */
export function lacks(name: Requirement, available: boolean, reason: string): boolean {
  if (available) return false
  if ((process.env.SKEIN_REQUIRE ?? '').split(',').includes(name)) {
    throw new Error(`SKEIN_REQUIRE names ${name}, but ${reason}`)
  }
  // `npm test` names what was lacking in its last lines.
  const file = process.env.SKEIN_LACKS_FILE
  if (file) appendFileSync(file, `${name}: ${reason}\n`)
  return true
}

/** Whether tests on a file or folder of {@link dataFolder} should be skipped. */
export function lacksData(path: string): boolean {
  const full = join(dataFolder, path)
  return lacks('data', existsSync(full), `${path} is not in the data folder (SKEIN_DATA)`)
}
