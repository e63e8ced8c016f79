// Sentences for the problems of the area "billing".
import type { BillingProblems } from '../../../core/base/problems/billing.ts'
import type { Sentences } from '../../catalogue.ts'

/** The first few, and how many there are. */
const listed = (names: readonly string[]) =>
  names.length <= 6 ? names.join('、') : `${names.slice(0, 5).join('、')}等 ${names.length} 家`

export const billingProblems: Sentences<BillingProblems> = {
  'ambiguous-item': ({ item, candidates }) => ({
    message: `“${item}”可能是 ${candidates.join(' 或 ')}`,
    hint: '请给出编号',
  }),
  'terms-unknown': ({ text }) => ({
    message: `“${text}”不是付款条件`,
    hint: '请写成“net 30”“票后30天”“月末后15天”“次月10日”“货到付款”或“30% net 0, rest net 30”这样',
  }),
  'terms-shares': ({ text, sum }) => ({
    message: `“${text}”各期合计 ${sum}%，不是 100%`,
    hint: '最后一期可写“余款”，如“30% net 0, 余款 net 30”',
  }),
  'terms-ambiguous': ({ text, day, readings }) => ({
    message: `“${text}”有多种理解；${day} 的账单到期日分别为：${readings.map((r) => `${r.due}（${r.terms}）`).join('、')}`,
    hint: `请写明约定的那一种，如 terms: ${readings[0]?.terms ?? 'net 30'}${text.startsWith('月结') ? '；或在 crm.yaml 中定下本账簿的读法，如 monthlyTerms: { anchor: monthEnd, unit: day }' : ''}`,
  }),
  'calendar-unknown-year': ({ day, base, known }) => ({
    message: `日历 ${base} 只有 ${known.join('、')} 年的节假日，不知道 ${day} 前后如何放假`,
    hint: `请在 holidays.csv 中逐行补上：${day.slice(0, 4)}-01-01,holiday,名称；调休上班的周末写 workday`,
  }),
  'unknown-tax': ({ name, known }) => ({
    message: `crm.yaml 中没有税率“${name}”`,
    hint: `现有：${known.join('、')}；请在 tax: rates: 下添加`,
  }),
  'no-price': ({ item, currency }) => ({
    message: `${item} 没有 ${currency} 单价`,
    hint: '请用 --price 给出，或写入 catalog.yaml',
  }),
  'price-missing': ({ customer, item, date, id }) => ({
    message: `${customer} ${date} 的消费记录 ${id}（${item}）既无单价也无金额，未开账单`,
    hint: `请带单价重新录入：crm sell ${customer} ${item} --price …`,
  }),
  'sales-of-nobody': ({ customer, count }) => ({
    message: `客户档案中没有“${customer}”，其 ${count} 笔消费记录未开账单`,
    hint: `请先建档：crm add 名称 --id ${customer}`,
  }),
  'below-minimum-bill': ({ customer, currency, count, amount, minimum }) => ({
    message: `${customer}：${count} 笔消费共 ${amount} ${currency}，不足最低开单金额 ${minimum}，留待下期`,
    hint: `如需现在开单：crm bill ${customer}`,
  }),
  'nothing-left-to-bill': ({ customer, currency, count }) => ({
    message: `${customer}：${count} 笔消费记录相抵后为 0 ${currency}，留待下期账单`,
  }),
  'over-credit-limit': ({ customer, currency, exposure, balance, unbilled, limit, over }) => ({
    message: `${customer} 的信用占用为 ${exposure} ${currency}（余额 ${balance}，未开单 ${unbilled}），超过信用额度 ${limit} 达 ${over}`,
    hint: `请用 crm edit ${customer} creditLimit=… 调高额度，或先催收`,
  }),
  'discount-taken': ({ number, amount, currency, until }) => ({
    message: `${number} 已结清，含现金折扣 ${amount} ${currency}（${until} 前付款有效）`,
  }),
  'rate-missing': ({ from, to }) => ({
    message: `rates.csv 中没有当日 ${from} 对 ${to} 的汇率，相关行不记汇率`,
    hint: `请在 rates.csv 中加一行：日期,${from},${to},汇率`,
  }),
  'nothing-to-bill': () => ({ message: '没有未开账单的消费记录' }),
  'bill-jumps': ({ number, customer, total, previous, currency, percent, most }) => ({
    message: `${customer} 的 ${number} 为 ${total} ${currency}，上一张账单为 ${previous}（变动 ${percent > 0 ? '+' : ''}${percent}%，允许 ${most}%）`,
    hint: `先看一看：crm bill ${customer} --dry-run`,
  }),
  'rate-not-in-force': ({ rate, country, date, known }) => ({
    message: `${date} 在 ${country} 没有 ${rate}% 的税率；现行税率为 ${known.map((k) => `${k}%`).join('、')}`,
    hint: '在 crm.yaml 的 tax: 下写 changes: [{ rate: 名称, from: 日期, percent: … }]',
  }),
  'buyers-without-tax-id': ({ customers }) => ({
    message: `${customers.length} 家公司的账单有税额，但没有税号：${listed(customers)}`,
    hint: `crm edit ${customers[0] ?? '客户'} taxId=…`,
  }),
  'bills-planned': ({ bills, credits, sales }) => ({
    message: `${sales} 笔消费记录，开出${[...(bills > 0 ? [` ${bills} 张账单`] : []), ...(credits > 0 ? [` ${credits} 张红字账单`] : [])].join('和')}`,
  }),
  'quote-planned': ({ number, customer, amount, currency }) => ({
    message: `${customer} 的报价单 ${number}：${amount} ${currency}`,
    hint: `客户接受后用 crm bill --accept ${number} 开成账单`,
  }),
  'proformas-planned': ({ count }) => ({ message: `${count} 张形式账单；不形成应收，有关消费仍待开账单` }),
  'proforma-exists': ({ number, customer }) => ({ message: `${customer} 已有内容相同的 ${number}，未再生成` }),
  'proforma-not-positive': ({ customer, amount, currency }) => ({
    message: `${customer}：应开金额为 ${amount} ${currency}，不出形式账单`,
  }),
  'unknown-quote': ({ number, known }) => ({
    message: `没有报价单或形式账单“${number}”`,
    hint: known.length === 0 ? '新建：crm bill 客户 --quote --line 商品,3' : `现有：${listed(known)}`,
  }),
  'quote-of-another': ({ number, customer }) => ({ message: `${number} 属于 ${customer}` }),
  'quote-accepted-already': ({ number, bill }) => ({ message: `${number} 已被接受，账单为 ${bill}` }),
  'quote-expired': ({ number, until }) => ({
    message: `${number} 的有效期到 ${until} 为止`,
    hint: '请重新报价，或用 --date 给出有效期内的日期',
  }),
  'quote-outdated': ({ number, sales }) => ({
    message: `${number} 中有 ${sales.length} 笔消费已不能照原样开账单：${listed(sales)}`,
    hint: '用 crm bill --proforma 按现在应开的内容重新生成',
  }),
  'quote-differs': ({ number, quoted, billed, currency, rates }) => ({
    message: `账单与 ${number} 不同：账单各行合计 ${billed} ${currency}，税率 ${rates.join('、')}；报价合计 ${quoted}`,
    hint: '其间价格或税率有变；请先用 --dry-run 核对',
  }),
  'quote-line': ({ text }) => ({
    message: `--line “${text}”没有写明商品、数量和单价`,
    hint: '请写 商品、商品,数量 或 商品,数量,单价，如 --line consulting,3,120',
  }),
  'not-a-deposit': ({ text, currency }) => ({
    message: `--deposit “${text}”既不是 ${currency} 金额，也不是报价单的百分比`,
    hint: '请写成 5000.00，或 30% 并加 --of 报价单',
  }),
  'deposit-without-quote': ({ text }) => ({
    message: `按百分比（${text}）预收须指明报价单或形式账单`,
    hint: '用 --of 编号 指明，或直接给出金额',
  }),
  'deposit-beyond-quote': ({ number, amount, total, currency }) => ({
    message: `预收 ${amount} ${currency} 超过 ${number} 的合计 ${total}`,
  }),
  'deposit-used': ({ number, amount, used, currency }) => ({
    message: `预收账单 ${number} 共 ${amount} ${currency}，其中 ${used} 已在后来的账单中抵减`,
    hint: '请先冲红或作废抵减它的账单',
  }),
  'deposit-outside-scope': ({ number, customer }) => ({
    message: `客户 ${customer} 的预收账单 ${number} 未抵减：预收与账单中只有一方属于征税范围（类别 O；EN 16931 BR-O-11）`,
    hint: `可用 crm credit ${number} 冲回预收，已收款项即可核销账单`,
  }),
  'deposit-overused': ({ number, total, used }) => ({
    message: `预收账单 ${number} 共 ${total}，账单抵减与红冲之和已超出（账单抵减 ${used}）`,
    hint: '请冲红其中一张抵减它的账单，再重新开单',
  }),
  'unknown-branch': ({ branch, known }) => ({
    message: `crm.yaml 没有给分部“${branch}”编号规则`,
    hint: `${known.length === 0 ? '' : `现有 ${known.join('、')}；`}请写在 numbering: branches: 下`,
  }),
  'bill-not-positive': ({ amount, currency }) => ({
    message: `不能开出金额为 ${amount} ${currency} 的账单`,
    hint: '去掉 --bill：退货会在下次开账单时抵减',
  }),
  'sale-planned': ({ customer, item, quantity, amount, currency }) => ({
    message: `销售给 ${customer}：${item} × ${quantity}，${amount} ${currency}`,
  }),
  'usage-planned': ({ customer, item, quantity }) => ({
    message: `${customer} 使用 ${item} × ${quantity}；周期结束时按合同计价`,
  }),
  'bill-planned': ({ number, amount, currency, due }) => ({
    message: `账单 ${number}：${amount} ${currency}，${due} 到期`,
  }),
  'paid-at-once': ({ number, amount, currency }) => ({ message: `${number} 已收款 ${amount} ${currency}` }),
  'not-a-span': ({ flag, text }) => ({
    message: `${flag} “${text}” 不是时间长度`,
    hint: '请写成 month、2 weeks、quarter 或 12 months 这样',
  }),
  'contract-id': ({ id }) => ({
    message: `“${id}”不能用作合同编号`,
    hint: '请用 a 至 z、0 至 9 及中间的连字符，如 support-2026',
  }),
  'unknown-contract': ({ customer, contract, known }) => ({
    message: `${customer} 没有合同“${contract}”`,
    hint: known.length === 0 ? `新建：crm contract add ${customer} ${contract} 商品` : `现有：${known.join('、')}`,
  }),
  'unknown-contract-line': ({ contract, line, known }) => ({
    message: `合同 ${contract} 没有明细“${line}”`,
    hint: `现有：${known.join('、')}`,
  }),
  'contract-exists': ({ customer, contract, flags }) => ({
    message: `合同 ${contract} 已存在；${flags.join('、')} 只用于新建合同`,
    hint: `改价用 crm contract change ${customer} ${contract} --from 日期；整份合同的约定须另立新合同`,
  }),
  'contract-line-exists': ({ customer, contract, line }) => ({
    message: `合同 ${contract} 已有明细 ${line}`,
    hint: `如需变更：crm contract change ${customer} ${contract} ${line} --from 日期 --price …`,
  }),
  'contract-ends-before-start': ({ contract, start, on }) => ({
    message: `合同 ${contract} 于 ${start} 开始，不能在 ${on} 终止`,
    hint: '请用 --on 给出更晚的日期',
  }),
  'contract-without-term': ({ contract }) => ({
    message: `合同 ${contract} 没有到期日或续期期限`,
    hint: '请用 --until 给出新的最后一日',
  }),
  'contract-renewal-earlier': ({ contract, end, until }) => ({
    message: `合同 ${contract} 现到 ${end}，晚于 ${until}`,
    hint: '缩短合同请用 crm contract end',
  }),
  'contract-unchanged': ({ contract }) => ({ message: `合同 ${contract} 已是如此` }),
  'contract-line-added': ({ customer, contract, items }) => ({
    message: `${customer} 的合同 ${contract} 已加入 ${items.join('、')}；今后由 crm bill 计费`,
  }),
  'contract-terms-set': ({ contract, fields }) => ({
    message: `合同 ${contract}：已更改 ${fields.join('、')}`,
  }),
  'tiers-of-usage': ({ contract, line, kind, keys }) => ({
    message: `合同 ${contract} 的明细 ${line} 为 ${kind}；只有用量明细才有 ${keys.join('、')}`,
    hint: '请给出 --price 或 --quantity',
  }),
  'usage-without-quantity': ({ contract, line }) => ({
    message: `合同 ${contract} 的明细 ${line} 按用量计费，数量即实际用量`,
    hint: '用量请以 crm sell 或 crm import --as sales 录入；免费量用 --included',
  }),
  'price-or-tiers': ({ contract, line }) => ({
    message: `合同 ${contract} 的明细 ${line} 只能有单价或分档之一`,
    hint: '不分档的单价即一档 rest:单价',
  }),
  'once-has-no-steps': ({ customer, contract, line }) => ({
    message: `合同 ${contract} 的明细 ${line} 只收一次，无法自某日起变更`,
    hint: `请用 crm contract end ${customer} ${contract} ${line} --on 日期（早于收费日）撤下，再加新明细`,
  }),
  'contract-line-id': ({ id }) => ({
    message: `“${id}”不能用作明细编号`,
    hint: '请用 a 至 z、0 至 9 及中间的连字符，如 seats',
  }),
  'contract-line-reserved': ({ line }) => ({
    message: `“${line}”不能用作明细编号：账簿以此名记录周期的${line === 'minimum' ? '最低' : '最高'}金额差额`,
    hint: '请用 id= 另取编号',
  }),
  'contract-line-text': ({ text, keys }) => ({
    message: `--line “${text}”不是合同明细`,
    hint: `请写 商品,数量,单价 或 商品,键=值,……，键有 ${keys.join('、')}；分档写作 1000:0.10/rest:0.05`,
  }),
  'contract-line-key': ({ key, like, keys }) => ({
    message: `合同明细没有“${key}”`,
    hint: like.length > 0 ? `是否指 ${listed(like)}？` : `可用：${keys.join('、')}`,
  }),
  'contract-flags': ({ action, flags, allowed }) => ({
    message: `crm contract ${action} 不用 ${flags.join('、')}`,
    hint: `可用：${allowed.join('、')}`,
  }),
  'contract-fixed': ({ customer, contract, flags }) => ({
    message: `${flags.join('、')} 是整份合同 ${contract} 的约定，不能自某日起变更`,
    hint: `请用 crm contract end ${customer} ${contract} --on 日期 终止，再用 crm contract add 另立合同`,
  }),
  'contract-bounds-crossed': ({ minimum, maximum }) => ({
    message: `最低金额 ${minimum} 高于最高金额 ${maximum}`,
    hint: '请同时给出 --minimum 和 --maximum',
  }),
  'contract-changes-apart': ({ flags }) => ({
    message: `${listed(flags)} 属于不同的变更`,
    hint: '请分次进行',
  }),
  'contract-change-missing': () => ({
    message: '没有说明要变更什么',
    hint: '请给出 --price、--quantity、--tier、--included、--package、--tiers、--minimum、--maximum、--discount 或 --index 及 --from 日期；或 --name、--project、--renewal、--term、--notice',
  }),
  'tier-text': ({ text }) => ({
    message: `--tier “${text}”不是按数量递增的一档`,
    hint: '请写 上限:单价 或 上限:单价:固定费，逐档递增，最后一档写 rest:单价，如 --tier 1000:0.10 rest:0.05',
  }),
  'contracts-expire': ({ contracts, days }) => ({
    message: `${contracts.length} 份合同在 ${days} 天内到期，或不通知即自动续期：${listed(contracts)}`,
    hint: 'crm contract list --expiring',
  }),
  'contract-changed': ({ contract, line, from }) => ({
    message: `合同 ${contract}：${line} 自 ${from} 起变更；该日之后已开账单的部分在下张账单更正`,
  }),
  'contract-changed-all': ({ contract, what, percent, from }) => ({
    message: `合同 ${contract}：自 ${from} 起${what === 'discount' ? `优惠 ${percent}%` : `价格调整 ${percent}%`}；该日以后已出账的部分在下一张账单中更正`,
  }),
  'contract-bounds-changed': ({ contract, from }) => ({
    message: `合同 ${contract}：最低或最高金额自 ${from} 当日或之后开始的首个周期起变更`,
  }),
  'contract-discounts-end': ({ contract, last }) => ({
    message: `合同 ${contract}：折扣至 ${last} 止（含当日）；该日以后已出账的部分在下一张账单中更正`,
  }),
  'contract-ended': ({ contract, on }) => ({ message: `合同 ${contract} 于 ${on} 终止（含当日）` }),
  'contract-renewed': ({ contract, until }) => ({ message: `合同 ${contract} 续至 ${until}` }),
}
