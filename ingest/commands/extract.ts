import { once } from 'node:events'
import { InputError, UsageError } from '../../shared/errors.ts'
import type { Extraction, PaperRecord } from '../../shared/schema.ts'
import { type Extractor, openExtractor } from '../extraction/extractor.ts'
import { fractionRead, type ReadProgress, readPapers } from '../readers/index.ts'
import { fileName } from '../readers/input-files.ts'
import { tiers } from '../tiers.ts'
import type { Command } from './command.ts'
import { modelsIn, modelsOption, taggerOption } from './ingest.ts'
import { startProgress } from './progress.ts'

/** Records extracted together. */
const batchSize = 256
/** So few are read sooner in this thread than in one that has to be started and to load the models first. */
const fewRecords = 32

export const extract: Command = {
  name: 'extract',
  usage: 'extract PATH… [options]',
  description: `Prints one JSON line for each record, in input order: id (the record's own), title, entities with type, role,
aliases and mentions, relations, and claims with their spans. Offsets are UTF-16 offsets into the title, a line break
and the abstract (into the abstract alone where there is no title). Nothing is merged across records.`,
  options: { ...taggerOption, ...modelsOption },
  examples: [
    { line: 'skein extract papers.jsonl > extracted.jsonl', does: 'for a script' },
    {
      line: 'echo "We propose FooNet, which outperforms BERT on GLUE." | skein extract -',
      does: 'to try it',
    },
  ],
  async run(args) {
    const paths = args.positionals
    if (paths.length === 0)
      throw new UsageError('Which papers? Give files, folders or "-": skein extract PATH…')
    const tagger = args.choice(
      'tagger',
      tiers.map(({ name }) => name),
      tiers[0]!.name,
    )
    const models = modelsIn(args, (path) => path)
    let extractor = null as Extractor | null
    const progress = startProgress('extracting')
    let printed = 0
    const print = async (records: PaperRecord[]) => {
      extractor ??= await openExtractor(tagger, records.length > fewRecords ? undefined : 0, models)
      const extractions = await extractor.extract(records, (index, reason) => {
        const { file, place } = records[index]!.source
        progress.say(`${fileName(file)}, ${place}: ${reason}`)
      })
      const lines = records.map((record, index) => line(record, extractions[index]!))
      printed += records.length
      if (!process.stdout.write(lines.join(''))) await once(process.stdout, 'drain')
    }
    try {
      let batch: PaperRecord[] = []
      const onProgress = (bytes: ReadProgress) => progress.update(printed + batch.length, fractionRead(bytes))
      let unread: InputError | null = null
      try {
        for await (const event of readPapers(paths, { onProgress })) {
          if (event.kind === 'problem') {
            const { file, line, reason } = event.problem
            progress.say(`${fileName(file)}${line === null ? '' : `, line ${line}`}: ${reason}`)
            continue
          }
          batch.push(event.record)
          if (batch.length < batchSize) continue
          await print(batch)
          batch = []
        }
      } catch (error) {
        // Comes after all other paths have been read.
        if (!(error instanceof InputError)) throw error
        unread = error
      }
      await print(batch)
      if (unread) throw unread
    } finally {
      progress.finish()
      await extractor?.close()
    }
  },
}

function line(record: PaperRecord, { entities, relations, claims }: Extraction): string {
  const id = record.givenId ?? `${record.source.file}#${record.source.place}`
  return `${JSON.stringify({ id, title: record.title, entities, relations, claims })}\n`
}
