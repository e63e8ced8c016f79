// How long a statement of 100,000 lines takes in each format, as `npm run bench:statements -- --speed` measures it: crm import into a new book.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { dayOf } from '../../src/core/base/day.ts'
import { type Command, measure, median } from './measure.ts'

export interface Line {
  readonly day: string
  /** With two decimals; money in is positive. */
  readonly amount: string
  readonly n: number
}

/** Thirty years of lines, no two of a kind; every fourth goes out. */
export function linesOf(count: number): Line[] {
  return Array.from({ length: count }, (_, n) => {
    const cents = 100 + ((n * 7919) % 999_983)
    const amount = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
    return { n, day: dayOf(9862 + Math.floor((n * 10_000) / count)), amount: n % 4 === 3 ? `-${amount}` : amount }
  })
}

const name = (n: number) => `Customer ${n % 997} Trading`
const text = (n: number) => `Invoice INV-${String(n).padStart(6, '0')} of order ${n * 13}`
const bare = (amount: string) => amount.replace('-', '')
const isOut = (amount: string) => amount.startsWith('-')

/** File name and content of each format. */
export const formats: Readonly<Record<string, (lines: readonly Line[]) => readonly [string, string]>> = {
  csv: (lines) => [
    'bank.csv',
    `Date,Payer,Payer account,Text,Reference,Amount,Currency\n${lines
      .map(
        (l) =>
          `${l.day},${name(l.n)},DE${10 + (l.n % 80)}1203000000${l.n % 997},${text(l.n)},R${l.n},${l.amount},CNY\n`,
      )
      .join('')}`,
  ],
  camt: (lines) => [
    'bank.xml',
    `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt><Id>1</Id><Acct><Id><Othr><Id>7700112233</Id></Othr></Id><Ccy>CNY</Ccy></Acct>
${lines
  .map(
    (l) =>
      `<Ntry><Amt Ccy="CNY">${bare(l.amount)}</Amt><CdtDbtInd>${isOut(l.amount) ? 'DBIT' : 'CRDT'}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${l.day}</Dt></BookgDt><ValDt><Dt>${l.day}</Dt></ValDt><AcctSvcrRef>R${l.n}</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls><Refs><EndToEndId>E${l.n}</EndToEndId></Refs><RltdPties><Dbtr><Pty><Nm>${name(l.n)}</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>DE02120300000000202051</IBAN></Id></DbtrAcct></RltdPties><RmtInf><Ustrd>${text(l.n)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n`,
  )
  .join('')}</Stmt></BkToCstmrStmt></Document>\n`,
  ],
  mt940: (lines) => [
    'bank.sta',
    `:20:STARTUMS\n:25:12030000/7700112233\n:28C:1/1\n${lines
      .map(
        (l) =>
          `:61:${l.day.slice(2).replaceAll('-', '')}${l.day.slice(5).replace('-', '')}${isOut(l.amount) ? 'D' : 'C'}${bare(l.amount).replace('.', ',')}NTRFNONREF//R${l.n}\n:86:166?00GUTSCHRIFT?20EREF+E${l.n}?21SVWZ+${text(l.n).slice(0, 20)}?22${text(l.n).slice(20)}?30BYLADEM1001?31DE02120300000000202051?32${name(l.n)}\n`,
      )
      .join('')}-\n`,
  ],
  ofx: (lines) => [
    'bank.ofx',
    `OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:UTF-8\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>CNY\n<BANKACCTFROM><ACCTID>7700112233</BANKACCTFROM>\n<BANKTRANLIST><DTSTART>19970101<DTEND>20261031\n${lines
      .map(
        (l) =>
          `<STMTTRN>\n<TRNTYPE>CREDIT\n<DTPOSTED>${l.day.replaceAll('-', '')}\n<TRNAMT>${l.amount}\n<FITID>R${l.n}\n<NAME>${name(l.n)}\n<MEMO>${text(l.n)}\n</STMTTRN>\n`,
      )
      .join('')}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n`,
  ],
  qif: (lines) => [
    'bank.qif',
    `!Type:Bank\n${lines.map((l) => `D${l.day}\nT${l.amount}\nP${name(l.n)}\nM${text(l.n)}\nN${l.n}\n^\n`).join('')}`,
  ],
  alipay: (lines) => [
    'alipay.csv',
    `------------------------------------------------------------------------------------\n导出信息：\n支付宝账户：shop@harbour.example\n------------------------支付宝（中国）网络技术有限公司  电子客户回单------------------------\n交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,\n${lines
      .map(
        (l) =>
          `${l.day} 10:00:00,商业服务,${name(l.n)},buyer${l.n % 997}@mill.example,${text(l.n)},${isOut(l.amount) ? '支出' : '收入'},${bare(l.amount)},余额,交易成功,2026${l.n}\t,M${l.n}\t,,\n`,
      )
      .join('')}`,
  ],
  wechat: (lines) => [
    'wechat.csv',
    `微信支付账单明细,,,,,,,,\n微信昵称：[harbour],,,,,,,,\n----------------------微信支付账单明细列表--------------------,,,,,,,,\n交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n${lines
      .map(
        (l) =>
          `${l.day} 10:00:00,商户消费,${name(l.n)},"${text(l.n)}",${isOut(l.amount) ? '支出' : '收入'},¥${bare(l.amount)},零钱,支付成功,"1000${l.n}\t","M${l.n}\t","/"\n`,
      )
      .join('')}`,
  ],
}

const rounds = 3
const cli = resolve(import.meta.dirname, '../../bin/crm.js')

/** A table of seconds and megabytes; `only` names formats. */
export function speedTable(count: number, only: readonly string[]): string {
  const place = mkdtempSync(join(tmpdir(), 'crm-speed-'))
  try {
    const book = join(place, 'book')
    const lines = linesOf(count)
    const names = Object.keys(formats).filter((f) => only.length === 0 || only.includes(f))
    const commands = names.map((format): Command => {
      const [file, content] = formats[format]?.(lines) ?? ['', '']
      const path = join(place, file)
      writeFileSync(path, content)
      const argv = [
        'node',
        cli,
        '-C',
        book,
        '--today',
        '2026-11-03',
        'import',
        path,
        '--as',
        'bank',
        '--account',
        'main',
        '-q',
      ]
      return { name: format, argv, before: () => newBook(book) }
    })
    const costs = measure(commands, rounds, place)
    const rows = [...costs].map(([format, runs]) => {
      const of = (value: (c: (typeof runs)[number]) => number) => median(runs.map(value))
      return `| ${format} | ${count} | ${of((c) => c.cpu).toFixed(1)} | ${of((c) => c.wall).toFixed(1)} | ${Math.round(of((c) => c.peak))} |`
    })
    return `| format | lines | CPU s | wall s | peak MB |\n| --- | ---: | ---: | ---: | ---: |\n${rows.join('\n')}\n`
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

function newBook(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  writeFileSync(
    join(folder, 'crm.yaml'),
    'book: 1\ncompany:\n  name: Harbour Trading\ncurrency: CNY\ntax: { mode: gross, rounding: line, default: none, rates: { none: 0 } }\nlocale: en\ntimezone: Asia/Shanghai\nnumbering: { bill: "INV-{yyyy}-{nnnn}", credit: "CN-{yyyy}-{nnnn}", fee: "FEE-{yyyy}-{nnnn}" }\n',
  )
}
