// Which kernels may be trusted with a sync of the whole file system: syncfs(2), "Since Linux 5.8".
import { expect, test } from 'vitest'
import { reportsFailedSyncs } from '../../src/world/kernel.ts'

test.each([
  ['linux', '5.8.0', true],
  ['linux', '5.10.16.3-microsoft-standard-WSL2', true],
  ['linux', '6.1.0-18-amd64', true],
  ['linux', '10.0', true],
  ['linux', '5.7.19', false],
  ['linux', '5.4.0-150-generic', false],
  ['linux', '4.18.0-553.el8_10.x86_64', false],
  ['linux', '', false],
  ['linux', 'unknown', false],
  ['darwin', '23.4.0', false],
  ['win32', '10.0.22631', false],
])('%s %s: %s', (platform, release, reports) => {
  expect(reportsFailedSyncs(platform, release)).toBe(reports)
})
