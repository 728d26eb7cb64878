import { paperQueue } from './use-paper-queue.ts'

/** Whether files are dragged, and not text or a link. */
export function hasFiles(data: DataTransfer | null): boolean {
  return data?.types.includes('Files') ?? false
}

/** Reads what was dropped; a folder, which a page cannot read as a file, is told of. */
export function takeDropped(data: DataTransfer): void {
  const folders = new Set<string>()
  for (const item of data.items) {
    const entry = item.webkitGetAsEntry()
    if (entry?.isDirectory) folders.add(entry.name)
  }
  takeFiles([...data.files].filter(({ name }) => !folders.has(name)))
  for (const name of folders) paperQueue.refuse(name, 'This is a folder. Drop the files in it.')
}

export function takeFiles(files: readonly File[]): void {
  paperQueue.add(files.map((file) => ({ name: file.name, bytes: file })))
}
