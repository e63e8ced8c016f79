// Bank statements in the formats that banks offer become the same lines.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { planImport } from '../../../src/core/verbs/import/plan.ts'
import { parseStatement } from '../../../src/formats/bank/detect.ts'
import { parseXml } from '../../../src/formats/xml/xml.ts'
import { book, context } from '../../support/book.ts'
import { sharedData } from '../../support/shared.ts'

function imported(file: string | Uint8Array) {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  const wish = {
    as: 'bank' as const,
    open: () => parseStatement(bytes, 'file'),
    map: null,
    createCustomers: false,
    account: 'main',
  }
  const plan = planImport(book(), wish, context('2026-11-22'))
  const lines = plan.changes.flatMap((c) => (c.change === 'addBankLine' ? [c.line] : []))
  const problems = plan.problems.filter((p) => p.code !== 'rows-imported')
  return { lines, problems, format: plan.sheet?.format, rejected: plan.rejected }
}

const mt940 = `:20:STARTUMS
:25:10000000/0001234567
:28C:0
:60F:C261004EUR1000,00
:61:2610051005CR1200,5NTRFNONREF//BANKREF1
:86:166?00GUTSCHRIFT?20EREF+INV-2026-0001?21SVWZ+thanks for INV-2026-?220001?30DEUTDEFF?31DE02120300000000202051
?32Acorn Mill?33 Ltd
:61:2612311231D15,NCHGNONREF
:86:808?00ENTGELT?20Account fee
:61:2701020102RC20,NRTINONREF
:86:returned
:62F:C270102EUR2165,50
-`

test('MT940: signs, days, German subfields cut anywhere, and balances that are verified', () => {
  const { lines, problems, format } = imported(mt940)
  expect(format).toBe('mt940')
  expect(problems).toEqual([])
  expect(lines).toMatchObject([
    {
      date: '2026-10-05',
      amount: 120050,
      currency: 'EUR',
      payer: 'Acorn Mill Ltd',
      payerAccount: 'DE02120300000000202051',
      text: 'thanks for INV-2026-0001',
      endToEnd: 'INV-2026-0001',
      reference: 'BANKREF1',
      code: 'NTRF 166',
      kind: 'transfer',
      source: 'mt940',
    },
    { date: '2026-12-31', amount: -1500, text: 'Account fee' },
    { date: '2027-01-02', amount: -2000, kind: 'reversal', text: 'returned' },
  ])
})

test('a line valued in December and booked in January is of the new year', () => {
  expect(imported(mt940.replace(':61:2612311231D', ':61:2612310102D')).lines[1]).toMatchObject({
    date: '2027-01-02',
    value: '2026-12-31',
  })
})

test('a statement whose lines do not lead from opening to closing says so, with the amounts', () => {
  const { lines, problems } = imported(mt940.replace('EUR2165,50', 'EUR2165,51'))
  expect(lines).toHaveLength(3)
  expect(problems).toMatchObject([
    {
      code: 'statement-sum',
      severity: 'warning',
      params: { opening: '1000.00', lines: '1165.50', closing: '2165.51' },
    },
  ])
})

const camt = (entries: string) => `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
<Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>
${entries}
</Stmt></BkToCstmrStmt></Document>`
const entry = (amount: string, sign: string, details: string, more = '') =>
  `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${sign}</CdtDbtInd>${more}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-10-05</Dt></BookgDt><ValDt><Dt>2026-10-06</Dt></ValDt><AcctSvcrRef>R${amount}</AcctSvcrRef><NtryDtls>${details}</NtryDtls></Ntry>`

test('camt: payer, structured reference, batches by their payments, pending entries left out and counted', () => {
  const one =
    '<TxDtls><RltdPties><Dbtr><Pty><Nm>Acorn &amp; Mill</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>DE75512108001245126199</IBAN></Id></DbtrAcct></RltdPties><RmtInf><Ustrd>INV-2026-0001</Ustrd><Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>'
  const part = (amount: string, name: string) =>
    `<TxDtls><Refs><EndToEndId>E-${name}</EndToEndId></Refs><Amt Ccy="EUR">${amount}</Amt><RltdPties><Dbtr><Nm>${name}</Nm></Dbtr></RltdPties></TxDtls>`
  const pending = entry('9.00', 'CRDT', '').replace('BOOK', 'PDNG')
  const { lines, problems, format } = imported(
    camt(
      entry('1200.50', 'CRDT', one) +
        entry('30.00', 'CRDT', part('10.00', 'Birch') + part('20.00', 'Cedar')) +
        entry('5.00', 'DBIT', '', '<RvslInd>true</RvslInd>') +
        pending,
    ),
  )
  expect(format).toBe('camt')
  expect(lines).toMatchObject([
    {
      date: '2026-10-05',
      value: '2026-10-06',
      amount: 120050,
      payer: 'Acorn & Mill',
      payerAccount: 'DE75512108001245126199',
      text: 'INV-2026-0001',
      structured: 'RF18539007547034',
      reference: 'R1200.50',
    },
    { amount: 1000, payer: 'Birch', reference: 'E-Birch' },
    { amount: 2000, payer: 'Cedar' },
    { amount: -500, kind: 'reversal' },
  ])
  expect(problems).toMatchObject([{ code: 'lines-pending', params: { count: 1 } }])
})

