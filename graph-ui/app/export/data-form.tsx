/** A part of the graph as a data file. */
import { useState } from 'react'
import { api } from '../api/index.ts'
import { useLoaded } from '../details/use-loaded.ts'
import type { Exploration } from '../state/use-explorer.ts'
import type { ExportChoices } from './choices.ts'
import { type DataSourceId, dataSources } from './data-sources.ts'
import { download, fileName } from './download.ts'
import { ExportForm } from './export-form.tsx'
import { useSaving } from './use-saving.ts'

interface DataFormProps {
  exploration: Exploration
  choices: ExportChoices
  choose(change: Partial<ExportChoices>): void
  /** Is told the name of the file. */
  saved(name: string): void
}

export function DataForm({ exploration, choices, choose, saved }: DataFormProps) {
  const { picture } = exploration
  const saving = useSaving(saved)
  const formats = useLoaded('formats', api.exportFormats)
  const sources = dataSources(exploration)
  const [wanted, setWanted] = useState<DataSourceId>('shown')
  const source = sources.find(({ id }) => id === wanted) ?? sources[0]!
  if (formats.state === 'loading') return <p className="note">Asking for the formats …</p>
  if (formats.state === 'failed') {
    return (
      <p role="alert" className="failed">
        {formats.message}
      </p>
    )
  }
  const format = formats.value.find(({ name }) => name === choices.format) ?? formats.value[0]!
  const save = () =>
    saving.save(async (signal) => {
      const title = source.id === 'selection' ? `${picture.title} selection` : picture.title
      const files = []
      for (const part of format.parts) {
        const suffix = part === 'main' ? format.extension : `${part}.${format.extension}`
        const content = await api.exportData(source.data, format.name, part, signal)
        if (content.size === 0) throw new Error('No paper stands behind this: the file would be empty.')
        files.push({ content, name: fileName(title, suffix) })
      }
      for (const { content, name } of files) download(content, name)
      return files.map(({ name }) => name).join(' and ')
    })
  return (
    <ExportForm name="Save data" doing="Collecting the data" saving={saving} save={save}>
      <fieldset className="export-sources">
        <legend>What</legend>
        {sources.map(({ id, name }) => (
          <label key={id} className="check">
            <input
              type="radio"
              name="export-source"
              checked={id === source.id}
              onChange={() => setWanted(id)}
            />
            {name}
          </label>
        ))}
      </fieldset>
      <label className="field">
        Format
        <select value={format.name} onChange={({ currentTarget }) => choose({ format: currentTarget.value })}>
          {formats.value.map(({ name, label }) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {format.holds === 'papers' && (
        <p className="note">
          The papers among it, those behind its edges and claims, and those that introduce its concepts.
        </p>
      )}
    </ExportForm>
  )
}
