// closes/<yyyy-mm>.yaml: a closed month with its totals; closes/<yyyy-mm>.csv: what it is sealed over.
import * as z from 'zod'
import type { Currency } from '../../core/base/currency.ts'
import { isRowId } from '../../core/base/id.ts'
import { formatAmount, type Minor } from '../../core/base/money.ts'
import { once } from '../../core/base/once.ts'
import type { Close, PeriodTotals, SealedLine } from '../../core/book/close.ts'
import type { CsvCodec } from '../csv/codec.ts'
import { writeRow } from '../csv/write.ts'
import * as field from '../fields.ts'
import { amountAt, type YamlCodec } from '../yaml/codec.ts'
import { type OutMap, plain, writeMap } from '../yaml/write.ts'
import { modeline } from './modeline.ts'

const amounts = once(
  () =>
    ({
      before: field.amount,
      opening: field.amount,
      bill: field.amount,
      fee: field.amount,
      recover: field.amount,
      refund: field.amount,
      out: field.amount,
      payment: field.amount,
      credit: field.amount,
      in: field.amount,
      deduct: field.amount,
      writeoff: field.amount,
      after: field.amount,
      open: field.amount,
      onAccount: field.amount,
    }) as const satisfies Record<Exclude<keyof PeriodTotals, 'currency'>, unknown>,
)

export const closeSchema = once(() =>
  z
    .strictObject({
      month: field.monthField,
      state: z.enum(['closed', 'reopened']),
      date: field.dayField,
      totals: z.array(z.strictObject({ currency: field.currencyField, ...amounts() })).exactOptional(),
      provision: z.array(z.strictObject({ currency: field.currencyField, amount: field.amount })).exactOptional(),
      rows: field.whole,
      digest: field.sha256,
      previous: field.sha256.exactOptional(),
      seal: field.sha256,
      reopened: z
        .array(z.strictObject({ date: field.dayField, reason: field.filled, seal: field.sha256 }))
        .exactOptional(),
    })
    .meta({ title: 'closes/<yyyy-mm>.yaml' }),
)

/** The file's name without `.yaml`. */
export interface CloseContext {
  readonly month: string
}

export const closeCodec: YamlCodec<z.output<ReturnType<typeof closeSchema>>, Close, CloseContext> = {
  kind: 'close',
  get schema() {
    return closeSchema()
  },
  limit: 1024 * 1024,
  value({ totals = [], provision = [], previous = '', reopened = [], ...rest }, context, complain) {
    if (rest.month !== context.month)
      complain(['month'], 'id-differs-from-file', { id: rest.month, name: context.month })
    const money = (path: readonly (string | number)[], text: string, currency: Currency) =>
      amountAt(complain, path, text, currency)
    return {
      ...rest,
      totals: totals.map((shape, i): PeriodTotals => {
        const { currency } = shape
        const amount = (key: keyof ReturnType<typeof amounts>) => money(['totals', i, key], shape[key], currency)
        return {
          currency,
          before: amount('before'),
          opening: amount('opening'),
          bill: amount('bill'),
          fee: amount('fee'),
          recover: amount('recover'),
          refund: amount('refund'),
          out: amount('out'),
          payment: amount('payment'),
          credit: amount('credit'),
          in: amount('in'),
          deduct: amount('deduct'),
          writeoff: amount('writeoff'),
          after: amount('after'),
          open: amount('open'),
          onAccount: amount('onAccount'),
        }
      }),
      provision: provision.map(({ currency, amount }, i) => ({
        currency,
        amount: money(['provision', i, 'amount'], amount, currency),
      })),
      previous,
      reopened,
    }
  },
}

export function writeClose(close: Close): string {
  const { month, state, date, totals, provision, rows, digest, previous, seal, reopened } = close
  const tree: OutMap = {
    month: plain(month),
    state,
    date: plain(date),
    totals: totals.map(({ currency, ...sums }) => ({
      currency,
      ...Object.fromEntries(Object.entries(sums).map(([key, amount]) => [key, money(amount, currency)])),
    })),
    provision: provision.map(({ currency, amount }) => ({ currency, amount: money(amount, currency) })),
    rows: plain(rows),
    digest,
    previous: previous === '' ? undefined : previous,
    seal,
    reopened: reopened.map((r) => ({ date: plain(r.date), reason: r.reason, seal: r.seal })),
  }
  return modeline('close', 1) + writeMap(tree)
}

function money(amount: Minor, currency: Currency) {
  return plain(formatAmount(amount, currency))
}

export const sealedSchema = once(() =>
  z
    .strictObject({ kind: z.enum(['row', 'document']), id: field.filled, digest: field.rowIdField })
    .meta({ title: 'closes/<yyyy-mm>.csv' }),
)

export const sealedCodec: CsvCodec<z.output<ReturnType<typeof sealedSchema>>, SealedLine, undefined> = {
  kind: 'sealed',
  columns: ['kind', 'id', 'digest'],
  get schema() {
    return sealedSchema()
  },
  limit: 256 * 1024 * 1024,
  value: (shape) => shape,
  quick([kind = '', id = '', digest = '']) {
    const known = (kind === 'row' || kind === 'document') && id !== '' && isRowId(digest)
    return known ? { kind, id, digest } : null
  },
  cells: (line) => [line.kind, line.id, line.digest],
}

export function writeSealed(lines: readonly SealedLine[]): string {
  return [sealedCodec.columns, ...lines.map(sealedCodec.cells)].map((cells) => `${writeRow(cells)}\n`).join('')
}
