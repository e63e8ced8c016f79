// The words of the area "store" as people read them.
import type { storeWords } from '../../../core/base/words/store.ts'

export const store: Readonly<Record<(typeof storeWords)[number], string>> = {
  finished: 'finished',
  discarded: 'discarded',
  kept: 'kept aside',
}
