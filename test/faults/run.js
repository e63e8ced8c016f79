// npm run faults: the long form of everything in this folder; `npm run faults -- 60` makes the contests last 60 seconds each.
import { spawnSync } from 'node:child_process'

const seconds = process.argv[2] ?? '600'
const { status } = spawnSync(
  'npx',
  ['vitest', 'run', 'test/faults', '--no-file-parallelism', '--testTimeout=14400000', '--disable-console-intercept'],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      CRM_FAULTS_STATES: '100000',
      CRM_FAULTS_SCHEDULES: '100000',
      CRM_FAULTS_POINTS: '1000',
      CRM_FAULTS_SECONDS: seconds,
      CRM_FAULTS_WRITERS: '16',
    },
  },
)
process.exitCode = status ?? 1
