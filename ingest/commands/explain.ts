import { UsageError } from '../../shared/errors.ts'
import { chooseConcept } from '../explanation/choose-concept.ts'
import { explainConcept } from '../explanation/explain-concept.ts'
import { formatExplanation } from '../explanation/format-explanation.ts'
import { type Command, storeOption } from './command.ts'
import { openForReading, storeUrl, withStore } from './open-store.ts'

export const explain: Command = {
  name: 'explain',
  usage: 'explain CONCEPT [options]',
  description: `Says why surface forms are one concept: which are variants in writing, which papers define a short form
(with their sentences), what your override file decided; and which other concepts share a form, and why they
stay apart. CONCEPT is a name or an alias, with its type before it where that helps ("Method:LoRA"), or an id.
What is joined or parted wrongly is put right by an override file: skein ingest --help.`,
  options: { json: { type: 'boolean', help: 'print JSON' }, ...storeOption },
  examples: [
    { line: 'skein explain LoRA', does: 'why "LoRA" and "low-rank adaptation" are one' },
    { line: 'skein explain "Method:crf" --json', does: 'one of several concepts of a name, for a script' },
  ],
  async run(args) {
    const [text, ...more] = args.positionals
    if (text === undefined || text.trim() === '')
      throw new UsageError('Which concept? Give a name, an alias or an id: skein explain CONCEPT')
    if (more.length > 0) throw new UsageError('Put the name in quotes: it has to be one argument.')
    const explanation = await withStore(openForReading(storeUrl(args)), async (store) =>
      explainConcept(store, await chooseConcept(store, text)),
    )
    process.stdout.write(
      args.flag('json') ? `${JSON.stringify(explanation)}\n` : formatExplanation(explanation),
    )
  },
}
