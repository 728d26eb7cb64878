/** Finds what can run a Neo4j server here, and fetches the server where it is not in the cache. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** The release that the tests were written against; of the same line as the image in docker-compose.yml. */
const serverVersion = '5.26.30'
const image = 'neo4j:5.26-community'
const oldestJava = 17

export type Neo4jRuntime =
  | { kind: 'docker'; image: string }
  /** `libraries` is a folder of jars. */
  | { kind: 'java'; libraries: string }

/** @returns what can run a server, or why nothing can */
export function findRuntime(): Neo4jRuntime | { reason: string } {
  const docker = findDocker()
  if (!('reason' in docker)) return docker
  const java = findJava()
  if (!('reason' in java)) return java
  return { reason: `no Neo4j: NEO4J_URI is not set, ${docker.reason}, ${java.reason}` }
}

function findDocker(): Neo4jRuntime | { reason: string } {
  if (!succeeds('docker', ['info'])) return { reason: 'no Docker daemon answers' }
  if (succeeds('docker', ['image', 'inspect', image]) || succeeds('docker', ['pull', '--quiet', image])) {
    return { kind: 'docker', image }
  }
  return { reason: `Docker has no image ${image} and cannot pull it` }
}

function findJava(): Neo4jRuntime | { reason: string } {
  if (process.platform === 'win32') return { reason: 'a server without Docker needs Linux or macOS' }
  const version = spawnSync('java', ['-version'], { encoding: 'utf8' })
  const major = Number(/version "(\d+)/.exec(version.stderr ?? '')?.[1] ?? 0)
  if (major < oldestJava) return { reason: `no Java ${oldestJava} or later` }
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'skein')
  const libraries = join(cache, `neo4j-${serverVersion}`)
  if (existsSync(libraries)) return { kind: 'java', libraries }
  if (!succeeds('mvn', ['-version'])) return { reason: 'no Maven to fetch the server with' }
  return download(cache, libraries) ?? { kind: 'java', libraries }
}

/** Puts the server's jars into place at once, so that no other run ever sees half of them. */
function download(cache: string, libraries: string): { reason: string } | null {
  const draft = `${libraries}.${process.pid}`
  mkdirSync(draft, { recursive: true })
  try {
    const pom = join(cache, `pom.${process.pid}.xml`)
    writeFileSync(pom, pomText())
    process.stderr.write(`Fetching Neo4j ${serverVersion} for the tests (120 MB) …\n`)
    const { status, stdout } = spawnSync(
      'mvn',
      [
        '--batch-mode',
        '--quiet',
        '--file',
        pom,
        'dependency:copy-dependencies',
        '-DincludeScope=runtime',
        `-DoutputDirectory=${draft}`,
      ],
      { encoding: 'utf8', timeout: 600_000 },
    )
    rmSync(pom)
    if (status !== 0) {
      const why = /ERROR\] (.*)/.exec(stdout ?? '')?.[1] ?? `exit code ${status}`
      return { reason: `Maven cannot fetch the server (${why})` }
    }
    if (!existsSync(libraries)) renameSync(draft, libraries)
    return null
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** The second artifact holds the main class, which the first does not bring. */
function pomText(): string {
  const dependency = (group: string, artifact: string) =>
    `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${serverVersion}</version></dependency>`
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
<modelVersion>4.0.0</modelVersion><groupId>skein</groupId><artifactId>neo4j-for-tests</artifactId><version>1</version>
<dependencies>${dependency('org.neo4j.app', 'neo4j-server')}${dependency('org.neo4j', 'neo4j')}</dependencies>
</project>
`
}

function succeeds(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore', timeout: 300_000 }).status === 0
}
