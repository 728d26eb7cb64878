import type { Explanation } from './explanation.ts'

/** The explanation for a person. */
export function formatExplanation({ id, name, type, papers, decisions, forms, others }: Explanation): string {
  const lines = [`${name}  (${type}, ${count(papers)}, ${id})`]
  for (const decision of decisions) lines.push(`  ${decision}`)
  lines.push('', forms.length === 1 ? 'One form:' : `Its ${forms.length} forms, and why they are one:`)
  for (const { form, papers: using, reasons, evidence } of forms) {
    lines.push(`  ${form}  (${count(using)})`, ...reasons.map((reason) => `    ${reason}`))
    for (const { paper, title, sentence } of evidence)
      lines.push(`      "${sentence}"`, `        ${title ?? 'without title'} (${paper})`)
  }
  if (others.length > 0) {
    lines.push('', 'Other concepts that share a form, and why they stay apart:')
    for (const other of others) {
      const shared = other.shared.map((form) => `"${form}"`).join(', ')
      lines.push(`  ${other.name}  (${other.type}, ${count(other.papers)}, ${other.id}): ${shared}`)
      lines.push(`    ${other.reason}`)
    }
  }
  return `${lines.join('\n')}\n`
}

function count(papers: number): string {
  return papers === 1 ? '1 paper' : `${papers.toLocaleString('en')} papers`
}
