/** What a command is, and how its help is laid out. */
import { parseArgs } from 'node:util'
import { UsageError } from '../../shared/errors.ts'

interface OptionSpec {
  type: 'string' | 'boolean'
  /** What stands for the value in the help: "N", "FILE". */
  value?: string
  /** What the option says without its value, which is then a number: `--errors` for `--errors 5`. */
  alone?: string
  help: string
}

export interface Arguments {
  positionals: string[]
  /** The value of a string option, or null where it was not given. */
  text(name: string): string | null
  /** Whether a boolean option was given. */
  flag(name: string): boolean
  /** @throws UsageError where the value is not a whole number in the range */
  integer(name: string, fallback: number, minimum: number, maximum: number): number
  /** @throws UsageError where the value is none of the choices */
  choice<T extends string>(name: string, choices: readonly T[], fallback: T): T
}

export interface Command {
  name: string
  /** What follows `skein`: "query CYPHER [options]". */
  usage: string
  /** Paragraphs below the usage line. */
  description: string
  options: Record<string, OptionSpec>
  examples: { line: string; does: string }[]
  /** @throws SkeinError, shown to the person as it stands */
  run(args: Arguments): Promise<void>
}

/** Options that more than one command has. */
export const storeOption: Record<string, OptionSpec> = {
  store: {
    type: 'string',
    value: 'URL',
    help: 'the graph: a path (embedded store), bolt://… or neo4j://… (default: $SKEIN_STORE, else skein.db; the password of a server comes from NEO4J_PASSWORD)',
  },
}

/** @throws UsageError for an unknown option or a missing value */
export function parseCommandLine(command: Command, argv: string[]): Arguments {
  const options = Object.fromEntries(
    Object.entries({ ...command.options, help: { type: 'boolean' as const } }).map(([name, { type }]) => [
      name,
      name === 'help' ? { type, short: 'h' } : { type },
    ]),
  )
  let parsed: { values: Record<string, unknown>; positionals: string[] }
  try {
    parsed = parseArgs({
      args: withValues(argv, command.options),
      options,
      allowPositionals: true,
      strict: true,
    })
  } catch (error) {
    const reason = (error as Error).message.split('. To specify')[0]
    throw new UsageError(`${reason}\nSee: skein ${command.name} --help`)
  }
  const text = (name: string) => (parsed.values[name] as string | undefined) ?? null
  return {
    positionals: parsed.positionals,
    text,
    flag: (name) => parsed.values[name] === true,
    integer(name, fallback, minimum, maximum) {
      const value = text(name)
      if (value === null) return fallback
      const number = Number(value)
      if (value.trim() !== '' && Number.isInteger(number) && number >= minimum && number <= maximum)
        return number
      throw new UsageError(`--${name} takes a whole number from ${minimum} to ${maximum}, not "${value}".`)
    },
    choice(name, choices, fallback) {
      const value = text(name)
      if (value === null) return fallback
      const found = choices.find((choice) => choice === value)
      if (found) return found
      throw new UsageError(`--${name} takes ${choices.join(', ')}, not "${value}".`)
    },
  }
}

/** Gives options that may stand alone the value that they then have. */
function withValues(argv: string[], options: Command['options']): string[] {
  return argv.map((argument, at) => {
    const alone = argument.startsWith('--') ? options[argument.slice(2)]?.alone : undefined
    return alone === undefined || /^\d+$/.test(argv[at + 1] ?? '') ? argument : `${argument}=${alone}`
  })
}

const widest = 98

/** The help text of one command. */
export function commandHelp(command: Command): string {
  const description = command.description.split('\n').flatMap((line) => {
    const indent = line.search(/\S|$/)
    const [first, ...rest] = wrap(line.slice(indent), widest - indent)
    return [' '.repeat(indent) + first, ...rest.map((more) => ' '.repeat(indent + 2) + more)]
  })
  const lines = [`Usage: skein ${command.usage}`, '', ...description, '']
  const specs: Record<string, OptionSpec> = {
    ...command.options,
    help: { type: 'boolean', help: 'this text' },
  }
  const options = Object.entries(specs).map(([name, { value, alone, help }]) => {
    const shown = value === undefined ? '' : alone === undefined ? ` ${value}` : ` [${value}]`
    return { left: `--${name}${shown}`, help }
  })
  const width = Math.max(...options.map(({ left }) => left.length)) + 4
  lines.push('Options:')
  for (const { left, help } of options) {
    const [first, ...rest] = wrap(help, widest - width)
    lines.push(`  ${left.padEnd(width - 2)}${first}`, ...rest.map((line) => ' '.repeat(width) + line))
  }
  if (command.examples.length > 0) {
    lines.push('', 'Examples:')
    for (const { line, does } of command.examples) lines.push(`  ${line}`, `      ${does}`)
  }
  return `${lines.join('\n')}\n`
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line && line.length + word.length + 1 > width) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  return [...lines, line]
}
