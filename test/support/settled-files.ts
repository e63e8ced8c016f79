// The real file system, but every file of a book was written so long ago that its times can be trusted by the cache.
import { realFiles } from '../../src/world/files.ts'
import type { FileStatus, Files } from '../../src/world/world.ts'

export const settledFiles: Files = {
  ...realFiles,
  status: (path) => {
    const status = realFiles.status(path)
    return status === null || path.includes('/.crm/') ? status : older(status)
  },
  open(path) {
    const file = realFiles.open(path)
    return path.includes('/.crm/') ? file : { ...file, status: older(file.status) }
  },
  read: (path, opened) => realFiles.read(path, opened === undefined ? undefined : (status) => opened(older(status))),
}

function older(status: FileStatus): FileStatus {
  return { ...status, mtimeMs: status.mtimeMs - 10_000, ctimeMs: status.ctimeMs - 10_000 }
}
