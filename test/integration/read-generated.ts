/**
 * Reads a generated input of any size and prints what it took: `read-generated.ts FORMAT MEGABYTES`.
 * Run by readers-memory.test.ts under a heap limit smaller than the input.
 */
import { readPapers } from '../../ingest/readers/index.ts'

const abstract = 'We present a method that learns from few labels, and compare it with four rivals. '.repeat(
  12,
)

interface Generated {
  start: string
  record: (number: number) => string
  end: string
}

const object = (number: number) =>
  JSON.stringify({
    id: `p${number}`,
    title: `On Gates ${number}`,
    abstract,
    year: 2000,
    authors: ['Ann Lee', 'Bo Wu'],
  })

const formats: Record<string, Generated> = {
  jsonl: { start: '', record: (number) => `${object(number)}\n`, end: '' },
  json: { start: '[', record: (number) => `${number > 0 ? ',' : ''}${object(number)}\n`, end: ']' },
  'json-wrapped': {
    start: '{"meta": {"count": 1}, "results": [',
    record: (number) => `${number > 0 ? ',' : ''}${object(number)}`,
    end: ']}',
  },
  'json-by-id': {
    start: '{',
    record: (number) => `${number > 0 ? ',' : ''}"p${number}": ${object(number)}`,
    end: '}',
  },
  bibtex: {
    start: '@string{jj = "Journal"}\n',
    record: (number) =>
      `@article{p${number},\n  title = {On {G}ates ${number}},\n  author = {Lee, Ann and M{\\"u}ller, Bo},\n  journal = jj,\n  year = 2000,\n  abstract = {${abstract}}\n}\n`,
    end: '',
  },
  ris: {
    start: '',
    record: (number) =>
      `TY  - JOUR\nTI  - On Gates ${number}\nAU  - Lee, Ann\nPY  - 2000\nAB  - ${abstract}\nER  - \n`,
    end: '',
  },
  csv: {
    start: 'Title,Authors,Year,Abstract\n',
    record: (number) => `On Gates ${number},"Lee, Ann; Wu, Bo",2000,"${abstract}"\n`,
    end: '',
  },
  atom: {
    start: '<feed xmlns="http://www.w3.org/2005/Atom"><title>arXiv</title>',
    record: (number) =>
      `<entry><id>http://arxiv.org/abs/1706.${10_000 + (number % 90_000)}v1</id><title>On Gates ${number}</title><summary>${abstract}</summary><published>2000-01-01</published></entry>\n`,
    end: '</feed>',
  },
  listing: { start: '', record: (number) => `On Gates ${number}\n${abstract}\n`, end: '' },
}

const [format = '', megabytes = '100'] = process.argv.slice(2)
const generated = formats[format]
if (!generated) throw new Error(`FORMAT is one of ${Object.keys(formats).join(', ')}`)

let written = 0
async function* bytes({ start, record, end }: Generated): AsyncGenerator<Uint8Array> {
  let text = start
  for (let length = 0; length < Number(megabytes) * 1e6; ) {
    for (; text.length < 65_536; written++) text += record(written)
    length += text.length
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(end)
}

async function main(source: Generated): Promise<void> {
  const started = performance.now()
  let records = 0
  let problems = 0
  for await (const event of readPapers(['-'], { stdin: bytes(source) })) {
    if (event.kind === 'record') records++
    else problems++
  }
  const seconds = (performance.now() - started) / 1000
  const memory = process.resourceUsage().maxRSS / 1000
  process.stdout.write(`${JSON.stringify({ format, written, records, problems, seconds, memory })}\n`)
}

await main(generated)
