// A journal row from only what it has to say.
import type { JournalRow } from './journal.ts'

type Needed = 'id' | 'date' | 'kind' | 'customer' | 'amount' | 'currency'

/** Everything that is not said is empty. */
export function journalRowOf(said: Pick<JournalRow, Needed> & Partial<JournalRow>): JournalRow {
  return {
    document: '',
    of: '',
    item: '',
    quantity: '',
    price: '',
    tax: null,
    rate: '',
    due: null,
    reason: '',
    source: '',
    method: '',
    memo: '',
    ...said,
  }
}
