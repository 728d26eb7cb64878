/** The datasets on which papers report numbers, found by name. */
import { useEffect, useState } from 'react'
import { api } from '../api/index.ts'
import { WhenLoaded } from '../details/loading.tsx'
import { useLoaded } from '../details/use-loaded.ts'
import { countOf } from '../numbers.ts'

interface DatasetListProps {
  chosen: string | null
  choose(key: string): void
}

/** Waiting for the next letter costs less than an answer nobody reads. */
const pauseMs = 150

export function DatasetList({ chosen, choose }: DatasetListProps) {
  const [typed, setTyped] = useState('')
  const [wanted, setWanted] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setWanted(typed.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  const loaded = useLoaded(wanted, (signal) => api.leaderboards(wanted, signal))
  return (
    <section className="dataset-list" aria-label="Datasets with numbers">
      <input
        type="search"
        aria-label="Find a dataset"
        placeholder="Find a dataset"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <WhenLoaded loaded={loaded}>
        {({ datasets, total }) => (
          <>
            {total === 0 && (
              <p className="note">
                {wanted === ''
                  ? 'No paper here reports a number on a dataset.'
                  : `No dataset with numbers is called “${wanted}”.`}
              </p>
            )}
            <ul>
              {datasets.map(({ key, name, methods, papers }) => (
                <li key={key}>
                  <button
                    type="button"
                    aria-current={key === chosen || undefined}
                    onClick={() => choose(key)}
                  >
                    <span>{name}</span>{' '}
                    <span className="count">
                      {countOf(methods, 'method')} · {countOf(papers, 'paper')}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
            {datasets.length < total && (
              <p className="note">
                The first {datasets.length.toLocaleString('en')} of {total.toLocaleString('en')}; type a name
                to find others.
              </p>
            )}
          </>
        )}
      </WhenLoaded>
    </section>
  )
}
