import { SkeinError, UsageError } from '../../shared/errors.ts'
import { openExtractor } from '../extraction/extractor.ts'
import { openLoader } from '../loading/index.ts'
import { extractionVersion } from '../pipeline.ts'
import { tiers } from '../tiers.ts'
import { type Command, storeOption } from './command.ts'
import { overridesOption, readOverrides } from './ingest.ts'
import { openForReading, storeUrl, withStore } from './open-store.ts'

export const remove: Command = {
  name: 'remove',
  usage: 'remove ID… [options]',
  description: `Removes papers and all that only they said: claims, the edges derived from them, concepts that no other
paper names. An id is the Paper's property "id" ("arxiv:1706.03762").`,
  options: { ...overridesOption, ...storeOption },
  examples: [{ line: 'skein remove arxiv:1706.03762', does: 'takes one paper out' }],
  async run(args) {
    const ids = args.positionals
    if (ids.length === 0) throw new UsageError('Which paper? Give its id: skein remove ID…')
    const overrides = readOverrides(args.text('overrides'), (path) => path)
    const missing = await withStore(openForReading(storeUrl(args)), async (store) => {
      const tagger = tiers[0]!.name
      const extractor = await openExtractor(tagger, 0)
      const loader = await openLoader(store, { version: `${extractionVersion} ${tagger}`, overrides })
      const notThere: string[] = []
      for (const id of ids) {
        const removed = await loader.remove(id, (papers) =>
          extractor.extract(papers, (index, reason) => {
            process.stderr.write(`${papers[index]!.id}: ${reason}\n`)
          }),
        )
        if (removed.length === 0) notThere.push(id)
      }
      await loader.settle()
      return notThere
    })
    process.stderr.write(`${ids.length - missing.length} removed.\n`)
    if (missing.length > 0) {
      throw new SkeinError(
        `No paper with the id ${missing.join(', ')}. Find ids with: skein query "MATCH (p:Paper) RETURN p.id, p.title"`,
      )
    }
  },
}
