/** One path as a sentence; each relation in it opens the sentences that it was read from. */
import { Fragment, useId, useState } from 'react'
import type { Path, ViewNode } from '../../api/contract.ts'
import { Icon } from '../frame/icons.tsx'
import { countOf } from '../numbers.ts'
import { pathSentence, stepRelation, stepSentence } from './path-sentence.ts'
import { StepEvidence } from './step-evidence.tsx'

interface PathItemProps {
  path: Path
  goToNode(key: string): void
  show(): void
}

export function PathItem({ path, goToNode, show }: PathItemProps) {
  const id = useId()
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set())
  const { steps } = path
  const toggle = (step: number) => {
    const next = new Set(open)
    if (!next.delete(step)) next.add(step)
    setOpen(next)
  }
  return (
    <article className="path" aria-label={pathSentence(path)}>
      <div className="path-head">
        <p className="path-sentence">
          {steps.map((step, i) => (
            <Fragment key={step.edge.key}>
              {i === 0 ? <NodeName node={step.from} goToNode={goToNode} /> : ', which'}{' '}
              <button
                type="button"
                className="relation step"
                data-relation={step.edge.type}
                aria-expanded={open.has(i)}
                aria-controls={open.has(i) ? `${id}-${i}` : undefined}
                title={`Sentences: ${stepSentence(step)}`}
                onClick={() => toggle(i)}
              >
                {stepRelation(step)}
              </button>{' '}
              <NodeName node={step.to} goToNode={goToNode} />
            </Fragment>
          ))}
        </p>
        <button type="button" className="text-button" onClick={show}>
          <Icon name="fit" /> Show as picture
        </button>
      </div>
      <p className="path-facts">{factsOf(path)}</p>
      {steps.map(
        (step, i) =>
          open.has(i) && (
            <StepEvidence key={step.edge.key} id={`${id}-${i}`} step={step} goToNode={goToNode} />
          ),
      )}
    </article>
  )
}

function NodeName({ node, goToNode }: { node: ViewNode; goToNode(key: string): void }) {
  return (
    <button type="button" className={`path-node type-${node.type}`} onClick={() => goToNode(node.key)}>
      {node.name}
    </button>
  )
}

/** "2 steps · at least 3 papers behind each · 73 % sure" */
function factsOf({ steps, papers, confidence }: Path): string {
  const support =
    steps.length === 1 ? countOf(papers, 'paper') : `at least ${countOf(papers, 'paper')} behind each`
  const sure = confidence === null ? null : `${Math.round(confidence * 100)} % sure`
  return [countOf(steps.length, 'step'), support, sure].filter((fact) => fact !== null).join(' · ')
}
