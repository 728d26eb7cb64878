/** How every failure is told. */
export interface Failure {
  error: { class: string; message: string; position?: number; reason?: 'deadline' | 'memory' | 'aborted' }
}
