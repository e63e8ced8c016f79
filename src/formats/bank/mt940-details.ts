// Field :86: of an MT940 line: the subfields of German banks, the keywords of SEPA and of Dutch banks, or plain text.
import type { StatementLine } from './statement.ts'

type Details = Pick<StatementLine, 'payer' | 'payerAccount' | 'text' | 'structured'> &
  Partial<
    Pick<
      StatementLine,
      | 'endToEnd'
      | 'mandate'
      | 'code'
      | 'reason'
      | 'kind'
      | 'reference'
      | 'original'
      | 'originalCurrency'
      | 'fee'
      | 'batch'
      | 'details'
    >
  >

/** Kinds of business of the German banks (GVC, annex 3 of the agreement on remote data transmission), by what they are to us. */
const kindOfCode = new Map<string, string>([
  ...['108', '109', '159'].map((c) => [c, 'return'] as const),
  ...['191', '192', '194', '196'].map((c) => [c, 'batch'] as const),
  ...['808', '809'].map((c) => [c, 'fee'] as const),
  ...['814'].map((c) => [c, 'interest'] as const),
  ...['116', '117', '118', '119', '152', '153', '155', '156', '166', '167', '168', '169', '177'].map(
    (c) => [c, 'transfer'] as const,
  ),
])

/** What is empty in `line` is filled; a reversal stays one. */
export function detailsOf(text: string, line: StatementLine): Partial<StatementLine> {
  const german = /^(\d{3})(\D)(?=\d{2})/.exec(text)
  const found =
    german !== null
      ? subfields(german[1] ?? '', text.slice(3), german[2] ?? '?')
      : /^\/[A-Z]{3,4}\//.test(text)
        ? slashed(text)
        : plain(text)
  const { kind: business = '', code = '', reference = '', reason = '', original, originalCurrency, fee } = found
  const kind = line.kind === 'reversal' || line.kind === 'return' || business === '' ? line.kind : business
  const said: { -readonly [K in keyof StatementLine]?: StatementLine[K] } = { ...found }
  said.kind = kind
  said.reason = kind === 'return' || kind === 'reversal' ? reason : ''
  said.code = [line.code ?? '', code].filter((c) => c !== '').join(' ')
  said.reference = line.reference || reference
  // The customer's own reference has no column beside the bank's, but is not lost.
  if (line.reference !== '' && reference !== '' && line.reference !== reference)
    said.text = `${found.text} KREF+${reference}`.trim()
  if (fee !== undefined && line.fee !== undefined) said.fee = line.fee
  if (original === undefined) return said
  said.original = line.original ?? (line.amount.startsWith('-') ? '-' : '') + original
  said.originalCurrency = (line.original === undefined ? originalCurrency : line.originalCurrency) || line.currency
  return said
}

function joined(text: string): string {
  return (/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text).trim()
}

function plain(text: string): Details {
  const all = joined(text)
  return { payer: '', payerAccount: '', text: all, structured: structuredIn(all) }
}

/** A creditor reference of ISO 11649, or of Belgian banks (`+++123/4567/89012+++`). */
function structuredIn(text: string): string {
  return (
    /(?:^|\s)(RF\d{2}[A-Z0-9]{1,21})(?:\s|$)/.exec(text)?.[1] ??
    /(?:\+\+\+|\*\*\*)\d{3}\/\d{4}\/\d{5}(?:\+\+\+|\*\*\*)/.exec(text)?.[0] ??
    ''
  )
}

const purposeFields = [20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 60, 61, 62, 63]