test('camt: a collective entry whose payments do not make its amount stays one line, with its payments as details', () => {
  const part = (amount: string, name: string) =>
    `<TxDtls><Refs><EndToEndId>E-${name}</EndToEndId></Refs><Amt Ccy="EUR">${amount}</Amt><RltdPties><Dbtr><Nm>${name}</Nm></Dbtr></RltdPties></TxDtls>`
  const { lines } = imported(
    camt(
      entry(
        '31.00',
        'CRDT',
        `<Btch><PmtInfId>B1</PmtInfId><NbOfTxs>2</NbOfTxs></Btch>${part('10.00', 'Birch')}${part('20.00', 'Cedar')}`,
      ) +
        entry(
          '30.00',
          'CRDT',
          `<Btch><PmtInfId>B2</PmtInfId></Btch>${part('10.00', 'Birch')}${part('20.00', 'Cedar')}`,
        ) +
        entry('50.00', 'CRDT', '<Btch><PmtInfId>B3</PmtInfId><NbOfTxs>7</NbOfTxs></Btch>'),
    ),
  )
  expect(lines).toMatchObject([
    {
      amount: 3100,
      kind: 'batch',
      batch: 'B1',
      details: '10.00 EUR Birch E-Birch; 20.00 EUR Cedar E-Cedar',
      payer: '',
    },
    { amount: 1000, kind: '', batch: 'B2', endToEnd: 'E-Birch' },
    { amount: 2000, batch: 'B2', endToEnd: 'E-Cedar' },
    { amount: 5000, kind: 'batch', batch: 'B3' },
  ])
})

test('camt: returned debits with reason and charges, foreign amounts, codes of the transaction; more decimals than usual stay exact', () => {
  const code = (family: string, sub: string) =>
    `<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>${family}</Cd><SubFmlyCd>${sub}</SubFmlyCd></Fmly></Domn></BkTxCd>`
  const returned = `<TxDtls><Refs><EndToEndId>E1</EndToEndId><MndtId>M1</MndtId></Refs><AmtDtls><InstdAmt><Amt Ccy="EUR">100.00</Amt></InstdAmt></AmtDtls><Chrgs><Amt Ccy="EUR">3.00</Amt><CdtDbtInd>DBIT</CdtDbtInd></Chrgs><RltdPties><Cdtr><Nm>Us</Nm></Cdtr></RltdPties><RtrInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>account closed</AddtlInf></RtrInf></TxDtls>`
  const foreign = '<TxDtls><AmtDtls><InstdAmt><Amt Ccy="USD">110.00</Amt></InstdAmt></AmtDtls></TxDtls>'
  const { lines, rejected } = imported(
    camt(
      entry('103.00', 'DBIT', returned, code('IDDT', 'UPDD')) +
        entry('98.70', 'CRDT', foreign, code('RCDT', 'XBCT')) +
        entry('2.50', 'DBIT', '', code('RCDT', 'CHRG')) +
        entry('12.500', 'CRDT', '<TxDtls><RltdPties><Dbtr><Nm>Fir</Nm></Dbtr></RltdPties></TxDtls>'),
    ),
  )
  expect(rejected).toEqual([])
  expect(lines).toMatchObject([
    {
      amount: -10300,
      kind: 'return',
      reason: 'AC04 account closed',
      endToEnd: 'E1',
      mandate: 'M1',
      fee: 300,
      code: 'PMNT-IDDT-UPDD',
    },
    { amount: 9870, kind: 'transfer', original: 11000, originalCurrency: 'USD' },
    { amount: -250, kind: 'fee' },
    { amount: 1250 },
  ])
})

