import type { CypherForm } from './cypher-forms.ts'
import type { StoreUnderTest } from './stores.ts'

export interface FormResult {
  form: CypherForm
  store: StoreUnderTest['name']
  passed: boolean
}

/** The forms and what each store made of them, as a table in Markdown. */
export function formsTable(
  groups: { group: string; forms: CypherForm[] }[],
  stores: StoreUnderTest[],
  results: FormResult[],
): string {
  const forms = groups.flatMap((group) => group.forms)
  const lines = [
    '# Forms of Cypher on each store',
    '',
    `${forms.length} forms. "as expected" means: exactly the rows of the table in test/contract/forms.`,
    '',
  ]
  for (const { name, skip } of stores) {
    const own = results.filter(({ store }) => store === name)
    const same = own.filter(({ passed, form }) => passed && !form.differs?.[name]).length
    const different = own.filter(({ passed, form }) => passed && form.differs?.[name]).length
    lines.push(
      skip === null
        ? `- ${name}: ${same} as expected, ${different} differ as listed, ${own.length - same - different} failed`
        : `- ${name}: not run, ${skip}`,
    )
  }
  lines.push('', `| form | Cypher | ${stores.map(({ name }) => name).join(' | ')} |`)
  lines.push(`| --- | --- | ${stores.map(() => '---').join(' | ')} |`)
  for (const { group, forms: members } of groups) {
    for (const form of members) {
      const cells = stores.map(({ name }) => outcome(form, name, results))
      lines.push(`| ${group}: ${cell(form.name)} | \`\` ${cell(form.cypher)} \`\` | ${cells.join(' | ')} |`)
    }
  }
  return `${lines.join('\n')}\n`
}

function outcome(form: CypherForm, name: StoreUnderTest['name'], results: FormResult[]): string {
  const result = results.find((one) => one.form === form && one.store === name)
  if (!result) return 'not run'
  if (!result.passed) return 'FAILED'
  const difference = form.differs?.[name]
  if (!difference) return 'as expected'
  const instead = 'error' in difference ? difference.error : JSON.stringify(difference.rows)
  return cell(`differs: ${instead}; ${difference.reason}`)
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
