#!/usr/bin/env node
/** The `skein` command: finds the command, runs it, and turns errors into words and exit codes. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SkeinError, UsageError } from '../shared/errors.ts'
import { packageRoot } from '../shared/package-root.ts'
import { type Command, commandHelp, parseCommandLine } from './commands/command.ts'
import { commands } from './commands/index.ts'

const overview = `Skein reads machine-learning papers and builds a concept graph: which paper introduces which method,
on which datasets it is evaluated, which techniques it extends, compares with or claims to beat.

Usage: skein COMMAND [options]

Commands:
${commands.map(({ name, summary }) => `  ${name.padEnd(9)} ${summary}`).join('\n')}

  skein COMMAND --help tells more about one of them, with examples.
  skein --version prints the version.
`

async function main(argv: string[]): Promise<void> {
  const [name, ...rest] = argv
  if (name === undefined) throw new UsageError(overview)
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(rest[0] === undefined ? overview : commandHelp(await commandNamed(rest[0])))
    return
  }
  if (name === '--version') {
    const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'))
    process.stdout.write(`${version}\n`)
    return
  }
  const command = await commandNamed(name)
  const args = parseCommandLine(command, rest)
  if (args.flag('help')) process.stdout.write(commandHelp(command))
  else await command.run(args)
}

/** @throws UsageError */
function commandNamed(name: string): Promise<Command> {
  const entry = commands.find((candidate) => candidate.name === name)
  if (entry) return entry.load()
  throw new UsageError(`There is no command "${name}". Commands: ${commands.map((c) => c.name).join(', ')}.`)
}

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  await main(process.argv.slice(2))
} catch (error) {
  process.exitCode = error instanceof UsageError ? 2 : 1
  if (error instanceof SkeinError) process.stderr.write(`${error.message.trimEnd()}\n`)
  else {
    process.stderr.write('skein met an error that it did not expect; please report it with these lines:\n')
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  }
}