test('MT940: a returned debit with its reason, amount and charges; text after the closing balance is of no line; a broken line is rejected', () => {
  const { lines, rejected, problems } = imported(`:20:X
:25:DE02120300000000202051
:60F:C261004EUR1000,00
:61:2610051005D103,00NRTINONREF//R1
/OCMT/EUR100,00/CHGS/EUR3,00/
:86:109?00Retoure?20EREF+E1?21MREF+M1?22SVWZ+Rueckgabe?32Birke?34901
:61:this is no line
:62F:C261005EUR897,00
:86:about the statement
-`)
  expect(lines).toMatchObject([
    {
      amount: -10300,
      kind: 'return',
      reason: '901',
      original: -10000,
      originalCurrency: 'EUR',
      fee: 300,
      endToEnd: 'E1',
      mandate: 'M1',
      text: 'Rueckgabe',
      code: 'NRTI 109',
    },
  ])
  expect(rejected.map((r) => r.fault)).toMatchObject([{ reason: 'notADay', found: 'this is no line' }])
  expect(problems).toEqual([])
})

test('XML with declared types, unknown entities, unclosed or too deep elements is refused, and the line is named', () => {
  expect(parseXml('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>')).toEqual({ fault: 'declaration', line: 1 })
  expect(parseXml('<a>\n&x;</a>')).toMatchObject({ fault: 'entity' })
  expect(parseXml('<a>\n<b></a>')).toEqual({ fault: 'malformed', line: 2 })
  expect(parseXml('<a><b>')).toMatchObject({ fault: 'cut' })
  expect(parseXml('<a>'.repeat(100) + '</a>'.repeat(100))).toMatchObject({ fault: 'too-deep' })
  expect(parseXml(`<a>${'<b/>'.repeat(1_000_001)}</a>`)).toMatchObject({ fault: 'too-large' })
  expect(parseXml('<a b="1 &lt; 2"><![CDATA[x]]>&#65;</a>')).toMatchObject({ name: 'a', text: 'xA' })
  expect(imported(camt('<Ntry>').slice(0, -60)).problems).toMatchObject([{ code: 'import-cut' }])
  expect(imported(camt('<Ntry>')).problems).toMatchObject([
    { code: 'bad-xml', params: { fault: 'malformed' }, where: { line: 5 } },
  ])
})

test('OFX: tags with and without ends', () => {
  const body = (end: boolean) => {
    const tag = (name: string, value: string) => `<${name}>${value}${end ? `</${name}>` : '\n'}`
    return `<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS>${tag('CURDEF', 'USD')}<BANKACCTFROM>${tag('ACCTID', '77')}</BANKACCTFROM><BANKTRANLIST><STMTTRN>${tag('TRNTYPE', 'CREDIT')}${tag('DTPOSTED', '20261005120000[-5:EST]')}${tag('TRNAMT', '+340.00')}${tag('FITID', 'F1')}${tag('NAME', 'Blue &amp; Pier')}${tag('MEMO', 'INV-2026-0003')}</STMTTRN><STMTTRN>${tag('TRNTYPE', 'FEE')}${tag('DTPOSTED', '20261006')}${tag('TRNAMT', '-2.5')}${tag('FITID', 'F2')}</STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`
  }
  for (const text of [
    `OFXHEADER:100\nDATA:OFXSGML\n\n${body(false)}`,
    `<?xml version="1.0"?><?OFX OFXHEADER="200"?>${body(true)}`,
  ]) {
    expect(imported(text).lines).toMatchObject([
      {
        date: '2026-10-05',
        amount: 34000,
        currency: 'USD',
        payer: 'Blue & Pier',
        text: 'INV-2026-0003',
        reference: 'F1',
        source: 'ofx',
      },
      { date: '2026-10-06', amount: -250, kind: 'fee' },
    ])
  }
})

test('statements of two accounts in one file are refused', () => {
  expect(imported(`${mt940}\n${mt940.replace('0001234567', '99')}`).problems).toMatchObject([
    { code: 'statement-accounts' },
  ])
})

const samples = sharedData('bank')

function files(at: string): string[] {
  return readdirSync(at).flatMap((n) => (statSync(join(at, n)).isDirectory() ? files(join(at, n)) : [join(at, n)]))
}

test.runIf(samples !== null)(
  'every statement sample is read or refused with a reason, and lines are never dropped silently',
  () => {
    const statements = files(samples ?? '').filter((f) => /\.(sta|ofx|xml)$|test-camt05[^/]*$/.test(f))
    expect(statements.length).toBeGreaterThan(90)
    for (const f of statements) {
      const bytes = readFileSync(f)
      const got = imported(bytes)
      if (got.format === undefined) expect(got.problems.length, f).toBeGreaterThan(0)
      if (got.format !== 'mt940') continue
      const entries = new TextDecoder('latin1')
        .decode(bytes)
        .split(/\r?\n/)
        .filter((l) => l.startsWith(':61:')).length
      expect(got.lines.length + got.rejected.length, f).toBe(entries)
    }
  },
)
