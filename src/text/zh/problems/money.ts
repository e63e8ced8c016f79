// Sentences for the problems of the area "money".
import type { MoneyProblems } from '../../../core/base/problems/money.ts'
import type { Sentences } from '../../catalogue.ts'
import { kindName } from '../kind-name.ts'

export const moneyProblems: Sentences<MoneyProblems> = {
  'unknown-document': ({ number, like }) => ({
    message: `没有单据 ${number}`,
    hint: like.length === 0 ? 'crm report balance 显示未清项' : `您是不是要 ${like.join('、')}？`,
  }),
  'unknown-item': ({ item, like }) => ({
    message: `catalog.yaml 中没有商品“${item}”`,
    hint: like.length === 0 ? '请加入 catalog.yaml，或给出 --price' : `您是不是要 ${like.join('、')}？`,
  }),
  'unknown-source': ({ name }) => ({
    message: `没有收款、红字账单或期初余额 ${name}`,
    hint: '请用行编号或单据号；crm show 客户 可列出',
  }),
  'ambiguous-document': ({ name, candidates }) => ({
    message: `“${name}”可能是 ${candidates.join(' 或 ')}`,
    hint: '请写全',
  }),
  'amount-not-positive': ({ text, currency }) => ({
    message: `金额 ${text} ${currency} 不大于零`,
    hint: '退款请用 crm refund，登记有误请用 crm reverse',
  }),
  'settles-currencies': ({ currencies }) => ({
    message: `所列单据的币种不同：${currencies.join('、')}`,
    hint: '请按币种分别登记收款',
  }),
  'settles-twice': ({ number }) => ({ message: `${number} 写了两次`, hint: '每张单据只写一次' }),
  'settles-beyond-payment': ({ named, amount, over, currency }) => ({
    message: `所列金额合计 ${named} ${currency}，比可用的 ${amount} 多 ${over}`,
    hint: '请调低其中一笔，或不写金额：--settles 单据号',
  }),
  'settles-beyond-open': ({ number, wanted, open, over, currency }) => ({
    message: `${wanted} ${currency} 比 ${number} 未清的 ${open} 多 ${over}`,
    hint: `最多核销 ${open}；其余留作预收`,
  }),
  'document-of-other': ({ number, owner, customer }) => ({
    message: `${number} 是 ${owner} 的单据，不是 ${customer} 的`,
    hint: `如由 ${customer} 代 ${owner} 付款，请先用 crm move 转移，再核销`,
  }),
  'document-in-other-currency': ({ number, currency, paid }) => ({
    message: `${number} 的币种是 ${currency}，款项是 ${paid}`,
    hint: `请先登记收款，用 crm move 转为 ${currency}，再核销`,
  }),
  'nothing-open': ({ number, amount, settled, currency }) => ({
    message: `${number} 已无未清金额：${amount} ${currency} 中已核销 ${settled}`,
    hint: `请不要列出它；crm show ${number} 可列出其核销记录`,
  }),
  'payment-planned': ({ id, customer, amount, currency }) => ({
    message: `收款 ${id}：${customer} ${amount} ${currency}`,
  }),
  'payment-on-account': ({ customer, rest, currency }) => ({
    message: `其中 ${rest} ${currency} 留作 ${customer} 的预收款`,
    hint: '以后可用 crm apply 核销',
  }),
  'payment-tied': ({ rest, currency, numbers }) => ({
    message: `其中 ${rest} ${currency} 留作预收：${numbers.join('、')} 同日到期，余款不够同时核销`,
    hint: `请用 crm apply 或 --settles ${numbers[0]} 指明`,
  }),
  'report-needs-customer': ({ report }) => ({
    message: `报表 ${report} 须指明客户`,
    hint: `请写 crm report ${report} 客户`,
  }),
  'unknown-report': ({ name, like, known }) => ({
    message: `没有名为“${name}”的报表`,
    hint: like.length === 0 ? `可用的报表：${known.join('、')}` : `您是不是要 ${like.join('、')}？`,
  }),
  'ends-before-begin': ({ from, to }) => ({ message: `--to ${to} 早于 --from ${from}`, hint: '首尾两日都包括在内' }),
  'rows-of-nobody': ({ customer, count, like }) => ({
    message: `有 ${count} 行属于 ${customer}，但没有该客户的文件`,
    hint:
      like.length === 0
        ? `请新增客户：crm add 名称 --id ${customer}`
        : `请新增客户，或者您是不是要 ${like.join('、')}？`,
  }),
  'balance-differs': ({ customer, day, rows, open, onAccount, off }) => ({
    message: `${customer} 在 ${day}：各行合计 ${rows}，与未清 ${open} 减预收 ${onAccount} 相差 ${off}`,
    hint: '请处理 crm check --only rows 列出的行',
  }),
  'roll-forward-differs': ({ customer, day, rolled, balance, off }) => ({
    message: `${customer} 在 ${day}：期初加变动为 ${rolled}，余额为 ${balance}，相差 ${off}`,
    hint: '请处理 crm check --only rows 列出的行',
  }),
  'aging-differs': ({ customer, day, columns, balance, off }) => ({
    message: `${customer} 在 ${day}：账龄各栏合计 ${columns}，余额 ${balance}，相差 ${off}`,
    hint: '请处理 crm check --only balances 列出的问题',
  }),
  'document-without-file': ({ number, kind }) => ({
    message: `${kindName(kind)} ${number} 在流水中有行，但没有文件`,
    hint: `请恢复 bills/…/${number}.yaml（git log -- "bills/*/${number}.yaml"）；导入的行在 source 列注明来源`,
  }),
  'document-without-rows': ({ number, total }) => ({
    message: `${number}（${total}）有文件，但流水中没有对应的行`,
    hint: '请用 git 恢复其行；如从未开出，请删除该文件',
  }),
  'lines-differ': ({ number, lines, total, off }) => ({
    message: `${number} 各行合计 ${lines}，总额写的是 ${total}，相差 ${off}`,
    hint: '已开出的单据不得修改：请用 git checkout 恢复，再开红字账单更正',
  }),
  'rows-differ': ({ number, rows, total, off }) => ({
    message: `${number} 的流水行合计 ${rows}，文件总额 ${total}，相差 ${off}`,
    hint: '两者都不得修改：请用 git checkout 恢复被改的一方',
  }),
  'row-and-file-differ': ({ number, id, field, inRow, inFile }) => ({
    message: `${number} 的 ${field}：文件为 ${inFile}，行 ${id} 为 ${inRow}`,
    hint: '请用 git checkout 恢复被改的一方',
  }),
  'number-twice': ({ number, account, other, place }) => ({
    message: `${account} 的 ${number} 同时是 ${other} 的单据，见 ${place}`,
    hint: '两个分支开出了同一号码：请为尚未发出的一张改号',
  }),
  'number-missing': ({ number, kind, pattern }) => ({
    message: `缺少 ${number}：${kindName(kind)} 编号 ${pattern} 不连续`,
    hint: '请查是否有未合并的分支或被删的文件：git log --all -- bills',
  }),
  'sale-billed-twice': ({ id, bills }) => ({
    message: `消费记录 ${id} 同时在多张有效账单上：${bills.join('、')}`,
    hint: '请在其中一张上开红字冲回该行',
  }),
  'billed-sale-missing': ({ id, bills }) => ({
    message: `${bills.join('、')} 开列了消费记录 ${id}，但流水中没有该行`,
    hint: '请用 git 恢复该行',
  }),
  'billed-sale-reversed': ({ id, bills }) => ({
    message: `消费记录 ${id} 已冲销，但 ${bills.join('、')} 仍开列了它`,
    hint: '请对该行开红字账单',
  }),
  'move-unpaired': ({ of, outs, ins }) => ({
    message: `${of} 转出 ${outs} 笔，转入 ${ins} 笔`,
    hint: '转移成对出现：请冲销单边的一笔后重新转移',
  }),
  'unknown-format': ({ name, like, known }) => ({
    message: `没有名为“${name}”的导出格式`,
    hint: like.length === 0 ? `可用的格式：${known.join('、')}` : `您是不是要 ${like.join('、')}？`,
  }),
  'unknown-row': ({ name }) => ({
    message: `没有名为 ${name} 的行`,
    hint: '请用行编号或单据号，或写成“客户最后一笔收款”',
  }),
  'source-holds-less': ({ name, wanted, amount, remaining, currency }) => ({
    message:
      wanted === remaining
        ? `${name} 的 ${amount} ${currency} 已无剩余`
        : `${name} 的 ${amount} ${currency} 还剩 ${remaining}，不足 ${wanted}`,
    hint:
      wanted === remaining
        ? `请先用 crm unapply ${name} 撤回核销`
        : `最多可用 ${remaining}；或先用 crm unapply 撤回核销`,
  }),
  'nothing-applied': ({ name }) => ({ message: `${name} 没有可撤回的核销`, hint: 'crm show 可列出核销记录' }),
  'nothing-on-account': ({ name, currency }) => ({
    message: `${name} 没有可退的 ${currency} 预收款`,
    hint: 'crm report balance 显示预收；--currency 可选其他币种',
  }),
  'cannot-reverse': ({ kind, name }) => ({
    message: `${name} 是 ${kindName(kind)}，不能冲销`,
    hint:
      kind === 'reverse'
        ? '请重新登记该行'
        : kind === 'credit'
          ? `所冲回的内容可重新开账单；其余额可用于其他单据：crm apply ${name}`
          : `请用 crm credit ${name} 开红字账单`,
  }),
  'already-reversed': ({ kind, name, date }) => ({
    message: `${kindName(kind)} ${name} 已于 ${date} 冲销`,
    hint: '如应计入，请重新登记',
  }),
  'reverse-too-early': ({ name, date, began }) => ({
    message: `${name} 的日期是 ${began}，不能在 ${date} 冲销`,
    hint: `请给出 --date ${began} 或更晚`,
  }),
  'sale-is-billed': ({ id }) => ({ message: `消费记录 ${id} 已开账单`, hint: '请对账单上的该行开红字账单' }),
  'reverse-drawn': ({ name, drawn, rows }) => ({
    message: `${name} 已有 ${drawn} 被退款、转移、核销坏账或收回（${rows.join('、')}）`,
    hint: `请先冲销：${rows.map((id) => `crm reverse ${id}`).join('，')}`,
  }),
  'move-to-itself': ({ name }) => ({ message: `${name} 已在该处`, hint: '请指明去向：--to 客户 或 --currency 币种' }),
  'move-without-rate': ({ from, to, date }) => ({
    message: `rates.csv 中没有 ${date} 从 ${from} 到 ${to} 的汇率`,
    hint: `请在 rates.csv 加一行：${date},${from},${to},汇率，或用 --receives 金额 写明到账额`,
  }),
  'number-taken': ({ number, customer }) => ({ message: `单据 ${number} 已存在（${customer}）`, hint: '请另选号码' }),
  'credit-beyond': ({ number, wanted, amount, prior, left, currency }) => ({
    message: `${number} 不能开红字 ${wanted} ${currency}：总额 ${amount}，此前已开红字 ${prior}，还剩 ${left}`,
    hint: `最多可开 ${left}`,
  }),
  'credited-whole': ({ number, amount, prior, currency }) => ({
    message: `${number} 已全额开红字：${amount} ${currency} 中已开 ${prior}`,
    hint: `crm show ${number} 可列出其红字账单`,
  }),
  'credit-amount-and-lines': ({ number, amount, lines }) => ({
    message: `${number} 只能按金额（${amount}）或按行（${lines.join('、')}）开红字，不能同时`,
    hint: '请不要写金额：按行时冲回整行',
  }),
  'credit-needs-document': ({ name, flag }) => ({
    message: `${flag} 针对单据，而 ${name} 是客户`,
    hint: `crm show ${name} 可列出其单据`,
  }),
  'writeoff-beyond-open': ({ number, wanted, open, over, currency }) => ({
    message: `${wanted} ${currency} 比 ${number} 未清的 ${open} 多 ${over}`,
    hint: `最多可核销坏账 ${open}：crm writeoff ${number} ${open}`,
  }),
  'no-such-line': ({ number, line, lines }) => ({
    message: `${number} 共有 ${lines} 行，没有第 ${line} 行`,
    hint: 'crm show 可列出各行，从 1 起数',
  }),
  'line-credited': ({ number, line, by }) => ({
    message: `${number} 的第 ${line} 行已由 ${by} 冲回`,
    hint: `请冲回其他行，或只冲回一笔金额；crm show ${by} 可列出其冲回内容`,
  }),
  'released-already': ({ number, sale, by }) => ({
    message: `${number} 上的消费记录 ${sale} 已由 ${by} 冲回并释放`,
    hint: `请冲回其他行；crm show ${by} 可列出其冲回内容`,
  }),
  'release-needs-lines': ({ number }) => ({
    message: `${number} 的部分金额没有可释放的消费记录`,
    hint: '请用 --line 冲回整行，或冲回整张单据',
  }),
  'credit-planned': ({ number, of, amount, currency }) => ({
    message: `红字账单 ${number}：${of} ${amount} ${currency}`,
  }),
  'void-settled': ({ number, settled, currency, by, alone }) => ({
    message: `${number} 不能作废：已核销 ${settled} ${currency}（${[...by, ...alone].join('、')}）`,
    hint: `请先撤回：${[...(by.length === 0 ? [] : [`crm unapply ${number}`]), ...alone.map((id) => `crm reverse ${id}`)].join('，')}；或直接开红字，已收款留作预收：crm credit ${number}`,
  }),
  'nothing-written-off': ({ name }) => ({ message: `${name} 没有可收回的坏账`, hint: 'crm show 可列出其各行' }),
  'recover-beyond': ({ name, wanted, left, currency }) => ({
    message: `${wanted} ${currency} 超过 ${name} 尚未收回的坏账 ${left}`,
    hint: `最多可收回 ${left}`,
  }),
  'recover-one-thing': ({ name }) => ({
    message: `--keep 和 --break-lock 针对未完成的提交，${name} 针对坏账`,
    hint: '请分两次运行 crm recover',
  }),
  'report-rate-missing': ({ from, to, day }) => ({
    message: `rates.csv 中没有 ${day} 及以前 ${from.join('、')} 兑 ${to} 的汇率`,
    hint: `请在 rates.csv 中为每种币种加一行：${day},${from[0]},${to},汇率；或不加 --in`,
  }),
  'report-needs-period': ({ report }) => ({
    message: `报表 ${report} 需要指定期间`,
    hint: `例如 crm report ${report} --period 2026-10`,
  }),
}
