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
  const {
    kind: business = '',
    code = '',
    reference = '',
    reason = '',
    original,
    originalCurrency,
    fee,
    ...rest
  } = found
  const kind = line.kind === 'reversal' || line.kind === 'return' || business === '' ? line.kind : business
  const said: Partial<StatementLine> = {
    ...rest,
    kind,
    reason: kind === 'return' || kind === 'reversal' ? reason : '',
    code: [line.code ?? '', code].filter((c) => c !== '').join(' '),
    reference: line.reference || reference,
    // The customer's own reference has no column beside the bank's, but is not lost.
    ...(line.reference === '' || reference === '' || line.reference === reference
      ? {}
      : { text: `${rest.text} KREF+${reference}`.trim() }),
    ...(line.fee === undefined && fee !== undefined ? { fee } : {}),
  }
  if (line.original !== undefined || original === undefined) return said
  const signed = (line.amount.startsWith('-') ? '-' : '') + original
  return { ...said, original: signed, originalCurrency: originalCurrency || line.currency }
}

function joined(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
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

/** `?20` to `?29` and `?60` to `?63` are the text, cut at any character; `?32` and `?33` the name, `?31` the account. */
function subfields(code: string, text: string, mark: string): Details {
  const parts = new Map<number, string>()
  for (const part of text.replaceAll('\n', '').split(mark)) {
    const found = /^(\d{2})([\s\S]*)$/.exec(part)
    if (found !== null) parts.set(Number(found[1]), (parts.get(Number(found[1])) ?? '') + (found[2] ?? ''))
  }
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => parts.get(from + i) ?? '')
  const purpose = [...range(20, 29), ...range(60, 63)].map((p) => (/^[A-Z]{4}\+/.test(p) ? ` ${p}` : p)).join('')
  const kind = kindOfCode.get(code) ?? ''
  const { payer, ...sepa } = keywords(purpose)
  const extension = (parts.get(34) ?? '').trim()
  return {
    ...sepa,
    payer: joined(range(32, 33).join('')) || (payer ?? ''),
    payerAccount: (parts.get(31) ?? '').trim(),
    text: sepa.text === '' ? (parts.get(0) ?? '').trim() : sepa.text,
    code,
    kind,
    ...(kind === 'batch' ? { batch: (parts.get(10) ?? '').trim() } : {}),
    reason: /^0*$/.test(extension) ? '' : extension,
  }
}

const noReference = /^(?:NOTPROVIDED|NONREF|NOREF)?$/i

/** `EREF+…KREF+…MREF+…SVWZ+…` as German banks write SEPA's fields into the text; `OAMT` and `COAM` are amount and charges of a return. */
function keywords(purpose: string): Omit<Details, 'payerAccount' | 'payer'> & { readonly payer?: string } {
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
