// Statements of Alipay and WeChat Pay, of persons and of merchants.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sharedData } from '../../support/shared.ts'
import { statementLines } from '../../support/statements/lines.ts'

const alipay = `------------------------
导出信息：
支付宝账户：shop@harbour.example
共7笔记录
收入：1笔 120.50元
支出：1笔 30.00元

-----------支付宝（中国）网络技术有限公司  电子客户回单-----------
交易时间            ,交易分类     ,交易对方   ,对方账号 ,商品说明 ,收/支   ,金额    ,收/付款方式 ,交易状态 ,交易订单号 ,商家订单号 ,备注 ,
2026-10-05 09:30:00 ,转账红包 ,橡树工坊 ,oak***@mill.example ,货款 2026-0001 ,收入 ,120.50 ,余额 ,交易成功 ,A1\t,\t,      ,
2026-10-06 09:30:00 ,日用百货 ,纸店 ,/ ,纸 ,支出 ,30.00 ,余额 ,等待确认收货 ,A2\t,B2\t,      ,
2026-10-07 09:30:00 ,日用百货 ,灯店 ,/ ,灯 ,支出 ,50.00 ,余额 ,交易关闭 ,A3\t,\t,      ,
2026-10-08 09:30:00 ,退款 ,灯店 ,/ ,退款-灯 ,不计收支 ,50.00 ,余额 ,退款成功 ,A3_R1\t,\t,      ,
2026-10-09 09:30:00 ,退款 ,纸店 ,/ ,退款-纸 ,不计收支 ,10.00 ,余额 ,退款成功 ,A2*R2\t,\t,      ,
2026-10-10 09:30:00 ,日用百货 ,茶店 ,/ ,茶 ,支出 ,8.00 ,余额 ,交易关闭 ,A5\t,\t,      ,
2026-10-11 09:30:00 ,投资理财 ,基金 ,/ ,转入 ,不计收支 ,99.00 ,余额 ,交易成功 ,A6\t,\t,      ,
`

test('Alipay: closed payments, their refunds and own moves are left out and counted, other refunds come in', () => {
  const { lines, problems, format, rejected } = statementLines(alipay)
  expect(format).toBe('alipay')
  expect(rejected).toEqual([])
  expect(lines).toMatchObject([
    { date: '2026-10-05', amount: 12050, currency: 'CNY', payer: '橡树工坊', text: '货款 2026-0001', reference: 'A1' },
    { date: '2026-10-06', amount: -3000 },
    { date: '2026-10-09', amount: 1000, kind: 'return' },
  ])
  expect(problems).toMatchObject([
    { code: 'lines-failed', params: { count: 1, states: ['交易关闭'] } },
    { code: 'lines-neutral', params: { count: 1, states: ['投资理财'] } },
    { code: 'lines-cancelled', params: { count: 2 } },
  ])
})

test('totals that the wallet says and its lines do not make are named with both amounts', () => {
  const { problems } = statementLines(alipay.replace('收入：1笔 120.50元', '收入：2笔 200.50元'))
  expect(problems).toContainEqual(
    expect.objectContaining({
      code: 'statement-totals',
      severity: 'warning',
      params: { direction: 'in', said: '200.50', found: '120.50', currency: 'CNY' },
    }),
  )
})

test('a wallet statement cut within a row is refused, a row without its day or amount is rejected', () => {
  expect(statementLines(alipay.slice(0, alipay.indexOf(',B2') - 8)).problems).toMatchObject([{ code: 'import-cut' }])
  const broken = statementLines(
    alipay.replace('2026-10-05 09:30:00', '2026-10-35 09:30:00').replace('支出 ,30.00', '支出 ,x'),
  )
  expect(broken.rejected.map((r) => r.fault.reason)).toEqual(['notADay', 'notAnAmount'])
})

test('Alipay for merchants: what was got and given back, with the fee apart', () => {
  const { lines, problems } = statementLines(`#支付宝业务明细查询
#账号：[20880000000000000156]
#--------业务明细列表--------
支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,对方账户,订单金额（元）,商家实收（元）,退款批次号/请求号,服务费（元）,备注
T1\t,O1\t,交易\t,茶叶,2026-10-05 10:55:16,2026-10-05 10:55:23,*木(1***@mill.example)\t,20.00,18.00,\t,-0.11,
T1\t,O1\t,退款\t,茶叶,2026-10-05 10:55:16,2026-10-06 10:55:23,*木(1***@mill.example)\t,-20.00,-18.00,R1\t,0.11,
#--------业务明细列表结束--------
#交易合计：1笔，商家实收共18.00元，商家优惠共2.00元
#退款合计：1笔，商家实收退款共-18.00元，商家优惠退款共-2.00元
`)
  expect(problems).toEqual([])
  expect(lines).toMatchObject([
    { date: '2026-10-05', amount: 1800, fee: 11, reference: 'T1', text: '茶叶 O1' },
    { date: '2026-10-06', amount: -1800, fee: -11, reference: 'T1 R1', kind: 'return' },
  ])
})

