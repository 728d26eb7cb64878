/** Makes the knowledge of words and names that the fast tagger's models share, from unlabelled papers and lists. */
import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { type Knowledge, makeKnowledge } from '../../entities/fast/lexicon.ts'
import { splitText } from '../../text/index.ts'
import { type Report, within } from '../report.ts'
import { collectNames } from './corpus-names.ts'
import { countCorpusWords } from './corpus-words.ts'

/** Files of unlabelled abstracts, in the folder `corpora`. */
export const corpora = ['papers', 'arxiv-cs-2019', 'acl-2021']
/** Of the time that it all takes. */
const readingShare = 0.3

/**
 * @param data the folder of corpora and benchmarks
 * @throws where one of its files is missing
 */
export async function gatherKnowledge(data: string, report: Report): Promise<Knowledge> {
  const words = countCorpusWords()
  const names = collectNames()
  for (const [index, corpus] of corpora.entries()) {
    const file = join(data, 'corpora', `${corpus}.jsonl.gz`)
    const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()), crlfDelay: Infinity })
    for await (const line of lines) {
      if (!line.trim()) continue
      const paper = JSON.parse(line) as { title?: string; abstract?: string; keywords?: string[] }
      const document = splitText({ title: paper.title ?? null, abstract: paper.abstract ?? null })
      names.addPaper(document, paper.keywords ?? [])
      const inAbstract = document.sentences.filter(({ start }) => start >= document.abstractStart)
      words.add(inAbstract.map(({ tokens }) => tokens.map(({ text }) => text)))
    }
    report((readingShare * (index + 1)) / corpora.length, `read ${corpus}`)
  }
  for (const [list, file] of [
    ['known dataset', 'datasets'],
    ['known task', 'tasks'],
    ['known metric', 'metrics'],
  ] as const) {
    for (const line of readFileSync(join(data, 'benchmarks', 'tdmsci', `${file}.tsv`), 'utf8').split('\n')) {
      const name = line.split('\t')[1]
      if (name) names.addKnown(list, name.replaceAll('_', ' '))
    }
  }
  return makeKnowledge({ words: words.finish(within(report, readingShare, 1)), names: names.finish() })
}