/** `?20` to `?29` and `?60` to `?63` are the text, cut at any character; `?32` and `?33` the name, `?31` the account. */
function subfields(code: string, text: string, mark: string): Details {
  const parts = new Map<number, string>()
  const flat = text.includes('\n') ? text.replaceAll('\n', '') : text
  for (let from = 0; from <= flat.length; ) {
    const next = flat.indexOf(mark, from)
    const end = next < 0 ? flat.length : next
    const tens = flat.charCodeAt(from) - 48
    const ones = flat.charCodeAt(from + 1) - 48
    const number = tens * 10 + ones
    // The digits must lie before the next mark, so that `?2?` is none.
    if (end - from >= 2 && tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9)
      parts.set(number, (parts.get(number) ?? '') + flat.slice(from + 2, end))
    from = end + 1
  }
  const at = (number: number) => parts.get(number) ?? ''
  let purpose = ''
  for (const number of purposeFields) {
    const part = parts.get(number)
    if (part !== undefined) purpose += /^[A-Z]{4}\+/.test(part) ? ` ${part}` : part
  }
  const kind = kindOfCode.get(code) ?? ''
  const found = keywords(purpose)
  const reason = at(34).trim()
  return {
    ...found,
    payer: joined(at(32) + at(33)) || (found.payer ?? ''),
    payerAccount: at(31).trim(),
    text: found.text === '' ? at(0).trim() : found.text,
    code,
    kind,
    ...(kind === 'batch' ? { batch: at(10).trim() } : {}),
    reason: /^0*$/.test(reason) ? '' : reason,
  }
}

const noReference = /^(?:NOTPROVIDED|NONREF|NOREF)?$/i

/** `EREF+…KREF+…MREF+…SVWZ+…` as German banks write SEPA's fields into the text; `OAMT` and `COAM` are amount and charges of a return. */
function keywords(purpose: string): Omit<Details, 'payerAccount' | 'payer'> & { readonly payer?: string } {
  if (!purpose.includes('+')) {
    const text = joined(purpose)
    return { text, structured: structuredIn(text), payer: '', endToEnd: '', mandate: '', reference: '' }
  }
  const parts = purpose.split(/(?:^|\s)?\b(EREF|KREF|MREF|BREF|RREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|PURP)\+/)
  const [lead = ''] = parts
  const said = new Map<string, string>()
  for (let i = 1; i < parts.length; i += 2) said.set(parts[i] ?? '', joined(parts[i + 1] ?? ''))
  const get = (key: string) => said.get(key) ?? ''
  const id = (key: string) => (noReference.test(get(key)) ? '' : get(key))
  const text = [joined(lead), get('SVWZ')].filter((t) => t !== '').join(' ')
  const money = (key: string) => /^([A-Z]{3})? ?(\d+(?:[.,]\d+)?)/.exec(get(key))
  const original = money('OAMT')
  const charges = money('COAM')
  return {
    text,
    structured: structuredIn(text),
    payer: get('ABWA') || get('ABWE'),
    endToEnd: id('EREF'),
    mandate: id('MREF'),
    reference: id('KREF'),
    ...(original === null
      ? {}
      : { original: (original[2] ?? '').replace(',', '.'), originalCurrency: original[1] ?? '' }),
    ...(charges === null ? {} : { fee: (charges[2] ?? '').replace(',', '.') }),
  }
}

const slashedNames = ['NAME', 'IBAN', 'REMI', 'SVWZ', 'TRTP', 'EREF', 'MARF', 'RTRN'] as const
const slashedForms = new Map(
  slashedNames.map((name) => [name, new RegExp(`/${name}/(.*?)(?=/(?:[A-Z]{4}|[A-Z]{3})/|$)`)] as const),
)

/** `/NAME/…/IBAN/…/REMI/…` as Dutch banks write it. */
function slashed(text: string): Details {
  const flat = text.replaceAll('\n', '')
  const field = (...names: readonly (typeof slashedNames)[number][]) => {
    for (const name of names) {
      const found = slashedForms.get(name)?.exec(flat)
      if (found?.[1] !== undefined && found[1] !== '') return joined(found[1].replace(/^(?:USTD|STRD)?\/\/?/, ''))
    }
    return ''
  }
  const structured = /\/REMI\/STRD\/CUR\/([^/]+)/.exec(flat)?.[1] ?? ''
  const endToEnd = field('EREF')
  const reason = field('RTRN')
  return {
    payer: field('NAME'),
    payerAccount: field('IBAN'),
    text: field('REMI', 'SVWZ', 'TRTP') || joined(flat),
    structured,
    endToEnd: noReference.test(endToEnd) ? '' : endToEnd,
    mandate: field('MARF'),
    reason,
    ...(reason === '' ? {} : { kind: 'return' }),
  }
}
