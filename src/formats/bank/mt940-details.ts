// Field :86: of an MT940 line: the subfields of German banks, the keywords of SEPA and of Dutch banks, or plain text.
import type { StatementLine } from './statement.ts'

/** What a line begins with, and what it may come to have. */
type Details = Changeable<Pick<StatementLine, 'payer' | 'payerAccount' | 'text' | 'structured'>> &
  Partial<
    Changeable<
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
  >
type Changeable<T> = { -readonly [K in keyof T]: T[K] }

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
  const said: Partial<Changeable<StatementLine>> = found
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

function isOfPurpose(number: number): boolean {
  return (number >= 20 && number <= 29) || (number >= 60 && number <= 63)
}

/** `?20` to `?29` and `?60` to `?63` are the text, cut at any character; `?32` and `?33` the name, `?31` the account. */
function subfields(code: string, text: string, mark: string): Details {
  const numbers: number[] = []
  const parts: string[] = []
  const flat = text.includes('\n') ? text.replaceAll('\n', '') : text
  for (let from = 0; from <= flat.length; ) {
    const next = flat.indexOf(mark, from)
    const end = next < 0 ? flat.length : next
    const tens = flat.charCodeAt(from) - 48
    const ones = flat.charCodeAt(from + 1) - 48
    // The digits must lie before the next mark, so that `?2?` is none.
    if (end - from >= 2 && tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9) {
      numbers.push(tens * 10 + ones)
      parts.push(flat.slice(from + 2, end))
    }
    from = end + 1
  }
  const at = (number: number) => {
    let said = ''
    for (let i = numbers.indexOf(number); i >= 0; i = numbers.indexOf(number, i + 1)) said += parts[i] ?? ''
    return said
  }
  let purpose = ''
  for (const number of numbers
    .filter(isOfPurpose)
    .sort((a, b) => a - b)
    .filter((n, i, all) => n !== all[i - 1])) {
    const part = at(number)
    purpose += /^[A-Z]{4}\+/.test(part) ? ` ${part}` : part
  }
  const kind = kindOfCode.get(code) ?? ''
  const found = keywords(purpose)
  const reason = at(34).trim()
  found.payer = joined(at(32) + at(33)) || found.payer
  found.payerAccount = at(31).trim()
  if (found.text === '') found.text = at(0).trim()
  found.code = code
  found.kind = kind
  found.reason = /^0*$/.test(reason) ? '' : reason
  if (kind === 'batch') found.batch = at(10).trim()
  return found
}

const noReference = /^(?:NOTPROVIDED|NONREF|NOREF)?$/i

/** `EREF+…KREF+…MREF+…SVWZ+…` as German banks write SEPA's fields into the text; `OAMT` and `COAM` are amount and charges of a return. */
function keywords(purpose: string): Details {
  const found: Details = {
    payer: '',
    payerAccount: '',
    text: '',
    structured: '',
    endToEnd: '',
    mandate: '',
    reference: '',
    code: '',
    kind: '',
    reason: '',
  }
  if (!purpose.includes('+')) {
    found.text = joined(purpose)
    found.structured = structuredIn(found.text)
    return found
  }
  const parts = purpose.split(/(?:^|\s)?\b(EREF|KREF|MREF|BREF|RREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|PURP)\+/)
  /** The last of that name; keys and what they say take turns. */
  const get = (key: string) => {
    for (let i = parts.length - 2; i > 0; i -= 2) if (parts[i] === key) return joined(parts[i + 1] ?? '')
    return ''
  }
  const id = (key: string) => {
    const said = get(key)
    return noReference.test(said) ? '' : said
  }
  found.text = [joined(parts[0] ?? ''), get('SVWZ')].filter((t) => t !== '').join(' ')
  found.structured = structuredIn(found.text)
  found.payer = get('ABWA') || get('ABWE')
  found.endToEnd = id('EREF')
  found.mandate = id('MREF')
  found.reference = id('KREF')
  const money = (key: string) => /^([A-Z]{3})? ?(\d+(?:[.,]\d+)?)/.exec(get(key))
  const original = money('OAMT')
  if (original !== null) {
    found.original = (original[2] ?? '').replace(',', '.')
    found.originalCurrency = original[1] ?? ''
  }
  const charges = money('COAM')
  if (charges !== null) found.fee = (charges[2] ?? '').replace(',', '.')
  return found
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
