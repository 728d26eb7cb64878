import type { ExportFormat, View } from '../../api/contract.ts'
import { get, postRaw } from './request.ts'

export const exportCalls = {
  exportFormats: () => get<ExportFormat[]>('export/formats', {}),
  exportView: async (view: View, format: string, part: ExportFormat['parts'][number]) => {
    const nodes = view.nodes.map(({ key }) => key)
    const edges = view.edges.map(({ source, type, target }) => ({ source, type, target }))
    return (await postRaw('export', { format, part, view: { nodes, edges } }, null)).blob()
  },
}
