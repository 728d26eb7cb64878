/** One path as a picture that reads from left to right. */
import type { Path, View } from '../../api/contract.ts'

const stepWidth = 190
/** Names beside each other would meet on one line. */
const stepHeight = 46

export function pathPicture({ steps }: Path): View {
  const walked = [...steps.slice(0, 1).map(({ from }) => from), ...steps.map(({ to }) => to)]
  return {
    nodes: walked.map((node, i) => ({ ...node, x: i * stepWidth, y: i % 2 === 0 ? 0 : stepHeight })),
    edges: steps.map(({ edge }) => edge),
  }
}
