/** A Neo4j server of a test's own, which it may kill and start again. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import neo4j, { type Driver } from 'neo4j-driver'
import type { Neo4jRuntime } from './neo4j-install.ts'

export interface Neo4jLogin {
  uri: string
  user: string
  password: string
}

export interface Neo4jServer {
  login: Neo4jLogin
  /** Ends the server as a power cut would; what was committed stays. */
  kill(): Promise<void>
  /** Starts it again after `kill`, at the same address with the same data. */
  start(): Promise<void>
  /** Kills it for good and removes its data. */
  remove(): Promise<void>
}

const startTimeoutMs = 150_000
const heap = '512m'

/** Starts an empty server on a free port. @throws Error with the end of its log where it does not come up */
export async function startNeo4jServer(runtime: Neo4jRuntime): Promise<Neo4jServer> {
  const port = await freePort()
  const login = { uri: `bolt://127.0.0.1:${port}`, user: 'neo4j', password: 'only-for-tests' }
  const server =
    runtime.kind === 'java'
      ? javaServer(runtime.libraries, port, login)
      : dockerServer(runtime.image, port, login)
  try {
    await server.start()
  } catch (error) {
    await server.remove()
    throw error
  }
  return server
}

function javaServer(libraries: string, port: number, login: Neo4jLogin): Neo4jServer {
  const home = mkdtempSync(join(tmpdir(), 'skein-neo4j-'))
  const conf = join(home, 'conf')
  const log = join(home, 'console.log')
  mkdirSync(conf)
  writeFileSync(
    join(conf, 'neo4j.conf'),
    [
      `server.bolt.listen_address=127.0.0.1:${port}`,
      `server.bolt.advertised_address=127.0.0.1:${port}`,
      'server.http.enabled=false',
      'server.https.enabled=false',
      'server.memory.pagecache.size=64m',
      'db.tx_log.preallocate=false',
      'dbms.usage_report.enabled=false',
      '',
    ].join('\n'),
  )
  const classes = join(libraries, '*')
  const env = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: conf }
  let hasPassword = false
  let child: ChildProcess | null = null
  let ended: Promise<void> = Promise.resolve()
  const kill = async () => {
    child?.stdin?.end()
    await ended
    child = null
  }
  return {
    login,
    kill,
    async start() {
      const output = openSync(log, 'a')
      // The shell kills the server when its input closes: no server outlives a test run, however that ends.
      const guard =
        'exec 3<&0; "$@" 3<&- </dev/null & server=$!; (cat <&3; kill -9 $server) >/dev/null 2>&1 & wait $server'
      const started = spawn(
        'sh',
        [
          '-c',
          guard,
          'sh',
          'java',
          `-Xmx${heap}`,
          '-XX:+UseSerialGC',
          '-XX:TieredStopAtLevel=1',
          ...['java.nio', 'java.io', 'sun.nio.ch'].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
          '-cp',
          classes,
          'org.neo4j.server.CommunityEntryPoint',
          `--home-dir=${home}`,
          `--config-dir=${conf}`,
        ],
        { env, stdio: ['pipe', output, output] },
      )
      closeSync(output)
      child = started
      ended = new Promise((resolve) => {
        started.on('exit', () => resolve())
      })
      const state = [() => started.exitCode === null, () => readFileSync(log, 'utf8')] as const
      if (!hasPassword) await untilDone(() => setPassword(login), ...state)
      hasPassword = true
      await untilReady(login, ...state)
    },
    async remove() {
      await kill()
      rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    },
  }
}

function dockerServer(image: string, port: number, login: Neo4jLogin): Neo4jServer {
  const name = `skein-test-${process.pid}-${port}`
  const docker = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync('docker', args, { encoding: 'utf8' })
    if (status !== 0) throw new Error(`docker ${args[0]} failed: ${stderr}`)
    return stdout + stderr
  }
  docker(
    'create',
    `--name=${name}`,
    `--publish=127.0.0.1:${port}:7687`,
    `--env=NEO4J_AUTH=${login.user}/${login.password}`,
    `--env=NEO4J_server_memory_heap_max__size=${heap}`,
    '--env=NEO4J_server_memory_pagecache_size=64m',
    image,
  )
  return {
    login,
    kill: async () => void docker('kill', name),
    async start() {
      docker('start', name)
      const running = () => docker('inspect', '--format={{.State.Running}}', name).startsWith('true')
      await untilReady(login, running, () => docker('logs', name))
    },
    remove: async () => void docker('rm', '--force', '--volumes', name),
  }
}

async function untilReady(login: Neo4jLogin, isRunning: () => boolean, readLog: () => string): Promise<void> {
  const driver = openDriver(login)
  try {
    const ask = () => driver.executeQuery('RETURN 1', {}, { routing: 'READ' })
    await untilDone(ask, isRunning, readLog)
  } finally {
    await driver.close()
  }
}

/** A new server lets its user in by the password `neo4j`, to set another. */
async function setPassword(login: Neo4jLogin): Promise<void> {
  const driver = openDriver({ ...login, password: 'neo4j' })
  try {
    const change = 'ALTER CURRENT USER SET PASSWORD FROM $old TO $new'
    await driver.executeQuery(change, { old: 'neo4j', new: login.password }, { database: 'system' })
  } finally {
    await driver.close()
  }
}

function openDriver({ uri, user, password }: Neo4jLogin): Driver {
  return neo4j.driver(uri, neo4j.auth.basic(user, password), { connectionTimeout: 2000 })
}

/** Tries again as long as the server may still come up. */
async function untilDone(
  attempt: () => Promise<unknown>,
  isRunning: () => boolean,
  readLog: () => string,
): Promise<void> {
  for (const giveUpAt = performance.now() + startTimeoutMs; ; ) {
    try {
      await attempt()
      return
    } catch (error) {
      if (!isRunning() || performance.now() > giveUpAt) {
        throw new Error(`Neo4j did not come up: ${(error as Error).message}\n${readLog().slice(-2000)}`)
      }
    }
    await sleep(250)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
