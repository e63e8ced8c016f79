// The words of the area "store" as people read them.
import type { storeWords } from '../../../core/base/words/store.ts'

export const store: Readonly<Record<(typeof storeWords)[number], string>> = {
  finished: '已完成',
  discarded: '已丢弃',
  kept: '另存',
}
