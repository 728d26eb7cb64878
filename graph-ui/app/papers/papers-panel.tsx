/** Bringing papers in: files are dropped or chosen, text is pasted, and what comes of it is told. */
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { pastedText } from '../../../shared/ingest-papers.ts'
import type { DeskPanelProps } from '../frame/desk-props.ts'
import { Icon } from '../frame/icons.tsx'
import { AddedPapers } from './added-papers.tsx'
import { takeFiles } from './dropped.ts'
import { QueueItem } from './queue-item.tsx'
import { paperQueue, useQueuedPapers } from './use-paper-queue.ts'
import './papers.css'

export default function PapersPanel({ exploration, about }: DeskPanelProps) {
  const items = useQueuedPapers()
  const [text, setText] = useState('')
  const files = useRef<HTMLInputElement>(null)
  // The focus comes here when the panel is opened, not later.
  useEffect(() => {
    if (about.length === 0) files.current?.focus()
  }, [about])

  const paste = (event: FormEvent) => {
    event.preventDefault()
    paperQueue.add([{ name: pastedText, bytes: new Blob([text]) }])
    setText('')
  }
  const clear = () => {
    paperQueue.clear()
    files.current?.focus()
  }
  return (
    <div className="papers">
      <div className="papers-in">
        <label className="papers-files">
          <Icon name="export" />
          <span>
            <b>Drop files anywhere, or choose them</b>
            <small>
              BibTeX, RIS, CSV, JSON and JSON Lines, arXiv, ACL Anthology, PubMed, JATS, TEI and plain
              abstracts, gzipped or not
            </small>
          </span>
          <input
            ref={files}
            type="file"
            multiple
            aria-label="Files with papers"
            onChange={({ target }) => {
              takeFiles([...(target.files ?? [])])
              // The same file can be chosen again.
              target.value = ''
            }}
          />
        </label>
        <form className="papers-paste" aria-label="Paste papers" onSubmit={paste}>
          <label htmlFor="papers-text">Paste</label>
          <textarea
            id="papers-text"
            value={text}
            spellCheck={false}
            placeholder="@article{…}, records, or abstracts, one a line"
            onChange={({ target }) => setText(target.value)}
          />
          <button type="submit" className="text-button" disabled={text.trim() === ''}>
            Add this text
          </button>
        </form>
      </div>
      <div className="papers-queue">
        {items.length === 0 ? (
          <p className="note">
            They are read here, on the machine that runs Skein, as <code>skein ingest</code> reads them.
            Papers that are in the graph already are not taken twice.
          </p>
        ) : (
          <ul aria-label="Papers on their way">
            {items.map((item) => (
              <QueueItem key={item.id} item={item} />
            ))}
          </ul>
        )}
        <AddedPapers items={items} exploration={exploration} clear={clear} />
      </div>
    </div>
  )
}
