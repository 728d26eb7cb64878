import { describe, expect, it } from 'vitest'
import { type Command, commandHelp, parseCommandLine } from '../../../ingest/commands/command.ts'
import { UsageError } from '../../../shared/errors.ts'

const command: Command = {
  name: 'weave',
  usage: 'weave THREAD… [options]',
  description: 'Weaves.',
  options: {
    colour: { type: 'string', value: 'NAME', help: 'red or blue' },
    times: { type: 'string', value: 'N', help: 'how often' },
    depth: { type: 'string', value: 'N', alone: '5', help: 'how deep' },
    loose: { type: 'boolean', help: 'not tight' },
  },
  examples: [{ line: 'skein weave a b', does: 'weaves a and b' }],
  run: async () => {},
}

describe('parseCommandLine', () => {
  it('tells options from positionals', () => {
    const args = parseCommandLine(command, ['a', '--colour', 'red', 'b', '--loose'])
    expect(args.positionals).toEqual(['a', 'b'])
    expect(args.text('colour')).toBe('red')
    expect(args.flag('loose')).toBe(true)
    expect(args.text('times')).toBeNull()
    expect(args.integer('times', 3, 1, 9)).toBe(3)
    expect(args.choice('colour', ['red', 'blue'], 'blue')).toBe('red')
  })

  it.each([
    [['a', '--depth'], '5', ['a']],
    [['--depth', 'a'], '5', ['a']],
    [['--depth', '--loose', 'a'], '5', ['a']],
    [['--depth', '7', 'a'], '7', ['a']],
    [['--depth=7', 'a'], '7', ['a']],
    [['a'], null, ['a']],
  ])('takes a number or none after an option that may stand alone: %j', (argv, depth, positionals) => {
    const args = parseCommandLine(command, argv)
    expect([args.text('depth'), args.positionals]).toEqual([depth, positionals])
  })

  it.each([
    [['--color', 'red'], /--color/],
    [['--colour'], /colour/],
  ])('refuses %j', (argv, message) => {
    expect(() => parseCommandLine(command, argv)).toThrow(UsageError)
    expect(() => parseCommandLine(command, argv)).toThrow(message)
  })

  it.each(['x', '0', '10', '2.5', ''])('refuses %j where a number from 1 to 9 belongs', (value) => {
    const args = parseCommandLine(command, [`--times=${value}`])
    expect(() => args.integer('times', 3, 1, 9)).toThrow('--times takes a whole number from 1 to 9')
  })

  it('names the choices', () => {
    const args = parseCommandLine(command, ['--colour', 'green'])
    expect(() => args.choice('colour', ['red', 'blue'], 'red')).toThrow(
      '--colour takes red, blue, not "green".',
    )
  })
})

describe('commandHelp', () => {
  it('lists every option and example', () => {
    const help = commandHelp(command)
    for (const part of ['Usage: skein weave', '--colour NAME', '--loose', '--help', 'skein weave a b']) {
      expect(help).toContain(part)
    }
    expect(Math.max(...help.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
  })
})
