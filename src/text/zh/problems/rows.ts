// Sentences for the problems of the area "rows".
import type { RowsProblems } from '../../../core/base/problems/rows.ts'
import type { Sentences } from '../../catalogue.ts'
import { kindName } from '../kind-name.ts'

export const rowsProblems: Sentences<RowsProblems> = {
  'row-target-unknown': ({ kind, id, column, target }) => ({
    message:
      target === ''
        ? `${kindName(kind)} 行 ${id} 的 ${column} 列为空，未指明对象`
        : `${kindName(kind)} 行 ${id} 的 ${column} 列写的是 ${target}，流水中没有`,
    hint: `该行不计入任何余额；请用 crm reverse ${id} 冲销后重新登记`,
  }),
  'row-other-account': ({ kind, id, account, target, other }) => ({
    message: `${account} 的 ${kindName(kind)} 行 ${id} 用在了 ${other} 的 ${target} 上`,
    hint: '该行不计入任何余额；要用其他客户或其他币种的款项，请先用 crm move 转移',
  }),
  'not-reversible': ({ id, target, kind }) => ({
    message: `行 ${id} 冲销 ${target}，但 ${kindName(kind)} 不能冲销`,
    hint: kind === 'reverse' ? '请重新登记该行' : `请用 crm credit ${target} 开红字账单`,
  }),
  'reversed-twice': ({ id, target }) => ({
    message: `行 ${id} 要冲销的 ${target} 此前已被冲销`,
    hint: '一行只能冲销一次；第二次冲销不起作用',
  }),
  'reversed-before': ({ id, target, date, began }) => ({
    message: `行 ${id} 在 ${date} 冲销 ${target}，早于其日期 ${began}`,
    hint: `冲销自 ${began} 起生效`,
  }),
  'used-after-reversal': ({ kind, id, date, reversed }) => ({
    message: `${date} 的 ${kindName(kind)} 行 ${id} 用到了 ${reversed} 已冲销的内容`,
    hint: '该行不起作用',
  }),
  'over-settled': ({ kind, name, amount, used, over }) => ({
    message: `${kindName(kind)} ${name} 金额 ${amount}，已核销 ${used}，多出 ${over}`,
    hint: `crm show ${name} 列出全部核销；请用 crm unapply 撤回一笔`,
  }),
  'over-used': ({ kind, name, amount, used, over }) => ({
    message: `${kindName(kind)} ${name} 共有 ${amount}，已使用 ${used}，多出 ${over}`,
    hint: `请用 crm unapply ${name} 撤回重复的核销`,
  }),
  'over-recovered': ({ name, amount, used, over }) => ({
    message: `坏账核销 ${name} 金额 ${amount}，已收回 ${used}，多出 ${over}`,
    hint: '请用 crm reverse 冲销一笔收回',
  }),
}
