import type { ExportedView, ExportFormat, ExportPart } from '../../api/contract.ts'
import { get, postRaw } from './request.ts'

/** A part of the graph: nodes and edges by their keys, or what a query finds. */
export type ExportedData =
  | { view: ExportedView }
  | { cypher: string; params: Readonly<Record<string, unknown>> }

export const exportCalls = {
  exportFormats: (signal: AbortSignal) => get<ExportFormat[]>('export/formats', {}, signal),
  exportData: async (data: ExportedData, format: string, part: ExportPart, signal: AbortSignal) =>
    (await postRaw('export', { format, part, ...data }, signal)).blob(),
}
