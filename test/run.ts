/**
 * `npm test`: all tests, then what was skipped for want of what, then "N passed, N failed, N skipped".
 * Arguments go to vitest: `npm test -- --project unit`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../shared/package-root.ts'

interface Report {
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { status: string }[]
  }[]
}

const results = join(packageRoot, 'test/results')
const reportFile = join(results, 'report.json')
const lacksFile = join(results, 'lacks.txt')
mkdirSync(results, { recursive: true })
rmSync(reportFile, { force: true })
rmSync(lacksFile, { force: true })

// Tests of the built command and of the page must see today's sources.
const built = run('npm', ['run', '--silent', 'build']) === 0
const status = run('npx', [
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${reportFile}`,
  ...process.argv.slice(2),
])

const counts = { passed: 0, failed: built ? 0 : 1, skipped: 0 }
if (existsSync(reportFile)) {
  const report: Report = JSON.parse(readFileSync(reportFile, 'utf8'))
  for (const suite of report.testResults) {
    const failed = suite.assertionResults.filter((test) => test.status === 'failed').length
    counts.passed += suite.assertionResults.filter((test) => test.status === 'passed').length
    counts.skipped += suite.assertionResults.filter(
      (test) => !['passed', 'failed'].includes(test.status),
    ).length
    counts.failed += failed
    // A suite that fails outside its tests (it does not load, a hook throws) counts as one failure.
    if (failed === 0 && suite.status === 'failed') {
      counts.failed++
      process.stdout.write(`failed outside its tests: ${suite.name}\n${suite.message}\n`)
    }
  }
} else counts.failed++

if (existsSync(lacksFile)) {
  const reasons = new Set(readFileSync(lacksFile, 'utf8').trim().split('\n'))
  process.stdout.write(
    `\nSkipped for want of something:\n${[...reasons].map((line) => `  ${line}\n`).join('')}`,
  )
}
if (status !== 0 && counts.failed === 0) counts.failed++
process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`)
process.exitCode = counts.failed > 0 ? 1 : 0

function run(command: string, args: string[]): number {
  const { status: code, error } = spawnSync(command, args, {
    cwd: packageRoot,
    stdio: 'inherit',
    env: { ...process.env, SKEIN_LACKS_FILE: lacksFile },
  })
  if (error) process.stderr.write(`${command} could not be started: ${error.message}\n`)
  return code ?? 1
}