const wechat = `微信支付账单明细,,,,,,,,,,
微信昵称：[示例],,,,,,,,,,
收入：1笔 1250.00元,,,,,,,,,,
支出：1笔 28.16元,,,,,,,,,,
----------------------微信支付账单明细列表--------------------,,,,,,,,,,
交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注
2026-10-05 12:45:27,"转账","橡树工坊","转账备注:2026-0001","收入","¥1,250.00","/","已存入零钱","W1"\t,"M1"\t,"/"
2026-10-06 10:10:11,商户消费,纸店,/,支出,¥28.16,零钱,支付成功,W2\t,M2\t,/
2026-10-07 10:10:11,零钱提现,某银行,/,/,¥100.10,某银行,提现已到账,W3\t,/\t,"服务费¥0.10"
`

test('WeChat: quotes and tabs around ids, yuan signs, withdrawals left out', () => {
  const { lines, problems, format } = statementLines(wechat)
  expect(format).toBe('wechat')
  expect(lines).toMatchObject([
    { date: '2026-10-05', amount: 125000, payer: '橡树工坊', reference: 'W1', text: '转账备注:2026-0001' },
    { date: '2026-10-06', amount: -2816, payer: '纸店', reference: 'W2' },
  ])
  expect(problems).toMatchObject([{ code: 'lines-neutral', params: { count: 1, states: ['零钱提现'] } }])
})

test('WeChat for merchants: a refund is what went back, not its order; the totals below are verified', () => {
  const bill = (
    paid: string,
  ) => `交易时间,公众账号ID,商户号,微信订单号,商户订单号,用户标识,交易状态,货币种类,应结订单金额,微信退款单号,商户退款单号,退款金额,退款状态,商品名称,手续费
\`2026-10-05 16:33:45,\`wx1,\`100,\`W1,\`O1,\`u1,\`SUCCESS,\`CNY,\`40.00,\`0,\`0,\`0.00,\`,\`茶,\`0.24
\`2026-10-06 16:33:45,\`wx1,\`100,\`W1,\`O1,\`u1,\`REFUND,\`CNY,\`40.00,\`R1,\`RO1,\`15.00,\`SUCCESS,\`茶,\`-0.09
总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额
\`2,\`${paid},\`15.00,\`0.00,\`0.15
`
  const { lines, problems } = statementLines(bill('40.00'))
  expect(problems).toEqual([])
  expect(lines).toMatchObject([
    { amount: 4000, reference: 'W1', fee: 24 },
    { amount: -1500, reference: 'R1', fee: -9, kind: 'return', text: '茶 O1 RO1' },
  ])
  expect(statementLines(bill('41.00')).problems).toMatchObject([{ code: 'statement-totals' }])
})

const real = sharedData('wallets/merchant_bills/alipay_merchant_detail_2019.gbk.csv')

test.runIf(real !== null)('GB18030 is read where the text then is a wallet, and that is said', () => {
  const bytes = readFileSync(real ?? '')
  const utf8 = readFileSync((real ?? '').replace('.gbk.', '.utf8.'))
  const { lines, problems } = statementLines(bytes)
  expect(problems).toMatchObject([{ code: 'read-as-gb18030', severity: 'note' }])
  expect(lines).toEqual(statementLines(utf8).lines)
  expect(lines).toEqual(statementLines(bytes, { encoding: 'gb18030' }).lines)
})

/** By decoding every pair of bytes, because the platform only decodes. */
function inGb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const bytesOf = new Map<string, readonly number[]>()
  for (let a = 0x81; a <= 0xfe; a++)
    for (let b = 0x40; b <= 0xfe; b++) bytesOf.set(decoder.decode(Uint8Array.of(a, b)), [a, b])
  return Buffer.from([...text].flatMap((c) => bytesOf.get(c) ?? [c.charCodeAt(0)]))
}

test.each(['gb18030', 'utf8'] as const)(
  'a file in %s that ends within a character is cut, not in another encoding',
  (encoding) => {
    const text = `支付宝账户：shop@harbour.example
交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,
2026-10-05 10:00:00,商业服务,远山示例,a@mill.example,货款,收入,119.00,余额,交易成功,20261,M1,,
2026-10-06 10:00:00,商业服务,远山`
    const bytes = encoding === 'utf8' ? Buffer.from(text) : inGb18030(text)
    expect(statementLines(bytes.subarray(0, -1)).problems).toMatchObject([{ code: 'import-cut' }])
  },
)
