/** Pairs on which papers disagree: each with a sentence of both sides, and the way into the picture. */
import { useId, useRef, useState } from 'react'
import type { Contradiction, ContradictionSide, Contradictions } from '../../api/contract.ts'
import { api } from '../api/index.ts'
import { EvidenceStatement } from '../details/evidence-item.tsx'
import { WhenLoaded } from '../details/loading.tsx'
import { MorePages } from '../details/more-pages.tsx'
import { usePages } from '../details/use-pages.ts'
import type { DeskPanelProps } from '../frame/desk-props.ts'
import { Icon } from '../frame/icons.tsx'
import { countOf, yearRange } from '../numbers.ts'
import { contradictionCells } from './copied-tables.ts'
import { CopyTable } from './copy-table.tsx'
import { edgeOf } from './edges.ts'
import './contradictions.css'
import './tables.css'

const pairsAtOnce = 20

export default function ContradictionsPanel({ exploration, goToNode }: DeskPanelProps) {
  const pages = usePages<Contradictions>('contradictions', async (before, signal) => {
    const offset = before?.pairs.length ?? 0
    const next = await api.contradictions({ limit: pairsAtOnce, offset }, signal)
    return { ...next, pairs: [...(before?.pairs ?? []), ...next.pairs] }
  })
  const list = useRef<HTMLOListElement>(null)
  const [open, setOpen] = useState<string | null>(null)

  function showPair({ sides }: Contradiction): void {
    const [a, b] = sides.map(({ concept }) => concept)
    const edge = edgeOf(a!.key, 'OUTPERFORMS', b!.key)
    exploration.showFetched(
      `${a!.name} or ${b!.name}`,
      { kind: 'nodes' },
      (signal) => api.view([a!.key, b!.key], signal),
      edge.key,
    )
  }

  return (
    <div className="contradictions">
      <WhenLoaded loaded={pages.loaded}>
        {({ pairs, total }) =>
          total === 0 ? (
            <p className="note">
              No two papers here disagree on who outperforms whom. The more papers the graph holds on the same
              methods, the more there is to find.
            </p>
          ) : (
            <>
              <div className="table-head">
                <p className="note">
                  {countOf(total, 'pair')} on which papers disagree; those with more papers on both sides
                  first.
                </p>
                <CopyTable table="the pairs" rows={contradictionCells(pairs)} />
              </div>
              <ol aria-label="Contradictions" ref={list}>
                {pairs.map((pair) => {
                  const name = JSON.stringify(pair.sides.map(({ concept }) => concept.key))
                  return (
                    <Pair
                      key={name}
                      pair={pair}
                      isOpen={open === name}
                      toggle={() => setOpen(open === name ? null : name)}
                      show={() => showPair(pair)}
                      compare={() =>
                        exploration.openDesk(
                          'compare',
                          pair.sides.map(({ concept }) => concept.key),
                        )
                      }
                      read={goToNode}
                    />
                  )
                })}
              </ol>
              <MorePages
                pages={pages}
                shown={pairs.length}
                total={total}
                pageSize={pairsAtOnce}
                things="pairs"
                list={list}
              />
            </>
          )
        }
      </WhenLoaded>
    </div>
  )
}

interface PairProps {
  pair: Contradiction
  isOpen: boolean
  toggle(): void
  show(): void
  compare(): void
  read(key: string): void
}

function Pair({ pair, isOpen, toggle, show, compare, read }: PairProps) {
  const id = useId()
  const [first, second] = pair.sides
  return (
    <li className="contradiction">
      <div className="contradiction-line">
        <button
          type="button"
          className="contradiction-pair"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={toggle}
        >
          <strong>{first.concept.name}</strong> <span className="count">{sideOf(first, second)}</span>{' '}
          <span className="against-sign" aria-hidden="true">
            ≠
          </span>{' '}
          <strong>{second.concept.name}</strong> <span className="count">{sideOf(second, first)}</span>
        </button>
        <span className="count">{yearRange(pair.firstYear, pair.lastYear)}</span>
        <button type="button" className="text-button" onClick={show}>
          <Icon name="fit" /> Show in the picture
        </button>
        <button type="button" className="text-button" onClick={compare}>
          <Icon name="compare" /> Compare
        </button>
      </div>
      {isOpen && (
        <div id={id} className="contradiction-sides">
          {[first, second].map((side) => (
            <section key={side.concept.key} aria-label={`For ${side.concept.name}`}>
              <h3>
                {countOf(side.papers, 'paper')} for {side.concept.name}
              </h3>
              <ol className="statements">
                {/* Where it denies that the other is ahead, it speaks for this side all the same. */}
                <EvidenceStatement item={{ ...side.example, stance: 'for' }} read={read} />
              </ol>
            </section>
          ))}
        </div>
      )}
    </li>
  )
}

/** "2 papers say it is ahead, 1 that VGG is not" */
function sideOf({ ahead, notBehind }: ContradictionSide, other: ContradictionSide): string {
  const says = (count: number) => `${countOf(count, 'paper')} ${count === 1 ? 'says' : 'say'}`
  if (notBehind === 0) return `${says(ahead)} it is ahead`
  if (ahead === 0) return `${says(notBehind)} ${other.concept.name} is not ahead`
  return `${says(ahead)} it is ahead, ${notBehind} that ${other.concept.name} is not`
}
