// What the kernel is known to do, by its release as `uname -r` says it.

/**
 * Whether syncing a whole file system fails when something could not be written: syncfs(2) does since Linux 5.8, and before
 * that answered well whatever was lost.
 */
export function reportsFailedSyncs(platform: string, release: string): boolean {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(release) ?? []
  if (platform !== 'linux' || major === undefined || minor === undefined) return false
  return Number(major) > 5 || (Number(major) === 5 && Number(minor) >= 8)
}
