// The entry of the other thread: it reads customers' files while the first one reads the journal.
import { isShares, readShares } from './store/customer-shares.ts'
import { realFiles } from './world/files.ts'
import { threadJob } from './world/thread.ts'

const { job, answer } = threadJob()
if (isShares(job)) readShares(realFiles, job, answer)
